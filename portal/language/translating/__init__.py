"""What translators work with: the messages of a language, its terms, what is amiss, files that go out and come in.

Reads and writes locales/; nothing here is needed to show a page.
"""
