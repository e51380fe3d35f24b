"""The way out to another system: a case posted as JSON and signed (Standard Webhooks 1.0), to checked addresses only.

May import what `portal.delivery` may, and httpcore2, which is loaded with the first letter: it takes nine megabytes.
"""
