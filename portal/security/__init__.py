"""Security: keys, sealing, tokens. No HTTP, no rows, no words for residents.

May import settings only.
"""
