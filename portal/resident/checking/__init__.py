"""Checking: whether a receipt is genuine, by its file or by the number on it; for anybody, without an application.

May import web and everything below it.
"""
