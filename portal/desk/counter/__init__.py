"""Counter: a clerk writes an application with the resident who sits there, and the resident confirms it alone.

May import what `portal.desk` may, and its other files.
"""
