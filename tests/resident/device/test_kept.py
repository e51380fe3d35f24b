"""What a telephone keeps of a service: its published pages, nobody's own, small enough for a first visit."""

from __future__ import annotations

from typing import Any

import pytest

from portal.preferences import COOKIE
from portal.web.house import House
from portal.web.worker.script import ADDRESS, FILES
from tests.journeys.benefit import HOME, SERVICE
from tests.resident.conftest import Phone

FIRST_VISIT = 40 * 1024
PAGE_ITSELF = 20 * 1024
"""Most bytes of a first visit before anything is kept (tests/browser/test_bytes measures it, heads included)."""


def kept(phone: Phone, wished: str = "", *, cookie: str = "") -> dict[str, Any]:
    """What is kept of the benefit."""
    visitor = phone(Cookie=cookie) if cookie else phone()
    told: dict[str, Any] = visitor.get(f"{SERVICE}/kept.json?{wished}").json()
    return told


def test_the_pages_are_those_of_the_service_and_the_way_out(phone: Phone) -> None:
    assert [page["path"] for page in kept(phone)["pages"]] == [
        f"{SERVICE}/",
        f"{HOME}/offline",
        f"{SERVICE}/waiting",
        f"{HOME}/",
    ]
    assert all('<main id="main" data-kept>' in page["html"] for page in kept(phone)["pages"])
    assert "data-kept" not in phone().get(f"{SERVICE}/").text


def test_it_is_the_same_for_everybody(phone: Phone) -> None:
    somebody = phone()
    somebody.post(f"{SERVICE}/", data={"do": "begin"})
    somebody.post(f"{HOME}/preferences", data={"do": "text:200", "back": f"{HOME}/"})
    assert "とちゅうまで書いたもの" in somebody.get(f"{SERVICE}/").text
    assert somebody.get(f"{SERVICE}/kept.json").json() == kept(phone)


def test_it_comes_in_the_size_wished_for(phone: Phone) -> None:
    assert all('data-text="300"' in page["html"] for page in kept(phone, "comfort=300.dark..")["pages"])
    nonsense = kept(phone, "comfort=9.%3Cscript%3E..", cookie=f"{COOKIE}=200...")
    assert nonsense == kept(phone)


@pytest.mark.parametrize(
    ("language", "comfort", "sign"),
    [
        ("ja", "100.standard....on", "<rt"),
        ("ja-simple", "100.standard.", "<rt"),
        ("vi", "100.standard...on", 'class="beside"'),
    ],
)
def test_it_comes_with_what_stands_beside_the_words(phone: Phone, language: str, comfort: str, sign: str) -> None:
    address = f"{SERVICE}/kept.json".replace("/ja/", f"/{language}/")
    wished, bare = (phone().get(f"{address}?comfort={one}").json() for one in (comfort, "100.standard....off"))
    assert wished["stamp"] != bare["stamp"]
    for kind in ("pages", "questions"):
        assert all(sign in one["html"] for one in wished[kind] if one["html"]), kind
        assert not any(sign in one["html"] for one in bare[kind])


def test_its_stamp_changes_with_what_is_kept(phone: Phone) -> None:
    assert kept(phone)["stamp"] == kept(phone)["stamp"] != kept(phone, "comfort=300.dark..")["stamp"]


def test_what_is_said_of_it_comes_where_somebody_listens(phone: Phone) -> None:
    assert not any("script" in page for page in kept(phone)["pages"])
    for page in kept(phone, "heard=yes")["pages"]:
        said = page["script"]["utterances"]
        assert page["script"]["next"] == []
        assert said[0]["public"]
        assert said[0]["src"].startswith("/speech/")


@pytest.mark.parametrize("service", ["no-such-service", "kyufukin/filer"])
def test_there_is_nothing_to_keep_of_what_is_not_there(phone: Phone, service: str) -> None:
    assert phone().get(f"{HOME}/{service}/kept.json").status_code == 404


def test_a_first_visit_stays_small_with_all_that_is_kept(phone: Phone, house: House) -> None:
    wire = {"Accept-Encoding": "br"}
    with phone().stream("GET", f"{SERVICE}/kept.json", headers=wire) as answer:
        bytes = len(b"".join(answer.iter_raw()))
    with phone().stream("GET", ADDRESS, headers=wire) as answer:
        bytes += len(b"".join(answer.iter_raw()))
    for name in set(FILES) - {"site.css", "site.js", "icons/icon.svg"}:  # those came with the page
        with phone().stream("GET", house.assets.path(name), headers=wire) as answer:
            bytes += len(b"".join(answer.iter_raw()))
    assert bytes + PAGE_ITSELF < FIRST_VISIT
