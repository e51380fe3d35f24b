"""`api client new|list|rotate|revoke`: the systems that may come in by the API. May import everything."""

from portal.cli.api.client import add

__all__ = ["add"]
