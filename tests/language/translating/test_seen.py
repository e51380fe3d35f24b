"""Where each message is seen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from a11y.pages import PAGES
from portal.catalogue.load import SERVICES
from portal.language import words
from portal.language.translating import seen
from portal.language.translating.messages import every
from portal.language.words import OTHERS
from portal.web.addresses import PATTERNS


@pytest.fixture
def looked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody has looked at one page."""
    (tmp_path / seen.FILE).write_text(json.dumps({"次へ": ["kyufukin/birth-date", "in error", "button"]}))
    monkeypatch.setattr(words, "LOCALES", tmp_path)
    seen.places.cache_clear()
    monkeypatch.setattr(seen, "places", seen.places.__wrapped__)


@pytest.mark.usefixtures("looked")
def test_a_message_is_seen_on_its_page() -> None:
    found = seen.places()["次へ"]
    assert (found.page, found.state, found.place) == ("kyufukin/birth-date", "in error", "button")
    assert found.picture == "kyufukin-birth-date-in-error.png"


@pytest.mark.parametrize(
    ("files", "words"),
    {
        ("templates/letters/receipt/body.txt", "templates/resident/done.html"): "a letter",
        ("portal/speech/script/glue.py",): "said by the voice that reads aloud",
        ("elsewhere",): "somewhere else",
    }.items(),
)
def test_what_is_on_no_page_is_used_somewhere(files: tuple[str, ...], words: str) -> None:
    assert seen.used(files) == words


def test_most_messages_are_seen_on_a_page_there_is() -> None:
    told = {source for one in every(OTHERS[0]) for source in one.source[:1]}
    found = {source: where for source, where in seen.places().items() if source in told}
    assert len(found) > 0.55 * len(told), "`make screenshots` looks for them anew"
    services = {path.name for path in SERVICES.iterdir()}
    alone = {told.get("page", name) for name, told in PAGES["alone"].items()} | {"problem"}
    assert {where.page.partition("/")[0] for where in found.values()} <= services | alone | {*PATTERNS}
