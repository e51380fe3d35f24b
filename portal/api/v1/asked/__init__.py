"""What is asked: the operations' handlers, each a function from a call to its answer.

May import what `portal.api` may.
"""
