"""Loading: every mistake at once, with its file, its line and how to mend it; or a catalogue."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from portal.catalogue.load import load
from portal.municipalities.source import Faulty
from tests.catalogue.given import QUESTIONS, TOWN, service, take, written


def faults(folder: Path) -> list[str]:
    """What is told of a folder, without its path."""
    with pytest.raises(Faulty) as found:
        load([TOWN], folder)
    return [f"{fault.path.name}:{fault.line}: {fault.message}" for fault in found.value.faults]


def test_a_good_folder_is_a_catalogue(tmp_path: Path) -> None:
    written(tmp_path, service())
    written(tmp_path, service(title="新しい給付金"), "2027-04-01.yaml")
    catalogue = load([TOWN], tmp_path)
    found = catalogue.version_on("990019", "cash", date(2027, 3, 31))
    assert found is not None
    assert found.source.title == "給付金"


def test_the_shipped_services_have_nothing_to_mend() -> None:
    from portal.municipalities import load as towns

    assert load(towns().values()).versions


def test_every_mistake_of_every_file_is_told_at_once(tmp_path: Path) -> None:
    broken = service(colour="red", minutes="ten")
    del broken["summary"]
    written(tmp_path, broken)
    written(tmp_path, "title: a\n\tb", "2026-05-01.yaml")
    told = faults(tmp_path)
    assert len(told) == 4
    assert any("'colour'" in line and "remove it" in line for line in told)
    assert any("'minutes' must be a whole number" in line for line in told)
    assert any("'summary' is missing" in line for line in told)


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "an unknown kind": ({"kind": "signature"}, "there is no kind 'signature'"),
    "asked twice": ({"id": "born"}, "asked twice"),
    "an id that is a page": ({"id": "review"}, "a page of the portal"),
    "an id that is a word of conditions": ({"id": "any"}, "a word of conditions"),
    "a choice without options": ({"kind": "choice", "options": []}, "needs options"),
    "options for a text": ({"kind": "text"}, "takes no options"),
    "an unknown limit": ({"limits": {"colour": 1}}, "has no limit 'colour'"),
    "a condition on a later question": ({"when": {"later": "x"}}, "not asked before"),
    "a condition on an unknown option": ({"when": {"take": "maybe"}}, "not asked before"),
    "a condition on a name": ({"when": {"name": "x"}}, "decide the way"),
    "a condition of the wrong type": ({"when": {"all": "maybe"}}, "takes a list"),
    "each of no household": ({"each": "born"}, "no household question"),
    "a name nobody has": ({"ask": "{nobody}さん"}, "nothing is called {nobody}"),
}


@pytest.mark.parametrize(("change", "told"), WRONG.values(), ids=WRONG.keys())
def test_a_mistake_is_told_with_the_way_to_mend_it(tmp_path: Path, change: dict[str, Any], told: str) -> None:
    written(tmp_path, service(questions=[*QUESTIONS[:4], take(**change)]))
    assert any(told in line for line in faults(tmp_path)), faults(tmp_path)


def test_a_mistake_is_told_on_its_line(tmp_path: Path) -> None:
    path = written(tmp_path, service(questions=[*QUESTIONS[:4], take(kind="signature")]))
    line = path.read_text().splitlines().index("  kind: signature") + 1
    assert faults(tmp_path)[0].startswith(f"2026-04-01.yaml:{line}: ")


def test_yes_and_no_are_compared_as_yes_and_no(tmp_path: Path) -> None:
    questions = [*QUESTIONS[:4], take(when={"everyone": "no"})]
    written(tmp_path, service(questions=questions))
    assert "without quotes" in faults(tmp_path)[0]


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("2026-04-01@990019.yaml", {"title": "うちの給付金"}, "a town may not change 'title'"),
        ("2026-04-01@990019.yaml", {"figures": {"amount": "many"}}, "must be a whole number"),
        ("2026-04-01@990035.yaml", {"next": ["x"]}, "no municipality has the code 990035"),
        ("2026-05-01@990019.yaml", {"next": ["x"]}, "no file of this date"),
        ("soon.yaml", {}, "name the file"),
        ("2026-13-01.yaml", {}, "name the file"),
    ],
)
def test_a_town_changes_only_what_it_may(tmp_path: Path, name: str, data: dict[str, Any], told: str) -> None:
    written(tmp_path, service())
    written(tmp_path, data, name)
    assert told in " ".join(faults(tmp_path))


def test_a_service_without_receipts_is_told(tmp_path: Path) -> None:
    written(tmp_path, service(questions=[question | {"role": None} for question in QUESTIONS[:4]]))
    assert sum("receipts and the status page need one" in line for line in faults(tmp_path)) == 2


def test_a_town_cannot_offer_what_is_not_there(tmp_path: Path) -> None:
    assert "which has no file" in faults(tmp_path)[0]
