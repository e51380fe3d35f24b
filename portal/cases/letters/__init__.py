"""Letters: from a case to envelopes, for the department in Japanese, for the resident in their own language.

May import whatever cases may; what a letter says stands in templates/letters.
"""
