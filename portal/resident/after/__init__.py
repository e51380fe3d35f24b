"""After sending: the receipt, where an application stands, what can be taken back of it, and proofs to keep.

May import the resident's other pages, web and everything below it.
"""
