"""Texts of a service: what its file allows and nothing else, seen in every language, held against the same checks."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from portal.catalogue import overrides, published
from portal.catalogue.load import load
from portal.catalogue.offered import Catalogue
from portal.catalogue.version import Version
from portal.language.words import LANGUAGES
from portal.municipalities.own import changes
from portal.municipalities.own.changes import Change
from portal.web.fields import FIELDS
from portal.web.towns.renewal import renew
from tests.api.given import HOSHINO
from tests.cases.given import KASUMIGAHAMA
from tests.desk.given import DESK, HERE, TownHall
from tests.desk.town.given import HISTORY, applied, form, kinds, previewed

TEXTS = f"{DESK}/town/texts/kyufukin/2026-04-01"
NEW = "福祉課の手紙"
SERVICES = ("kyufukin", "juminhyo", "kaigo-nintei", "inkan-toroku")
FILED = load([KASUMIGAHAMA.model_copy(update={"services": SERVICES}), HOSHINO])


@pytest.fixture
def hall(hall: TownHall) -> TownHall:
    """A town hall whose services are those of the files."""
    hall.house.catalogue = Catalogue(FILED.versions)
    with hall.database.writing() as db:
        published.keep(db, hall.house.catalogue)
    return hall


def version(hall: TownHall) -> Version:
    """The service as this process asks it once it has looked."""
    renew(hall.house)
    found = hall.house.catalogue.version_on(HERE, "kyufukin", date(2026, 11, 24))
    assert found
    return found


def texts(hall: TownHall, language: str = "ja") -> Any:
    """The service in a language."""
    return version(hall).told(language).service


def test_a_text_is_changed_after_it_was_seen_in_every_language(hall: TownHall) -> None:
    browser = hall.inside(hall.person())
    seen = previewed(browser, TEXTS, **{"ready.0": NEW, "ready.0.en": "The letter."})
    assert '<p lang="en">The letter.</p>' in seen.text
    rest = "、".join(one.own_name for one in LANGUAGES if one.code not in {"ja", "en"})
    assert f"<p>{rest}</p>" in seen.text
    assert texts(hall).ready[0] != NEW, "nothing is kept by looking"
    assert browser.post(TEXTS, data=form(seen.text) | {"do": "apply"}).status_code == 303
    assert {code: texts(hall, code).ready[0] for code in ("ja", "en", "ko")} == {
        "ja": NEW,
        "en": "The letter.",
        "ko": NEW,
    }
    assert kinds(hall)[0] == ("town changed", "1")
    assert form(browser.get(TEXTS).text)["ready.0.en"] == "The letter."


def test_who_began_before_finishes_on_the_words_of_before(hall: TownHall) -> None:
    before = version(hall)
    applied(hall.inside(hall.person()), TEXTS, **{"ready.0": NEW})
    after = version(hall)
    assert after.hash != before.hash
    assert hall.house.catalogue.by_hash(HERE, before.hash) is before
    applied(hall.inside(hall.person()), TEXTS, **{"ready.0": NEW, "ready.0.en": "It."})
    with hall.database.reading() as db:
        for one in (before, after, version(hall)):
            again = published.recalled(db, HERE, one.hash)
            assert again
            assert again.hash == one.hash
            assert again.told("en").service == one.told("en").service


def test_a_figure_and_a_day_are_changed_where_they_stand(hall: TownHall) -> None:
    browser = hall.inside(hall.person())
    page = browser.get(TEXTS).text
    assert "文の中の {amount} に入る数" in page
    assert "一人100,000円を" in page
    assert form(page)["deadline"] == "2027年3月31日"
    applied(browser, TEXTS, **{"figures.amount": "１２００００", "deadline": "2027年2月26日"})
    assert "120,000" in texts(hall).summary
    assert "120,000" in texts(hall, "vi").summary or "120.000" in texts(hall, "vi").summary
    assert texts(hall).deadline == date(2027, 2, 26)


def test_a_line_keeps_for_whom_it_is_wherever_others_go(hall: TownHall) -> None:
    browser = hall.inside(hall.person())
    before = texts(hall).next
    conditional = [n for n, line in enumerate(before) if not isinstance(line, str)]
    assert conditional == [2, 3]
    seen = previewed(browser, TEXTS, **{"next.0": "", "next.7": "おわり", "next.7.vi": "Xong"})
    assert '<p lang="vi">Xong</p>' in seen.text
    browser.post(TEXTS, data=form(seen.text) | {"do": "apply"})
    assert texts(hall).next == (*before[1:], "おわり")
    assert texts(hall, "vi").next[-1] == "Xong"
    applied(browser, TEXTS, **{"next.1": "コピーを送ってください。"})
    line = texts(hall).next[1]
    assert (line.text, line.when) == ("コピーを送ってください。", before[2].when)


def test_what_is_written_is_held_against_the_checks_and_stays_in_its_box(hall: TownHall) -> None:
    browser = hall.inside(hall.person())
    page = previewed(browser, TEXTS, **{"ready.0": "", "ready.2": "{fee}円", "ready.1": NEW})
    assert page.status_code == 422
    assert "文の中の {fee} は、使えません。消すか、{amount} に直してください。" in page.text
    assert 'href="#ready.2"' in page.text
    assert (form(page.text)["ready.2"], form(page.text)["ready.1"]) == ("{fee}円", NEW)
    page = previewed(browser, TEXTS, **{"ready.1.ko": "{x}"})
    assert (page.status_code, 'href="#ready.1"' in page.text) == (422, True)
    page = previewed(browser, TEXTS, **{"ready.3.en": "Only English"})
    assert 'href="#ready.3"' in page.text
    assert "「用意するもの（4）」を、日本語でも書いてください" in page.text
    assert previewed(browser, TEXTS, **{"figures.amount": "十万"}).status_code == 422
    assert previewed(browser, TEXTS, deadline="いつか").status_code == 422
    assert kinds(hall) == []


def test_what_must_be_there_cannot_be_emptied(hall: TownHall) -> None:
    at = f"{DESK}/town/texts/inkan-toroku/2026-04-01"
    browser = hall.inside(hall.person())
    page = previewed(browser, at, **{"consent.bring.0": "", "consent.bring.1": ""})
    assert page.status_code == 422
    assert "「持ってくるもの」を書いてください。" in page.text
    page = previewed(browser, at, **{"consent.where": ""})
    assert "「行くところ」を書いてください。" in page.text
    applied(browser, at, **{"consent.where": "支所でもできます。"})
    renew(hall.house)
    found = hall.house.catalogue.version_on(HERE, "inkan-toroku", date(2026, 11, 24))
    assert found
    assert found.source.consent.where == "支所でもできます。"
    assert len(found.source.consent.bring) == 2


def test_what_the_file_does_not_allow_stays_whatever_is_sent(hall: TownHall) -> None:
    browser, before = hall.inside(hall.person()), version(hall)
    forged = {
        **{
            "title": "x",
            "summary": "x",
            "who.0": "x",
            "minutes": "1",
            "department": "residents",
            "overridable": "title",
        },
        **{
            "figures.fee": "1",
            "consent.act": "x",
            "consent.where": "x",
            "questions.0.ask": "x",
            "next.0.when": '{"a": 1}',
        },
    }
    typed = form(browser.get(TEXTS).text)
    assert browser.post(TEXTS, data=typed | forged | {"do": "apply"}).status_code == 422, "nothing of it is a change"
    assert browser.post(TEXTS, data=typed | forged | {"ready.0": NEW, "do": "apply"}).status_code == 303
    after = version(hall)
    assert after.data == before.data | {"ready": [NEW, *before.data["ready"][1:]]}


def test_a_change_that_came_past_the_form_is_not_served(hall: TownHall, caplog: pytest.LogCaptureFixture) -> None:
    with hall.database.writing() as db:
        for n, values in enumerate(({"title": "x"}, {"ready": ["{x}"]}, {"figures": {"amount": "many"}})):
            changes.keep(db, HERE, Change("texts.kyufukin@2026-04-01", values, at=hall.now), n)
            assert overrides.amiss(version(hall), values)
    assert texts(hall).title == "特別給付金を受けとる"
    assert "does not fit its file" in caplog.text
    page = hall.inside(hall.person()).get(f"{DESK}/town").text
    assert "「『特別給付金を受けとる』の案内」で変えたことは" in page


def test_one_press_goes_back(hall: TownHall) -> None:
    browser, before = hall.inside(hall.person()), version(hall)
    applied(browser, TEXTS, **{"ready.0": NEW, "ready.3": "めがね"})
    page = browser.get(HISTORY).text
    assert f"→ {NEW}、" in page
    assert "めがね" in page
    assert browser.post(HISTORY, data={"do": "back", "version": "1", "seen": "1"}).status_code == 303
    assert version(hall) is before
    assert kinds(hall)[0] == ("town changed back", "2")


def test_two_never_write_over_each_other(hall: TownHall) -> None:
    one, other = hall.inside(hall.person()), hall.inside(hall.person(name="鈴木 修"))
    mine = previewed(one, TEXTS, **{"ready.0": NEW})
    applied(other, TEXTS, **{"figures.amount": "5"})
    page = one.post(TEXTS, data=form(mine.text) | {"do": "apply"})
    assert (page.status_code, form(page.text)["ready.0"]) == (409, NEW)
    assert "鈴木 修さんが、" in page.text


def test_it_is_for_the_department_of_the_service(hall: TownHall) -> None:
    assert (
        applied(hall.inside(hall.person({"welfare": ["administrator"]})), TEXTS, **{"ready.0": NEW}).status_code == 303
    )
    browser = hall.inside(hall.person({"residents": ["administrator"]}))
    assert browser.get(TEXTS).status_code == 404
    assert browser.post(TEXTS, data={"do": "apply", "ready.0": "x"}).status_code == 404
    assert "texts/kyufukin" not in browser.get(f"{DESK}/town").text
    assert NEW not in browser.get(HISTORY).text
    assert browser.get(f"{DESK}/town/texts/kyufukin/2026-04-02").status_code == 404
    assert browser.get("/desk/kasumigahama/town/texts/kyufukin/x").status_code == 404


def test_another_town_reads_what_it_read(hall: TownHall) -> None:
    before = [one for one in hall.house.catalogue.versions if one.municipality != HERE]
    applied(hall.inside(hall.person()), TEXTS, **{"ready.0": NEW})
    renew(hall.house)
    assert [one for one in hall.house.catalogue.versions if one.municipality != HERE] == before


def test_every_service_has_a_form_that_can_be_sent(hall: TownHall) -> None:
    browser = hall.inside(hall.person())
    pages = re.findall(rf'href="({DESK}/town/texts/[^"]*)"', browser.get(f"{DESK}/town").text)
    assert len(pages) == 5, "two of juminhyo: that of today and that of next April"
    for at in pages:
        service, day = at.split("/")[-2:]
        found = next(one for one in FILED.files if overrides.called(one) == f"{service}@{day}")
        boxes = form(browser.get(at).text)
        assert {
            name for name in found.data["overridable"] if not any(f"{box}.".startswith(f"{name}.") for box in boxes)
        } == set()
        assert len(boxes) + 20 < FIELDS
    assert "令和9年4月1日（2027年）からの『住民票の写しを取りよせる』の案内" in browser.get(f"{DESK}/town").text
