"""This device: a place on its first screen.

Part of the resident's door; may import whatever that may.
"""
