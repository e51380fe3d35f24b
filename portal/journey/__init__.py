"""The resident's way, without HTTP: the draft, the path through the questions, sending.

May import cases, consent, catalogue, answers and everything below them.
"""
