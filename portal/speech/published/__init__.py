"""Published: the sentences everybody sees, their sounds made ahead, and where these are kept.

`public` guards what may be kept or leave the machine, `index` knows every published sentence, `shelf` keeps bytes,
`making` makes the sounds ahead. May import catalogue and everything below it, and speech's others.
"""

from portal.speech.published.index import Published, cut, of_town
from portal.speech.published.public import PublicText

__all__ = ["PublicText", "Published", "cut", "of_town"]
