"""Translations read by the staff of a town who know the language: each message is right, or put otherwise."""
