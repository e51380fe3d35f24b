"""This device: a place on its first screen, what it keeps for where there is no network, and how it forgets all.

Part of the resident's door; may import whatever that may.
"""
