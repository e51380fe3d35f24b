"""How it stands with the word of the person: not asked for, waited for, given, taken back, or overtaken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from portal.cases.case import Case
from portal.cases.principal import word as words
from portal.cases.principal.word import NO, YES, Word
from portal.cases.status import WITHDRAWN
from portal.consent import bundle
from portal.consent.wording import MANDATE
from portal.language.dates import JAPAN
from portal.language.words import Say, say
from portal.security.keys import Keys

WAITING, REVOKED, VOID = "waiting", "revoked", "void"
NAMES: Mapping[str, Say] = {
    WAITING: say("まだです"),
    YES: say("済みました"),
    NO: say("役所が、本人に話を聞きます"),
    REVOKED: say("本人が、頼むことをやめました"),
    VOID: say("申し込みを取りやめたので、いりません"),
}
"""What receipt and status say; whoever applied may read it, so a no is the office's to speak of."""
OFFICE = {
    WAITING: "待っています",
    YES: "確かめました",
    NO: "頼んでいません",
    REVOKED: "頼むことをやめました",
    VOID: "取りやめ",
}


@dataclass(frozen=True)
class Standing:
    """The state (a key of NAMES), the word if one was given, and since when the mandate is taken back."""

    state: str
    word: Word | None = None
    revoked: datetime | None = None


def asked(case: Case) -> bool:
    """Whether whoever sent it said that the person had asked them to; only then there is somebody to confirm it."""
    return any(record["type"] == MANDATE for record in bundle.records(case.consent))


def first(case: Case) -> Standing | None:
    """How it stands with a case that has just been sent, or taken back as a whole."""
    return Standing(VOID if case.status == WITHDRAWN else WAITING) if asked(case) else None


def of(db: Connection, keys: Keys, case: Case) -> Standing | None:
    """How it stands with one case."""
    return all_of(db, keys, [case]).get(case.id)


def all_of(db: Connection, keys: Keys, cases: Iterable[Case]) -> Mapping[str, Standing]:
    """How it stands with cases of one town, by their ids; those where nobody needs to be asked are left out."""
    wanted = [case for case in cases if asked(case)]
    if not wanted:
        return {}
    town = wanted[0].municipality
    given = words.given(db, keys, town, [case.id for case in wanted])
    back = bundle.taken(db, town, [word.act for word in given.values()])
    return {case.id: _of(case, given.get(case.id), back) for case in wanted}


def _of(case: Case, word: Word | None, back: Mapping[str, list[bundle.Taken]]) -> Standing:
    if case.status == WITHDRAWN:
        return Standing(VOID, word)
    if word is None:
        return Standing(WAITING)
    if taken := back.get(word.act):
        return Standing(REVOKED, word, taken[0].at)
    return Standing(word.said, word)


def document(standing: Standing | None) -> dict[str, Any] | None:
    """It for other systems; None where nobody needs to be asked."""
    if standing is None:
        return None
    told: dict[str, Any] = {"state": standing.state, "label": OFFICE[standing.state]}
    if (word := standing.word) is None:
        return told
    return told | {
        "at": word.at.astimezone(JAPAN).isoformat(timespec="seconds"),
        "way": word.way,
        "same_device": word.same_device,
        "mandate_until": word.until or None,
        "revoked_at": standing.revoked.isoformat(timespec="seconds") if standing.revoked else None,
        "message": word.message,
        "consent": word.bundle,
    }
