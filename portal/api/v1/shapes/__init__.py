"""Shapes: every body the API reads or writes, as models that also describe it. May import what `portal.api` may.

What is asked of a caller is strict; what they are told may grow by keys they do not know yet.
"""
