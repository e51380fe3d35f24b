"""The description for people: whole, in either language, one page of our own without a script."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from portal.api.v1.openapi import description
from portal.api.v1.reference import WORDS
from tests.api.given import Office


class Read(HTMLParser):
    """What a page is made of."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.levels: list[int] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if tag == "a" else []
        self.loads += [given.get("href") or given.get("src", "")] if tag in {"link", "script", "img"} else []


@pytest.mark.parametrize("language", ["ja", "en"])
def test_it_tells_every_operation_in_either_language(office: Office, language: str) -> None:
    answer = office.get("/", Accept_Language=language, Accept="text/html")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["content-language"] == language
    assert f'<html lang="{language}"' in answer.text
    assert f"<title>{WORDS['title'].told(language)}</title>" in answer.text
    assert '<code lang="en">next</code>' in answer.text
    assert "`" not in answer.text
    assert answer.text.count('<code lang="en">NotFound</code>') > 2, "named where it may come, told at the end"
    page = Read(answer.text)
    ids = [each["operationId"] for methods in description()["paths"].values() for each in methods.values()]
    assert [id for id in page.ids if id in ids] == ids
    assert office.get(f"/?language={language}", Accept_Language="fr").text == answer.text


def test_it_can_be_walked_by_headings_and_loads_nothing_of_others(office: Office) -> None:
    page = Read(office.get("/").text)
    assert page.levels[0] == 1
    assert all(after - before <= 1 for before, after in zip(page.levels, page.levels[1:], strict=False))
    assert page.levels.count(1) == 1
    assert len({*page.ids}) == len(page.ids)
    assert all(link[1:] in page.ids for link in page.links if link.startswith("#"))
    assert all(path.startswith("/static/") for path in page.loads)
    assert not any("://" in link for link in page.links)
