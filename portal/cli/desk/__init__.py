"""`desk invite|list|trail`: who of a town's staff may come in, whether their trail is whole. May import everything."""

from portal.cli.desk.staff import add

__all__ = ["add"]
