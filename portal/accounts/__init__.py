"""Accounts: who may come in beside the resident: other systems with their secrets and access, and the staff.

May import storage, security and settings; no other room on its step.
"""
