"""Municipalities: who serves whom and how its departments receive, read from data/<code>.yaml.

A difference between towns is data, never an `if`. `source` reads what authors write, here and in the catalogue.
May import registries, language, storage, security and settings.
"""

from portal.municipalities.municipality import Department, Municipality, load

__all__ = ["Department", "Municipality", "load"]
