"""Staff: one's own account; for administrators everybody's: inviting, roles, revoking; for auditors the trail.

May import what `portal.desk` may.
"""
