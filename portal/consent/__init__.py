"""Consent: what was agreed to, in which words, by which act; without any personal word in the record.

May import catalogue, answers, language, storage, security and settings.
"""
