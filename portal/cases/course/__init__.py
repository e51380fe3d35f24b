"""The course of a case after it was received: where the office moves it, what it writes, and the feed of all of it.

May import what `portal.cases` may.
"""
