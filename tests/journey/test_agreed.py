"""What is agreed to: by whom, in whose place, and what nobody else may agree to."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from portal.catalogue.version import Version
from portal.journey import agreed
from portal.journey import draft as drafts
from portal.journey.draft import Draft, Kept
from portal.storage.database import Database
from tests.catalogue.given import QUESTIONS, TOWN, service
from tests.catalogue.test_checks import ASKED, KNOW, LOOK, PRESSED, TRUE
from tests.journey.given import HANAKO, VALUES, begun

WHO = {
    **{"id": "who", "kind": "choice", "ask": "だれ", "short": "だれ"},
    "options": [{"id": "self", "label": "本人"}, {"id": "other", "label": "ほかの人"}],
}
HELPER = {
    **{"id": "helper", "kind": "person_name", "ask": "あなた", "short": "あなた"},
    **{"role": "helper_name", "when": {"who": "other"}},
}
AGREED = PRESSED | {
    "statements": [TRUE, LOOK, KNOW],
    "mandate": ASKED | {"when": {"helper-why": True}},
    "optional": [LOOK | {"id": "news", "purpose": "news"}, LOOK | {"id": "share", "purpose": "share"}],
}
WHY = {
    **{"id": "helper-why", "kind": "yes_no", "ask": "たのまれましたか", "short": "たのまれた"},
    "when": {"who": "other"},
}
VERSION = Version.of(
    TOWN.code, "cash", date(2026, 4, 1), service(questions=[WHO, HELPER, WHY, *QUESTIONS[:4]], consent=AGREED)
)
TARO = HANAKO | {"given": "太郎", "given_kana": "タロウ"}


def answered(database: Database, now: datetime, **more: Any) -> Draft:
    """Everything answered, by whoever it is."""
    with database.writing() as db:
        draft = begun(db, now, VERSION)
        for key, value in (VALUES | more).items():
            drafts.keep(db, draft, key.replace("_", "-"), Kept({}, value, answered=True), now)
    return draft


def told(draft: Draft, *chosen: str) -> list[str]:
    """The ids of what pressing agrees to."""
    return [part.id for part in agreed.parts(draft, "ja", chosen)]


def test_somebody_agrees_to_what_is_asked_of_them(database: Database, now: datetime) -> None:
    draft = answered(database, now, who="self")
    assert told(draft) == ["act", "look", "once"]
    assert agreed.role(draft) == "self"
    assert agreed.presser(draft) == "山田　花子"


def test_what_nothing_depends_on_is_chosen_one_by_one(database: Database, now: datetime) -> None:
    draft = answered(database, now, who="self")
    assert [part.id for part in agreed.optional(draft, "ja")] == ["news", "share"]
    assert told(draft, "share") == ["act", "look", "once", "share"]
    assert told(draft, "nothing of the kind", "look") == ["act", "look", "once"]


def test_nobody_agrees_for_somebody_else_to_more_than_is_needed(database: Database, now: datetime) -> None:
    draft = answered(database, now, who="other", helper=TARO, helper_why=False)
    assert agreed.optional(draft, "ja") == ()
    assert told(draft, "share") == ["act", "look", "once"]
    assert agreed.role(draft) == "proxy"
    assert agreed.presser(draft) == "山田　太郎"


def test_whoever_was_asked_to_act_says_so(database: Database, now: datetime) -> None:
    assert told(answered(database, now, who="other", helper=TARO, helper_why=True)) == ["act", "look", "once", "asked"]


def test_an_answer_beside_the_way_makes_nobody_a_proxy(database: Database, now: datetime) -> None:
    draft = answered(database, now, who="self", helper=TARO, helper_why=True)
    assert told(draft) == ["act", "look", "once"]
