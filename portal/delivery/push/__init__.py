"""The way to a telephone whose holder wants to know: a note without a word about anybody, sealed for that browser alone
(Web Push: RFC 8030, 8291, 8292), to checked addresses only.

May import what `portal.delivery` may; what posts is loaded with the first note.
"""
