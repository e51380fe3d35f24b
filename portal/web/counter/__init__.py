"""Counter: what a clerk writes with a resident, as the pages of the resident's way meet it.

May import what `portal.web` may.
"""
