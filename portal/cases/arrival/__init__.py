"""Arrival: whether a case has come to the office, by which channel, and who is alarmed when it has not.

Sent is not received: a case is open until a mail server accepted its letter, a webhook was answered, a system
acknowledged it or a clerk opened it; a letter that comes back opens it again. May import what `portal.cases` may.
"""
