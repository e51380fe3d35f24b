"""Every template can be read, every page has its title, every component shows its examples."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from jinja2 import meta, nodes

from portal.templating import LETTERS, PAGES, TEMPLATES
from tests.house.tree import files, named

PAGE_TEMPLATES = [p for p in files("templates/*.html") if p.parent.name in {"resident", "desk"}]
ONE_TITLE: Mapping[str, str] = {"本人が確かめること": "both say that nothing is left for the person to confirm"}
"""What two pages may be called, and why."""
VOID = {"br", "hr", "img", "input", "link", "meta", "source", "wbr"}


def tree(path: Path) -> nodes.Template:
    """A template as jinja reads it."""
    return PAGES.parse(path.read_text(), named(path))


@pytest.mark.parametrize("path", files("templates/*.*"), ids=named)
def test_a_template_can_be_read(path: Path) -> None:
    if path.suffix == ".yaml":
        yaml.safe_load(path.read_text())
    else:
        (LETTERS if path.suffix == ".txt" else PAGES).get_template(path.relative_to(TEMPLATES).as_posix())


@pytest.mark.parametrize("path", files("templates/*.html"), ids=named)
def test_what_a_template_takes_in_is_there(path: Path) -> None:
    asked = {name for name in meta.find_referenced_templates(tree(path)) if name}
    assert not [name for name in asked if not (TEMPLATES / name).exists()]


@pytest.mark.parametrize("path", PAGE_TEMPLATES, ids=named)
def test_a_page_has_its_title(path: Path) -> None:
    given = {node.target.name for node in tree(path).find_all(nodes.Assign) if isinstance(node.target, nodes.Name)}
    assert "title" in given | meta.find_undeclared_variables(tree(path))


def test_no_two_pages_have_one_title() -> None:
    assert [title for title, n in Counter(titles()).items() if n > 1] == [*ONE_TITLE]


def titles() -> Iterator[str]:
    """Each sentence that may be a page's title, once for each page."""
    for path in PAGE_TEMPLATES:
        given = (node for node in tree(path).find_all(nodes.Assign) if getattr(node.target, "name", "") == "title")
        calls = (call for node in given for call in node.find_all(nodes.Call) if getattr(call.node, "name", "") == "_")
        yield from {told.value for call in calls for told in call.args if isinstance(told, nodes.Const)}


@pytest.mark.parametrize("path", PAGE_TEMPLATES, ids=named)
def test_a_page_says_what_it_takes(path: Path) -> None:
    assert path.read_text().startswith("{#")


@pytest.mark.parametrize("path", PAGE_TEMPLATES, ids=named)
def test_what_is_imported_is_used(path: Path) -> None:
    for node in tree(path).find_all(nodes.FromImport):
        for taken in node.names:
            name = taken[1] if isinstance(taken, tuple) else taken
            assert path.read_text().count(name) > 1, name


def examples() -> Iterator[Any]:
    """Each example of each component: name, macro, what it is given."""
    for path in files("templates/components/*.yaml"):
        for name, given in (yaml.safe_load(path.read_text()).get("examples") or {}).items():
            yield pytest.param(path.parent.name, given, id=f"{path.parent.name}: {name}")


class Balance(HTMLParser):
    """Complains when a tag is closed that is not open, or left open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open += [] if tag in VOID else [tag]

    def handle_endtag(self, tag: str) -> None:
        assert [tag] == self.open[-1:], f"</{tag}> closes nothing"
        self.open.pop()


@pytest.mark.parametrize(("component", "given"), [*examples()])
def test_an_example_is_whole_html(component: str, given: str) -> None:
    source = f'{{% from "components/{component}/macro.html" import {component} with context %}}{given}'
    balance = Balance()
    balance.feed(PAGES.from_string(source).render(language="ja"))
    assert not balance.open
