"""Version 1 of the API: a town's cases as documents, for systems with a token. May import what `portal.api` may.

Never edited in place once a system reads it: keys may be added, whatever else changes is version 2.
"""

from portal.api.v1.problems import not_routed
from portal.api.v1.routes import ROOT, routes

__all__ = ["ROOT", "not_routed", "routes"]
