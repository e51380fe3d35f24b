"""Accounts: who may come in beside the resident. For now other systems, each with a token for one town.

May import storage, security and settings; no other room on its step.
"""
