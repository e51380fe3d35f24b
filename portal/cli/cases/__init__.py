"""What an operator does with the cases of a town: take them out, and forget them when their time is over.

May import everything; only the operator's door imports it.
"""
