"""Talking with the office: what was said so far, an answer or a paper without an account, the wish to be called.

May import the resident's other pages, web and everything below it; `after` shows what was said.
"""
