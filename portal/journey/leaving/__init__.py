"""Leaving: after which questions people leave, counted without opening what they wrote.

May import what `portal.journey` may.
"""
