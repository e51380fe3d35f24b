"""Work: the cases as clerks see them, in queues, by search, one by one, and what they do about them.

May import what `portal.desk` may. `reach` says which cases somebody may see or act on, for every page here.
"""
