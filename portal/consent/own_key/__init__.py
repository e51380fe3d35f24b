"""Own key: what somebody signs who has a passkey, and whether a signature by it fits.

May import what `portal.consent` may, and its other files.
"""
