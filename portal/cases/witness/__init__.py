"""Witness: once a day each town's signed head goes to people elsewhere, so that nobody can quietly make a log anew.

May import what `portal.cases` may.
"""
