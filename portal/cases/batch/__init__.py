"""Batches: the new cases of a day or a week as tables in one mail, for departments that want them so.

May import whatever cases may. `period` says when the last one was due, `post` posts it.
"""
