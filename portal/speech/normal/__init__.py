"""Normal: from what is seen to what a voice is given; numbers, dates, telephones, signs, each by its kind.

`said` is the one door. Every other file knows one kind of writing and tells, as pieces, which part of a sentence is
heard otherwise than it is written; the first to claim a part has it. May import language and speech's `said` only.
"""

from portal.speech.normal.sentence import said

__all__ = ["said"]
