"""Beside: what stands beside the words of a page by its reader's choice, from its first word to its HTML.

Words that have something beside them carry it along through every template, sentence and row (`signs`), and the page
shows it where it can be seen (`page`). A code like `vi+ja` names words of that kind, as `vi` names plain ones; pages
alone are told in it, never what is kept, sent or signed.
"""
