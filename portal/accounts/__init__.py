"""Accounts: who may come in beside the resident. For now other systems: what each may do, its secrets, its access.

May import storage, security and settings; no other room on its step.
"""
