"""Municipalities: who serves whom, read from data/<code>.yaml. A difference between towns is data, never an `if`.

May import registries, language, storage, security and settings.
"""

from portal.municipalities.municipality import Department, Municipality, load

__all__ = ["Department", "Municipality", "load"]
