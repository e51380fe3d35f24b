"""Inquiry: the number under which anybody may ask the log about a consent, and what it then tells.

May import what `portal.consent` may, and its other files.
"""
