"""「読み方がちがう」: a sentence of the pages is read wrongly; it is counted for the town's staff.

Only a published sentence is: it is looked up, never taken as it was sent, so no resident's word is kept.
"""

from __future__ import annotations

from portal.language.words import SOURCE
from portal.speech import flags
from portal.speech.published import PublicText
from portal.storage.tries import PER_ADDRESS
from portal.web.house import Answer
from portal.web.visit import Visit


def show(visit: Visit) -> Answer:
    """How to tell of a sentence."""
    return visit.page("resident/reading.html", back=visit.url("home"))


def take(visit: Visit) -> Answer:
    """Count a sentence, and answer our script with nothing; one that nobody published leads to how to tell of it."""
    text = _published(visit, visit.form.typed.get("sentence", ""))
    if text is None:
        return visit.page("resident/reading.html", status=422, back=visit.url("home"))
    if not visit.may_try(f"reading:{visit.client}", PER_ADDRESS):
        return visit.refuse(429)
    flags.flag(visit.db, visit.town.code, text, visit.now)
    return Answer(status=204)


def _published(visit: Visit, sentence: str) -> PublicText | None:
    """The published sentence, in the page's language first: a name in Japanese may stand on any page."""
    index, seen = visit.house.sounds.published, " ".join(sentence.split())
    languages = (visit.language, SOURCE)
    return next((found for language in languages if (found := index.find(language, seen))), None)
