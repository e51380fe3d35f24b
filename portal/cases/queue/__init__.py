"""Queues: what the office has to do, the most urgent first, for the departments a clerk works for.

May import what `portal.cases` may. `listing` gives a queue page by page, `counts` says how long each is, `people` who
waits in them, `views` keeps the queues a clerk has named. Whose turn a case is stands in its own row
(`portal.cases.turn`), so nothing can differ.
"""
