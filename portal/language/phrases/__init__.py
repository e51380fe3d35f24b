"""Phrases: where a line of Japanese may end, told by the page for browsers that cannot tell it themselves.

Newer Chromes do (`word-break: auto-phrase` in base.css, by the same model). WebKit, and so every browser of an iPhone,
and Firefox end lines anywhere, even within a word: for them (`browser`) each phrase (`ends`) is followed by a sign that
nobody sees or hears (`page`), and static/phrases.css, which nobody else loads, ends lines there alone.
"""
