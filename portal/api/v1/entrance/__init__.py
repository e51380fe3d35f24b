"""Entrance: who asks, whether they may, how often, and whether what they brought can be read; then the operation.

May import what `portal.api` may.
"""
