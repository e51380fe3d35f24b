"""Signing keys: which key signed a town's log from when to when, so that what an old one signed can still be checked.

May import what `portal.consent` may, and its other files.
"""
