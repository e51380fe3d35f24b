"""Since: what happened to an application after it was sent, besides being taken back.

May import what `portal.cases` may.
"""
