"""The letters to the resident who gave an address: that it arrived, what the office has to say, how it was decided.

A mail is read by whoever finds the telephone, and the address may be mistyped. So it has the receipt number, what
happens next and whom to call, and not one word of the person; more is told only where they agreed to that.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from portal.cases.case import Case
from portal.cases.principal.standing import asked
from portal.catalogue.version import Version
from portal.delivery.envelope import Envelope
from portal.language.counting import JAPANESE
from portal.language.dates import JAPAN, shown
from portal.language.words import SOURCE, words_for
from portal.municipalities import Municipality
from portal.security.tokens import new_id
from portal.templating import letter

ByLanguage = Mapping[str, Sequence[str]]
"""Lines in the resident's language and in Japanese."""


@dataclass(frozen=True)
class Writing:
    """What a letter to the resident is about, and the portal's public address without a slash at its end.

    `version` is the one the case was asked with; None where it is gone.
    """

    case: Case
    town: Municipality
    version: Version | None
    portal: str


def receipt(about: Writing) -> Envelope | None:
    """The application has arrived; None where no address was given."""
    case, version = about.case, about.version
    values = {answer.id: answer.value for answer in case.answers if answer.person is None}
    coming = {each: version.coming(each, values.get) if version else () for each in languages(case)}
    return _letter(about, "receipt", {"next": coming, "principal": asked(case)})


def message(about: Writing, told: ByLanguage | None = None) -> Envelope | None:
    """The office has something to say. `told` are its words if the resident agreed to have them in a mail."""
    return _letter(about, "message", {"told": told or dict.fromkeys(languages(about.case), ())})


def decision(about: Writing, told: ByLanguage | None = None) -> Envelope | None:
    """It is decided. `told` are the words of it if the resident agreed to have them in a mail."""
    return _letter(about, "decision", {"told": told or dict.fromkeys(languages(about.case), ())})


def languages(case: Case) -> tuple[str, ...]:
    """The resident's language, with Japanese below it for whoever helps them."""
    return (case.language,) if case.language in JAPANESE else (case.language, SOURCE)


def _letter(about: Writing, name: str, told: Mapping[str, Any]) -> Envelope | None:
    case, town = about.case, about.town
    if not case.email:
        return None
    wanted = languages(case)
    written = letter(
        name,
        *wanted,
        case=case,
        town=town,
        department=town.departments[case.department],
        portal=about.portal,
        title={each: about.version.told(each).service.title if about.version else case.title for each in wanted},
        day={each: shown(case.received.astimezone(JAPAN).date(), words_for(each)) for each in wanted},
        **told,
    )
    return Envelope(
        municipality=case.municipality,
        id=new_id(),
        about=f"resident:{case.id}",  # a mistyped address must not keep the department's letters waiting
        to=case.email,
        subject=written.subject,
        text=written.text,
        html=written.html,
        sender=words_for(case.language)(town.name),
    )
