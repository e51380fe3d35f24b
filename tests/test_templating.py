"""Templating: escaped pages, plain letters, nothing missing in silence."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, UndefinedError

from portal import templating
from portal.language.words import say


@pytest.fixture
def templates(monkeypatch: pytest.MonkeyPatch) -> None:
    made = {
        "page.html": '<p>{{ _("{name}さん", name=name) }}</p>',
        "letters/x/subject.txt": "受付\n{{ name }}\n",
        "letters/x/body.txt": "{{ name }} 様\n",
    }
    for environment in (templating.PAGES, templating.LETTERS):
        monkeypatch.setattr(environment, "loader", DictLoader(made))
        environment.cache.clear()


@pytest.mark.usefixtures("templates")
def test_a_name_that_looks_like_markup_stays_a_name() -> None:
    assert templating.page("page.html", {"language": "ja", "name": "<b>"}) == "<p>&lt;b&gt;さん</p>"


@pytest.mark.usefixtures("templates")
def test_a_missing_value_is_loud() -> None:
    with pytest.raises(UndefinedError):
        templating.page("page.html", {"language": "ja"})


@pytest.mark.usefixtures("templates")
def test_a_letters_subject_is_one_line() -> None:
    assert templating.letter("x", name="山田\nBcc: x") == ("受付 山田 Bcc: x", "山田\nBcc: x 様\n")


def test_words_in_words_are_told_in_the_same_language() -> None:
    assert templating.words_for("ja")(say("{what}を直す", what=say("名前"))) == "名前を直す"
