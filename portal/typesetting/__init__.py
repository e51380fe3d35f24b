"""Typesetting: documents for paper, from the templates in templates/paper and letters of its own.

May import templating and everything below it.
"""
