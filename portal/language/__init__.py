"""Language: words in the reader's language, eras, kana, widths, and how numbers are spoken.

May import settings, security and storage; knows nothing of questions, towns or HTTP.
"""
