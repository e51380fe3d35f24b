"""A case on one page: who sees it, who acts on it, and two clerks who never overwrite each other."""

from __future__ import annotations

import re
from html import unescape

from starlette.testclient import TestClient

from portal.accounts.staff import trail
from portal.accounts.staff.role import APPROVER, CLERK, READER
from portal.cases.case import Case
from portal.cases.work import acts
from portal.cases.work.hold import Act
from portal.desk.work.acts import ACTS
from portal.desk.work.case import DONE, PAGE
from tests.cases.given import ANSWERS, CONSENT, HELPED, RECORD, answered
from tests.cases.work.given import REACH
from tests.cases.work.test_beside import STRANGER
from tests.desk.given import DESK, HERE, TownHall
from tests.desk.work.given import CASES, DOUBT, again, clerk, kept

OTHER = {"applicant": "林 正", "kana": "ハヤシ タダシ", "birth_date": "1940-02-02", "phone": ""}
HIDDEN = re.compile(r'name="(revision|at|message)" value="(\w+)"')


def seen(browser: TestClient, case: Case) -> dict[str, str]:
    """What the forms of a case carry, as somebody sees it now."""
    page = browser.get(f"{CASES}/{case.id}")
    assert page.status_code == 200, page.text
    return dict(HIDDEN.findall(page.text))


def test_tells_everything_that_was_sent(hall: TownHall) -> None:
    page = clerk(hall).get(f"{CASES}/{kept(hall, flags=(DOUBT,)).id}").text
    for words in (
        "山田 花子さんの申し込み",
        "名前が、かなだけです。",
        "山田 一郎さんについての答え",
        "昭和10年4月1日",
        "通帳.jpg",
    ):
        assert words in page, words


def test_every_look_is_kept_and_a_clerks_look_says_that_the_office_has_it(hall: TownHall) -> None:
    one = kept(hall)
    clerk(hall, welfare=["reader"]).get(f"{CASES}/{one.id}")
    assert again(hall, one).acknowledged is None
    browser = clerk(hall)
    browser.get(f"{CASES}/{one.id}")
    browser.post(f"{CASES}/{one.id}", data={"do": "consent"})
    assert again(hall, one).acknowledged == hall.now
    with hall.database.reading() as db:
        assert len(trail.of_case(db, HERE, one.id)) == 3


def test_nobody_finds_a_case_of_another_department_or_town(hall: TownHall) -> None:
    one = kept(hall)
    for roles in ({"residents": ["approver"]}, {"welfare": ["administrator"], "residents": ["reader"]}):
        stranger = clerk(hall, **roles)
        for answer in (stranger.get(f"{CASES}/{one.id}"), stranger.post(f"{CASES}/{one.id}", data={"do": "consent"})):
            assert answer.status_code == 404
            assert "山田" not in answer.text
    other = hall.inside(hall.person({"*": ["approver"]}, town="990027"))
    assert other.get(f"/desk/hoshino/cases/{one.id}").status_code == 404
    with hall.database.reading() as db:
        assert trail.of_case(db, HERE, one.id) == []


def test_a_reader_elsewhere_a_clerk_acts_on_nothing(hall: TownHall) -> None:
    one = kept(hall)
    browser = clerk(hall, welfare=["reader"], residents=["clerk"])
    page = browser.get(f"{CASES}/{one.id}").text
    assert 'value="note"' not in page
    for do in ACTS:
        answer = browser.post(f"{CASES}/{one.id}", data={"do": do, "note": "x", "to": "checking", "end": "accepted"})
        assert answer.status_code in {403, 422}, do
    assert again(hall, one) == one


def test_every_button_needs_a_clerk_and_deciding_an_approver() -> None:
    assert {*PAGE.acts} == {*ACTS} == {*DONE}
    assert {role for do, role in PAGE.acts.items() if do != "decide"} == {CLERK}
    assert (PAGE.acts["decide"], PAGE.needs) == (APPROVER, READER)


def test_a_case_goes_along_the_table_of_moves_and_is_decided_by_who_may(hall: TownHall) -> None:
    one, browser = kept(hall), clerk(hall)
    at = f"{CASES}/{one.id}"
    answer = browser.post(at, data={"do": "move", "to": "checking", **seen(browser, one)})
    assert answer.headers["location"] == f"{at}?done=move"
    assert "次に進めました" in browser.get(f"{at}?done=move").text
    assert again(hall, one).status == "checking"
    assert "結果は、決める役割の人が決めます" in browser.get(at).text
    refused = browser.post(at, data={"do": "decide", "end": "accepted", **seen(browser, one)})
    assert refused.status_code == 403
    browser.post(at, data={"do": "move", "to": "accepted", **seen(browser, one)})
    assert again(hall, one).status == "checking", "a clerk decides nothing by another button either"
    approver = clerk(hall, welfare=["approver"])
    approver.post(at, data={"do": "decide", "end": "accepted", **seen(approver, one)})
    assert again(hall, one).status == "accepted"
    assert "もう進める先はありません" in approver.get(at).text


def test_who_comes_second_is_shown_what_was_done_and_loses_no_word(hall: TownHall) -> None:
    one, first, second = kept(hall), hall.person({"welfare": ["clerk"]}, name="田中 一郎"), clerk(hall)
    stale = seen(second, one)
    with hall.database.writing() as db:
        acts.assign(db, hall.keys, Act(REACH, one.id, one.revision, first.id, hall.now), first.id)
    sent = {"do": "write", "text": "通帳の写真を、\nもう一度送ってください。", **stale}
    answer = second.post(f"{CASES}/{one.id}", data=sent)
    assert answer.status_code == 409
    assert "ほかの人が、先に変えました" in answer.text
    assert "担当：田中 一郎、田中 一郎" in answer.text
    assert "通帳の写真を、\nもう一度送ってください。</textarea>" in unescape(answer.text)
    again_sent = sent | dict(HIDDEN.findall(answer.text))
    assert again_sent["message"] == sent["message"]
    assert second.post(f"{CASES}/{one.id}", data=again_sent).status_code == 303
    assert again(hall, one).assignee == first.id


def test_who_presses_twice_is_told_once_that_it_is_done(hall: TownHall) -> None:
    one, me = kept(hall, days=1, flags=(DOUBT,)), hall.person({"welfare": ["approver"]})
    browser, at = hall.inside(me), f"{CASES}/{one.id}"
    for typed in (
        {"do": "check"},
        {"do": "take-over"},
        {"do": "assign", "assignee": ""},
        {"do": "move", "to": "checking"},
        {"do": "note", "note": "電話で聞いた", "new-note": "n1"},
        {"do": "decide", "end": "accepted"},
    ):
        sent = typed | seen(browser, one)
        for _ in range(2):
            hall.later(seconds=1)
            assert browser.post(at, data=sent).headers["location"] == f"{at}?done={typed['do']}"
    assert browser.get(at).text.count("電話で聞いた") == 1
    other = browser.post(at, data=sent | {"end": "refused"})
    assert other.status_code == 409
    assert again(hall, one).status == "accepted"


def test_what_is_long_or_hostile_is_kept_as_it_was_typed_or_stays_in_its_box(hall: TownHall) -> None:
    hostile, one, browser = "<script>alert(1)</script>'; DROP TABLE cases; --", kept(hall), clerk(hall)
    at = f"{CASES}/{one.id}"
    long = browser.post(at, data={"do": "note", "note": "長" * 10_000, **seen(browser, one)})
    assert long.status_code == 422
    assert "長" * 10_000 in long.text
    assert browser.post(at, data={"do": "note", "note": hostile, **seen(browser, one)}).status_code == 303
    page = browser.get(at).text
    assert hostile in unescape(page)
    assert "<script>alert" not in page


def test_who_moves_a_case_that_was_decided_is_shown_where_it_stands(hall: TownHall) -> None:
    one, browser = kept(hall), clerk(hall)
    answer = browser.post(f"{CASES}/{one.id}", data={"do": "move", "to": "asked", **seen(browser, one)})
    assert answer.status_code == 409


def test_a_form_that_was_broken_changes_nothing(hall: TownHall) -> None:
    one, browser = kept(hall), clerk(hall)
    for revision in ("", "x", "-1", "1" * 30):
        data = {"do": "assign", "assignee": "", "revision": revision, "at": revision}
        assert browser.post(f"{CASES}/{one.id}", data=data).status_code in {303, 409}
    assert browser.post(f"{CASES}/{one.id}", data={"do": "nonsense"}).headers["location"] == f"{CASES}/{one.id}"
    assert again(hall, one).revision == 0


def test_the_consent_is_checked_by_one_press(hall: TownHall) -> None:
    answer = clerk(hall, welfare=["reader"]).post(f"{CASES}/{kept(hall, consent=None).id}", data={"do": "consent"})
    assert "確かめるものがありません" in answer.text
    answer = clerk(hall).post(f"{CASES}/{kept(hall, 'b').id}", data={"do": "consent"})
    assert "本物だと言えません" in answer.text, "its record is made up"
    assert "まだ決めないでください" in answer.text
    assert "電話で聞いてください" not in answer.text, "a clerk is told to telephone the office"


def test_what_to_check_stands_on_top_in_order_of_what_to_check_first(hall: TownHall) -> None:
    account = answered("account", "bank_account", "口座", ("銀行",), {"bank": "0001", "number": "1234567"})
    one = kept(hall, answers=(*ANSWERS, account), flags=(DOUBT,), earlier=("1111-2222-33",))
    kept(hall, "twice")
    kept(hall, "account", answers=(account,), **STRANGER)
    kept(hall, "other", service="hoikuen")
    page, at = clerk(hall).get(f"{CASES}/{one.id}").text, 0
    for words in (
        "はじめに、確かめること",
        "同じ人が、同じ手続きを、ほかにも送っています",
        "1111-2222-33",
        "同じ口座を、ほかの人も書いています",
        "佐藤 実",
        "答えの中の、確かめること",
        "名前が、かなだけです。",
        "同じ人や、同じ家の、ほかの申し込み",
        "<dt>手続き</dt>",
        "答え</h2>",
    ):
        at = page.index(words, at)
    plain = clerk(hall).get(f"{CASES}/{kept(hall, 'plain', answers=(), **OTHER).id}").text
    assert "はじめに、確かめること" not in plain
    assert "ほかの申し込み" not in plain


def test_whose_person_has_not_confirmed_it_is_told_first(hall: TownHall) -> None:
    records = [{**CONSENT["records"][0], "record": {**RECORD, "type": "mandate"}}]  # type: ignore[index]
    one = kept(hall, **HELPED, consent={**CONSENT, "records": records})
    page = clerk(hall).get(f"{CASES}/{one.id}").text
    assert page.index("頼んだ本人の確認が、すんでいません") < page.index("<dt>手続き</dt>")


def test_nothing_to_press_comes_on_paper_and_the_document_is_one_press_away(hall: TownHall) -> None:
    one = kept(hall)
    page = clerk(hall).get(f"{CASES}/{one.id}").text
    assert f'href="{CASES}/{one.id}/paper">印刷する' in page
    acting = page.partition('<div class="screen">\n<h2 id="next">')[2].partition('<h2 id="happened">')[0]
    assert 'id="write"' in acting
    assert 'id="notes"' in acting


def test_a_question_about_the_doubts_is_ready(hall: TownHall) -> None:
    one = kept(hall, flags=(DOUBT,), language="en")
    page = clerk(hall).get(f"{CASES}/{one.id}?words=doubts").text
    assert "日本語で読む" in page
    assert re.search(r"<textarea[^>]*>\s*[^<]*山田 花子", page)
    assert f'href="{CASES}/{one.id}?words=doubts#text"' in page


def test_in_english_every_word_of_ours_is(hall: TownHall) -> None:
    browser = clerk(hall)
    browser.post(f"{DESK}/preferences", data={"do": "language:en"})
    page = browser.get(f"{CASES}/{kept(hall).id}").text
    assert "Application of 山田 花子" in page
    assert "What to do next" in page
