"""The trail as auditors see it."""

from __future__ import annotations

from portal.accounts.staff import trail
from portal.accounts.staff.trail import LISTED, LOOKED, Entry
from portal.cases.case import opened
from portal.desk.staff.looks import A_PAGE, KINDS
from portal.journey.counter.written import SENT
from tests.cases.given import sent
from tests.desk.given import DESK, HERE, TownHall
from tests.house.tree import HOUSE

LOOKS = f"{DESK}/looks"


def look(hall: TownHall, staff: str, case: str, department: str = "welfare") -> None:
    """Somebody looks at a case."""
    with hall.database.writing() as db:
        trail.add(db, hall.keys, HERE, Entry(hall.now, LOOKED, staff, department, case, "case"))


def test_tells_who_looked_at_which_case_when(hall: TownHall) -> None:
    clerk, auditor = hall.person(name="田中 一郎"), hall.inside(hall.person({"*": ["auditor"]}))
    with hall.database.writing() as db:
        case = opened(db, hall.keys, sent(), hall.now)
    look(hall, clerk.id, case.id)
    look(hall, clerk.id, "0" * 32)
    page = auditor.get(LOOKS).text
    assert "2026年11月24日 火曜日 10:00" in page
    assert "田中 一郎" in page
    assert case.number in page
    assert "（消えた申し込み）" in page


def test_tells_who_was_shown_a_list_and_how_long_it_was(hall: TownHall) -> None:
    clerk, auditor = hall.person(name="田中 一郎"), hall.inside(hall.person({"*": ["auditor"]}))
    with hall.database.writing() as db:
        trail.add(db, hall.keys, HERE, Entry(hall.now, LISTED, clerk.id, "welfare", page="inbox", shown=25))
    assert "申し込みの一覧を見た：25件" in auditor.get(LOOKS).text


def test_an_auditor_of_a_department_sees_no_other(hall: TownHall) -> None:
    clerk = hall.person(name="田中 一郎")
    look(hall, clerk.id, "0" * 32, "residents")
    auditor = hall.inside(hall.person({"welfare": ["auditor"]}))
    assert "田中 一郎" not in auditor.get(LOOKS).text
    look(hall, clerk.id, "0" * 32, "welfare")
    assert auditor.get(LOOKS).text.count("田中 一郎") == 1
    assert "書き換えられていないか" not in auditor.get(LOOKS).text


def test_goes_back_page_by_page(hall: TownHall) -> None:
    clerk, auditor = hall.person(name="田中 一郎"), hall.inside(hall.person({"*": ["auditor"]}))
    with hall.database.writing() as db:
        for _ in range(A_PAGE + 1):
            trail.add(db, hall.keys, HERE, Entry(hall.now, LOOKED, clerk.id, "welfare", "0" * 32, "case"))
    page = auditor.get(LOOKS).text
    assert page.count("<time ") == A_PAGE
    assert f'href="{LOOKS}?before=1"' in page
    assert auditor.get(f"{LOOKS}?before=1").text.count("<time ") == 1
    assert auditor.get(f"{LOOKS}?before=x").text.count("<time ") == A_PAGE


def test_says_whether_it_is_as_it_was_written(hall: TownHall) -> None:
    clerk, auditor = hall.person(), hall.inside(hall.person({"*": ["auditor"]}))
    for _ in range(3):
        look(hall, clerk.id, "0" * 32)
    assert "記録は、書かれたままです" in auditor.post(LOOKS, data={"do": "check"}).text
    with hall.database.writing() as db:
        db.exec_driver_sql("UPDATE staff_trail SET staff = 'x' WHERE place = 1")
    assert "記録が、2番目から" in auditor.post(LOOKS, data={"do": "check"}).text


def test_every_kind_of_entry_has_its_words() -> None:
    desk = "".join(path.read_text() for path in (HOUSE / "portal" / "desk").rglob("*.py"))
    assert [kind for kind in KINDS if f'"{kind}"' not in desk and kind not in (LOOKED, LISTED, SENT)] == []
