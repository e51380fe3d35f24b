"""The search: what a clerk typed finds cases of their departments, and stands in no address."""

from __future__ import annotations

import pytest

from portal.accounts.staff import trail
from portal.desk.work.reach import A_PAGE
from tests.desk.given import DESK, HERE, TownHall
from tests.desk.work.given import clerk, kept
from tests.desk.work.test_inbox import named

SEARCH = f"{DESK}/search"


@pytest.mark.parametrize(
    "q", ["山田花子", "やまだ", "ﾔﾏﾀﾞ ﾊﾅｺ", "1935年4月1日", "090-1234-5678", "昭和10年4月1日 やまだ"]
)
def test_finds_by_name_birth_date_and_telephone(hall: TownHall, q: str) -> None:
    kept(hall)
    kept(hall, "b", department="residents")
    assert named(clerk(hall).post(SEARCH, data={"q": q, "do": "search"}).text) == ["山田"]


@pytest.mark.parametrize(
    ("kept_as", "q"),
    [
        ("髙橋 一郎", "高橋"),
        ("高橋 一郎", "髙橋　一郎"),
        ("渡邉 正", "渡辺"),
        ("斎藤 実", "齋藤"),
        ("山田 花子", "０９０ー１２３４ー５６７８"),
    ],
)
def test_finds_whoever_it_is_however_they_are_spelt(hall: TownHall, kept_as: str, q: str) -> None:
    kept(hall, applicant=kept_as)
    assert named(clerk(hall).post(SEARCH, data={"q": q}).text) == [kept_as.split()[0]]


@pytest.mark.parametrize("q", ["' OR '1'='1", "%", "_", "*", "\x00", "<b>x</b>", "髙" * 10_000, "山田\n花子\r\n%00"])
def test_hostile_words_find_nothing_and_do_nothing(hall: TownHall, q: str) -> None:
    kept(hall, applicant="佐々木 正", kana="ササキ タダシ")
    answer = clerk(hall).post(SEARCH, data={"q": q})
    assert answer.status_code in {200, 422}
    assert named(answer.text) == []
    assert "<b>x" not in answer.text
    assert "見つかりませんでした" in answer.text or "どれかを書いてください" in answer.text


def test_finds_by_receipt_number_within_reach_alone(hall: TownHall) -> None:
    one = kept(hall)
    assert one.number in clerk(hall).post(SEARCH, data={"q": one.number}).text
    other = clerk(hall, residents=["clerk"]).post(SEARCH, data={"q": one.number})
    assert named(other.text) == []
    assert "見つかりませんでした" in other.text


def test_asks_for_something_to_look_for(hall: TownHall) -> None:
    answer = clerk(hall).post(SEARCH, data={"q": "  "})
    assert answer.status_code == 422
    assert "どれかを書いてください" in answer.text
    assert clerk(hall).get(SEARCH).status_code == 200


def title(page: str) -> str:
    """What a screen reader tells first."""
    return page.partition("<title>")[2].partition("<")[0].partition(" – 職員の机")[0]


def test_the_title_says_what_came_of_it(hall: TownHall) -> None:
    browser = clerk(hall)
    assert title(browser.get(SEARCH).text) == "さがす"
    assert title(browser.post(SEARCH, data={"q": " "}).text) == "エラー: さがす"
    assert title(browser.post(SEARCH, data={"q": "山田"}).text) == "さがす – 見つかりませんでした"
    for n in range(A_PAGE):
        kept(hall, f"k{n}")
    page = browser.post(SEARCH, data={"q": "山田"}).text
    assert title(page) == f"さがす – 見つかった申し込み：{A_PAGE}件"
    assert f"<h2>見つかった申し込み：{A_PAGE}件</h2>" in page


def test_goes_on_with_older_ones(hall: TownHall) -> None:
    for n in range(A_PAGE + 1):
        kept(hall, f"k{n}")
    browser = clerk(hall)
    page = browser.post(SEARCH, data={"q": "山田"}).text
    assert len(named(page)) == A_PAGE
    do = page.partition('value="before:')[2].partition('"')[0]
    assert title(page) == f"さがす – 見つかった申し込み：{A_PAGE}件以上"
    older = browser.post(SEARCH, data={"q": "山田", "do": f"before:{do}"}).text
    assert len(named(older)) == 1
    assert title(older) == "さがす – その前の申し込み：1件"


def test_what_was_typed_is_still_there_after_coming_in_anew(hall: TownHall) -> None:
    browser = clerk(hall)
    hall.later(minutes=31)
    to = browser.post(SEARCH, data={"q": "山田"}).headers["location"]
    assert "sign-in" in to
    assert "%E5%B1%B1" not in to


def test_what_was_found_is_a_look_at_a_list(hall: TownHall) -> None:
    kept(hall)
    browser = clerk(hall)
    for q in ("山田", "佐々木"):
        browser.post(SEARCH, data={"q": q})
    with hall.database.reading() as db:
        [look] = trail.newest(db, HERE, frozenset("*"))
    assert (look.kind, look.page, look.shown, look.department) == ("listed", "search", 1, "welfare")
