"""Overview: which people wait, are stuck or silent; and what the numbers of a service say, without anybody in them.

May import what `portal.desk` may.
"""
