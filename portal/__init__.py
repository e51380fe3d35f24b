"""Yorisoi (寄り添い): an accessible-first resident portal for Japanese municipalities.

The rooms and the stairs between them are described in the README's map of rooms;
imports go down only, and `lint-imports` holds everybody to it.
"""
