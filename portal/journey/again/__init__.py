"""Again: what was sent and taken back becomes a draft once more.

May import what `portal.journey` may, and its other files.
"""
