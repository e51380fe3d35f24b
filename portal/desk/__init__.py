"""The desk: the staff's door. Who comes in how, what each may see there, and the trail that is kept of it.

May import web and everything below; never another door. Its words are in Japanese and English only (domain `desk`).
"""

from portal.desk.addresses import ROOT
from portal.desk.routes import refused, routes

__all__ = ["ROOT", "refused", "routes"]
