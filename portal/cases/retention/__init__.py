"""Retention: cases whose time is over are forgotten, and it is noted that they were; the consent log stays whole.

May import whatever cases may. `rule` says when and how, `forget` takes one case out of every table, `sweep` goes over a
town, `run` notes each day's work.
"""
