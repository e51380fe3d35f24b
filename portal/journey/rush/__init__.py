"""A rush: more people than a town wants at a time; each has a turn, first come, first served.

May import what `portal.journey` may.
"""
