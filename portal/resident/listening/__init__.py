"""Listening: what is said of a page, and the sounds of it, published and personal.

May import the resident's other pages, web and everything below it.
"""
