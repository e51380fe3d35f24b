"""Together: one person reads the pages to another and types for them; what the reader is told to do.

Nothing of it is kept: whoever is asked confirms each answer on a page of its own (recap), made from the answer itself.
"""

from __future__ import annotations

from portal.journey.asking import Asking, applicant_name, helper_name
from portal.journey.draft import Draft
from portal.language.words import Say, say
from portal.web.visit import Visit

OF_THE_READER = "helper_"
"""How the roles begin of what is asked about whoever reads and types."""
ASK = (say("相手の人に、こう聞いてください。"), say("{name}さんに、こう聞いてください。"))
READ = (say("相手の人に、読んであげてください。"), say("{name}さんに、読んであげてください。"))
"""Without and with the applicant's name."""
YOURS = say("これは、書いている人への質問です。")
PRESS = say("「押す」は、{name}さんが、自分で押します。")
CHOICES = say("答えも、一つずつ読んでください。")
CHOOSING = {"choice", "choices", "yes_no"}
Lines = tuple[str, ...]


def reading(visit: Visit) -> bool:
    """Whether one person reads the pages to another: so does a clerk at a counter, and nobody once it is confirmed."""
    return visit.clerk_writes if visit.at_counter else visit.preferences.together


def of_the_reader(at: Asking) -> bool:
    """Whether a question is about whoever reads and types, and not about the other person."""
    return (at.question.role or "").startswith(OF_THE_READER)


def to_ask(visit: Visit, draft: Draft, at: Asking) -> Lines:
    """What stands above a question: whom to ask; nothing for whoever reads for themselves."""
    if not reading(visit):
        return ()
    if of_the_reader(at):
        return (visit.say(YOURS),)
    whom = _told(visit, draft, ASK)
    return (whom, visit.say(CHOICES)) if at.question.kind in CHOOSING else (whom,)


def to_confirm(visit: Visit, draft: Draft) -> Lines:
    """What stands above an answer read back."""
    return (_told(visit, draft, ASK),) if reading(visit) else ()


def to_read(visit: Visit, draft: Draft) -> Lines:
    """What stands above a page that is read to the other person."""
    return (_told(visit, draft, READ),) if reading(visit) else ()


def to_press(visit: Visit, draft: Draft) -> Lines:
    """What stands above the act of consent: it is the applicant's own, unless somebody acts for them."""
    name = applicant_name(draft)
    own = reading(visit) and name and not helper_name(draft)
    return (*to_read(visit, draft), *((visit.say(PRESS, name=name),) if own else ()))


def confirmed(visit: Visit, draft: Draft, at: Asking) -> bool:
    """Whether an answer just given is read back to the other person before going on; an empty one is not."""
    return reading(visit) and not of_the_reader(at) and bool(at.shown(draft, visit.today))


def _told(visit: Visit, draft: Draft, words: tuple[Say, Say]) -> str:
    nameless, named = words
    name = applicant_name(draft)
    return visit.say(named, name=name) if name else visit.say(nameless)
