"""Editing: a part of a town as a form, what people would read by it, and keeping it as the newest of its versions."""
