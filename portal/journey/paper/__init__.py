"""Paper: an application that was written by hand and typed by somebody else, read as any other.

May import what `portal.journey` may.
"""
