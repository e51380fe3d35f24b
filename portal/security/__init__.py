"""Security: keys, sealing, tokens, check digits, limits. No HTTP, no rows, no words for residents.

May import settings only.
"""
