"""The person's own page: what was applied for in their name, and their word on it: yes, later, or no."""

from __future__ import annotations

from portal.answers.answer_type import Problem, Problems
from portal.cases.case import Case
from portal.cases.principal import giving
from portal.cases.principal.giving import Answering
from portal.cases.principal.invitation import LETTER, Invitation
from portal.cases.principal.standing import REVOKED, VOID, WAITING
from portal.cases.since import signing
from portal.cases.since.signing import About
from portal.catalogue.checks import ACT
from portal.consent.record import Act
from portal.consent.wording import MANDATE
from portal.language.dates import JAPAN, shown, until_shown
from portal.language.words import say
from portal.resident.after import passkey
from portal.resident.after.standing import signed_words
from portal.resident.consent import KINDS, ONCE, SEAL, Second, means, pressed_enough
from portal.resident.preferences import wished
from portal.resident.principal import own, told
from portal.web.house import Answer
from portal.web.visit import Visit

ASKING = say("頼むこと")
"""What the mandate is to the one who gives it."""
LONGEST = 500
"""Signs of what a no is explained with."""


def show(visit: Visit) -> Answer:
    """What was applied for, by whom, with which answers, and what a yes says."""
    found = _waiting(visit)
    if isinstance(found, Answer):
        return found
    invitation, case = found
    version = told.version(visit, case)
    parts = giving.promised(version, visit.reads)
    return visit.page(
        "resident/sign.html",
        title_of=version.told(visit.reads).service.title,
        applicant=case.applicant,
        helper=case.helper.name if case.helper else "",
        received=shown(case.received.astimezone(JAPAN).date(), visit.words),
        rows=told.rows(visit, case, version),
        statements=[
            (visit.say(ASKING if part.type == MANDATE else KINDS[part.type]), one["text"], one["meaning"])
            for part in parts
            for one in part.shown
            if one["id"] != ACT
        ],
        lasts=shown((visit.now + giving.LASTS).astimezone(JAPAN).date(), visit.words),
        handed=_same_device(visit, invitation, case),
        until=until_shown(invitation.expires, visit.words),
        second=_second(visit, case),
    )


def take(visit: Visit) -> Answer:
    """The act itself; pressed twice it is one word."""
    found = _waiting(visit)
    if isinstance(found, Answer):
        return found
    if visit.form.do not in {ONCE, SEAL}:
        return visit.go("sign")
    if not pressed_enough(visit):
        return visit.page("resident/pressed.html", second=_second(visit, found[1]), carried=())
    giving.yes(visit.db, visit.house.keys, _answering(visit, *found))
    return visit.go("signed")


def _second(visit: Visit, case: Case) -> Second:
    return Second(case.applicant, visit.here, visit.url("sign"), (visit.url("home"), visit.say("あとで決める")))


def show_object(visit: Visit) -> Answer:
    """Before a no is given: what comes of it, and a box for whatever the office should know."""
    found = _waiting(visit)
    return found if isinstance(found, Answer) else _objecting(visit, found[1], "", None)


def take_object(visit: Visit) -> Answer:
    """The no; the office is told."""
    found = _waiting(visit)
    if isinstance(found, Answer):
        return found
    message = visit.form.typed.get("message", "").strip()
    if wished(visit):
        return _objecting(visit, found[1], message, None)
    if len(message) > LONGEST:
        longer = say(
            "「役所に知らせたいこと」が長すぎます。{most}文字までで書いてください。いまは{n}文字です。",
            most=LONGEST,
            n=len(message),
        )
        return _objecting(visit, found[1], message, Problems(Problem("message", longer)))
    giving.no(visit.db, visit.house.keys, _answering(visit, *found), message)
    return visit.go("signed")


def show_signed(visit: Visit) -> Answer:
    """What was said, and what comes next."""
    found = own.held(visit)
    return found if isinstance(found, Answer) else _signed(visit, *found)


def take_signed(visit: Visit) -> Answer:
    """Sign the word with a key of one's own; on the other's telephone there is none."""
    found = own.held(visit)
    if isinstance(found, Answer):
        return found
    word = told.standing(visit, found[1]).word
    if visit.form.do != "passkey" or word is None or _same_device(visit, *found):
        return visit.go("signed")
    amiss = passkey.take(visit, About(found[1], word))
    return _signed(visit, *found, amiss) if amiss else visit.go("signed")


def _signed(visit: Visit, invitation: Invitation, case: Case, amiss: str = "") -> Answer:
    standing = told.standing(visit, case)
    if standing.word is None:
        return visit.go("sign")
    about, handed = About(case, standing.word), _same_device(visit, invitation, case)
    later = signing.since(visit.db, about)
    return visit.page(
        "resident/signed.html",
        status=422 if amiss else 200,
        amiss=amiss,
        offer=None if handed else passkey.offer(visit, about, later),
        marked=signed_words(visit, later),
        action=visit.here,
        said=standing.word.said,
        overtaken=standing.state in {REVOKED, VOID},
        state=told.state(visit, standing),
        title_of=told.version(visit, case).told(visit.reads).service.title,
        applicant=case.applicant,
        helper=case.helper.name if case.helper else "",
        number=case.number,
        date_text=shown(standing.word.at.astimezone(JAPAN).date(), visit.words),
        until=shown(giving.last_day(standing.word), visit.words) if standing.word.until else "",
        handed=handed,
    )


def _waiting(visit: Visit) -> tuple[Invitation, Case] | Answer:
    """What this telephone may still give a word on."""
    found = own.held(visit)
    if isinstance(found, Answer):
        return found
    standing = told.standing(visit, found[1])
    if standing.state == WAITING:
        return found
    return visit.go("signed") if standing.word else own.gone(visit)


def _answering(visit: Visit, invitation: Invitation, case: Case) -> Answering:
    version, same_device = told.version(visit, case), _same_device(visit, invitation, case)
    verification = {
        "method": "letter" if invitation.way == LETTER else "link",
        "factor": "birth_date",
        "same_device": same_device,
    }
    beside = visit.preferences.also_in(visit.language)
    chosen, how = visit.preferences, means(visit) if visit.form.do == SEAL else "button"
    return Answering(
        case=case,
        version=version,
        invitation=invitation,
        town=visit.town,
        act=Act("self", how, chosen.text, visit.now, chosen.aloud, beside, verification=verification),
        language=visit.language,
        seen=tuple(one.id for one in told.seen(case, version)),
        same_device=same_device,
        way_back={"page": visit.url("status"), "phone": visit.town.phone},
        portal=visit.origin,
    )


def _same_device(visit: Visit, invitation: Invitation, case: Case) -> bool:
    return invitation.handed or told.is_the_others(visit, case)


def _objecting(visit: Visit, case: Case, message: str, problems: Problems | None) -> Answer:
    return visit.page(
        "resident/object.html",
        status=422 if problems else 200,
        helper=case.helper.name if case.helper else "",
        message=message,
        most=LONGEST,
        problems=visit.told(problems),
        back=visit.url("sign"),
        action=visit.here,
    )
