"""Where more people come than a town wants at a time: a page with one's place, instead of errors.

Part of the resident's door; may import whatever that may.
"""
