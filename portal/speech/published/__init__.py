"""Published: the sentences everybody sees, their sounds made ahead, and where these are kept.

`public` guards what may be kept or leave the machine, `index` knows every published sentence, `shelf` keeps bytes,
`sounds` gives each sentence's sound by its name. May import catalogue and everything below it, and speech's others.
"""

from portal.speech.published.index import Published, cut
from portal.speech.published.public import PublicText
from portal.speech.published.sounds import Sounds

__all__ = ["PublicText", "Published", "Sounds", "cut"]
