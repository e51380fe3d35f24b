"""Pages for those who listen, and for those who read to somebody else.

May import the resident's other pages, web and everything below it.
"""
