"""Rows of the registries' tables, from the files of the packages they come from: faults mended, keys added.

Only `building` needs them. May import the registries' spelling and what registries may import.
"""
