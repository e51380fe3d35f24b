"""Reading: which words a Japanese voice would misread, how they are read, and what has been read and approved.

`dictionaries` gives the compiled dictionaries a voice is made with. May import catalogue and everything below it, and
speech's `said` and `normal`; the engine itself is handed in.
"""

from portal.speech.reading.dictionary import dictionaries

__all__ = ["dictionaries"]
