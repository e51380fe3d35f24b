"""Exports: cases as tables for spreadsheets and as lines for programs, however many there are.

May import whatever cases may. `table` says what stands in a row, `sheet` writes it, `walk` reads case after case.
"""
