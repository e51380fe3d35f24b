"""The check at a desk: what a case's consents prove as the log stands now, and the word of the person with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from portal.cases.case import Case
from portal.cases.principal import word as words
from portal.cases.sent import sealed
from portal.consent import bundle
from portal.consent.bundle import Json
from portal.consent.checkpoint import Verifier
from portal.consent.findings import FAILED, Finding, genuine, outcome
from portal.consent.signing_keys import history
from portal.consent.verify import verify
from portal.language.words import Say
from portal.security.keys import Keys


@dataclass(frozen=True)
class Checked:
    """Findings about what the case was sent with, and about the word of the person somebody else sent it for.

    `own` is empty for what was agreed to before there was a log, `word` where none was given.
    """

    own: Sequence[Finding]
    word: Sequence[Finding] = ()

    @property
    def genuine(self) -> bool:
        """Whether there is something to check and none of it was changed."""
        return bool(self.own) and all(genuine(found) for found in (self.own, self.word) if found)

    @property
    def sentences(self) -> Iterator[Say]:
        """The verdict of each and every finding."""
        for found in (self.own, self.word):
            yield from outcome(found) if found else ()


def state(db: Connection, keys: Keys, case: Case) -> Checked:
    """What a clerk sees at one click; 2 ms of CPU, 5 where somebody else sent it and all was signed once more."""
    trusted = history.verifiers(db, keys, case.municipality)
    word = words.given(db, keys, case.municipality, [case.id]).get(case.id)
    own = _found(db, keys, case, (case.consent, trusted))
    return Checked(own, _found(db, keys, case, (word.bundle, trusted)) if word else ())


def _found(db: Connection, keys: Keys, case: Case, told: tuple[Json, Sequence[Verifier]]) -> Sequence[Finding]:
    kept, trusted = told
    if not bundle.records(kept):
        return ()
    try:
        whole = bundle.fresh(db, keys, case.municipality, kept)
    except ValueError:  # the log ends before the place of the record
        return (Finding("place", FAILED),)
    return verify(whole | {"answers": sealed(case.answers)}, trusted)
