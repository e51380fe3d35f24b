"""The numbers of a service: all of one's own departments, nothing of others, nothing small, nobody in them."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape

import pytest

from tests.desk.given import THERE, TownHall
from tests.desk.overview.given import FIGURES, READER, counted, gone, offered

AT = f"{FIGURES}/kyufukin"
SENT = {"sent": {"web": 20, "counter": 6}, "language": {"ja": 23, "en": 3}, "text": {"100": 20, "150": 6}}


def page(hall: TownHall, query: str = "", roles: dict[str, list[str]] = READER) -> str:
    answer = hall.inside(hall.person(roles)).get(f"{AT}{query}")
    assert answer.status_code == 200
    return unescape(answer.text)


def table(text: str, id: str) -> dict[str, str]:
    """A section's table: what, and how many in words."""
    section = text.partition(f'<section aria-labelledby="{id}">')[2].partition("</section>")[0]
    return dict(re.findall(r'<th scope="row">([^<]*)</th><td>([^<]*)</td>', section))


def test_every_table_has_its_numbers_and_its_picture(hall: TownHall) -> None:
    counted(offered(hall), SENT | {"aloud": {"off": 20, "read": 6}, "answered": {"0": 6, "2": 8, "40": 6}})
    counted(hall, {"returned": {"asked": 7, "refused": 5}, "doubted": {"name": 6, "gone": 5}})
    gone(hall, {"": 9, "name": 6, "?born": 5, "never": 8})
    text = page(hall)
    assert "申し込み 26件" in text
    assert table(text, "channels") == {
        "ネットから": "20件（77%）",
        "窓口で、職員といっしょに": "6件（23%）",
        "紙に書いて、ほかのシステムから": "0件（0%）",
    }
    assert table(text, "texts")["大きい（125%、150%）"] == "6件（23%）"
    assert table(text, "aloud") == {"読み上げを使った": "6件（23%）", "使っていない": "20件（77%）"}
    assert table(text, "answers")["1日から3日"] == "8件"
    assert "半分の人は、2日で結果が出ました。" in text
    assert "10人のうち9人は、40日までに出ました。" in text
    assert table(text, "left") == {
        "はじめの質問の前": "9件",
        "「名前」に答えたあと": "6件",
        "「生まれた日」を書いている途中": "5件",
        "いまはない質問": "8件",
    }
    assert table(text, "returns")["本人に聞きかえした"] == "7件"
    assert table(text, "doubts") == {"名前": "6件", "いまはない質問": "5件"}
    pictures = re.findall(r'<(?:svg|div) role="img" aria-label="([^"：]*)：', text)
    assert pictures == re.findall(r"<caption>([^<]*)</caption>", text)
    assert len(pictures) == 9
    assert "style=" not in text


def test_small_numbers_are_hidden_in_table_and_picture(hall: TownHall) -> None:
    counted(offered(hall), SENT)
    text = page(hall)
    assert table(text, "languages") == {"日本語": "非公開", "英語": "非公開"}
    section = text.partition('aria-labelledby="languages"')[2].partition("</section>")[0]
    assert section.count('class="hidden"') == 2
    assert not re.search(r"\b(3|23)件", section)


def test_few_applications_are_not_told_at_all(hall: TownHall) -> None:
    counted(offered(hall), {"sent": {"web": 4}, "language": {"ja": 4}})
    text = page(hall)
    assert table(text, "channels") == table(text, "when") == {}
    assert "4件" not in text.replace("1件から4件まで", "")
    assert "：数が少ないので、出しません。" in text


def test_nothing_of_another_town_or_department_is_counted(hall: TownHall) -> None:
    counted(offered(hall), SENT, department="residents")
    counted(hall, SENT, town=THERE)
    assert "申し込み 0件" in page(hall)
    assert "申し込み 26件" in page(hall, roles={"*": ["reader"]})


@pytest.mark.parametrize("roles", [{"residents": ["approver"]}, {"residents": ["reader"], "welfare": ["auditor"]}])
def test_a_service_of_another_department_is_not_there(hall: TownHall, roles: dict[str, list[str]]) -> None:
    counted(offered(hall), SENT)
    for at in (AT, f"{AT}/sheet"):
        assert hall.inside(hall.person(roles)).get(at).status_code == 404


def test_the_days_are_chosen_and_each_part_is_whole(hall: TownHall) -> None:
    counted(offered(hall), SENT)
    hall.later(days=20)
    assert "申し込み 0件" in page(hall, "?days=7")
    text = page(hall)
    assert "申し込み 26件" in text
    assert (len(table(text, "when")), list(table(text, "when").values()).count("26件")) == (30, 1)
    assert len(table(page(hall, "?days=90"), "when")) == len(table(page(hall, "?days=365"), "when")) == 13
    assert '<input type="radio" id="days-365" name="days" value="365" checked>' in page(hall, "?days=365")
    assert page(hall, "?days=x").count(" checked>") == text.count(" checked>")


def test_it_says_when_it_was_counted(hall: TownHall) -> None:
    assert "まだ数えていません。" in page(offered(hall))
    counted(hall, SENT)
    hall.now += timedelta(hours=1)
    assert "までを数えました。" in page(hall)
