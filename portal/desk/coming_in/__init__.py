"""Coming in: by passkey, by invitation, by an account elsewhere; showing a key once more; staying in; going out.

May import what `portal.desk` may.
"""
