"""Web: the only shared room that speaks HTTP — visits, forms, guards, kept pages, static files, limits.

May import starlette and everything below it; the doors stand above and never import each other.
"""
