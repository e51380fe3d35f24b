"""Watching the outbox: how it stands, what of it needs a person and why. May import what `portal.delivery` may."""
