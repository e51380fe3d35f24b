"""Counter: a resident and one of the staff write an application together, and the resident confirms it alone.

May import what `portal.journey` may, and its other files.
"""
