"""The report can be read by anybody and by programs, says the same every time, and claims nothing of its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import validate
from playwright.sync_api import Browser

from a11y.check import checks
from a11y.checks import axe
from a11y.criteria import criteria
from a11y.report import audited, html
from a11y.report.audited import UNDECIDED, Audited
from a11y.report.files import write
from a11y.report.surroundings import agents, judged, tools
from a11y.test_outcome import FOUND, seen

ASSERTION = {
    "type": "object",
    "required": ["assertedBy", "subject", "test", "mode", "result"],
    "properties": {
        "@type": {"const": "Assertion"},
        "mode": {"enum": ["earl:automatic", "earl:semiAuto", "earl:manual"]},
        "result": {
            "required": ["@type", "outcome", "date"],
            "properties": {
                "outcome": {
                    "enum": [f"earl:{it}" for it in ("passed", "failed", "cantTell", "inapplicable", "untested")]
                }
            },
        },
    },
}
HIDDEN = """() => document.documentElement.scrollWidth - document.documentElement.clientWidth"""


def troubled() -> Audited:
    """An audit that found something of each kind."""
    return seen(
        whole=False,
        tools={"axe-core": "4.12.1"},
        agents=["Debian GNU/Linux 13 / Chromium 156"],
        findings=[FOUND, FOUND | {"state": "menu"}, FOUND | {"what": f"{UNDECIDED[0]}perhaps <b>too</b> wide"}],
        excused=[FOUND | {"reason": "a table of figures may be wide"}],
        faults=[{"check": "reflow", "fault": "a box wider than the phone", "caught": True}],
        reminders=["reflow on status: excuses nothing any more"],
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the three files of the troubled audit."""
    write(troubled(), tmp_path)
    return tmp_path


@pytest.mark.parametrize("width", [1280, 320])
def test_the_report_is_accessible_itself(browser: Browser, folder: Path, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 640})
    page.goto((folder / "report.html").as_uri())
    found = axe.told_by_axe(page)
    assert not [(rule["id"], node["html"]) for rule in found["violations"] for node in rule["nodes"]]
    assert page.evaluate(HIDDEN) == 0
    assert page.title().startswith("指摘があります")
    page.close()


def test_the_report_says_what_was_found_and_what_was_not_looked_at(folder: Path) -> None:
    told = (folder / "report.html").read_text()
    for words in ("a box is too wide", "home, menu, ja 100% dark", "全体の結果ではありません", "配慮", "1のうち1"):
        assert words in told
    assert "&lt;b&gt;too&lt;/b&gt;" in told, "what a check quotes is no part of the report"
    for row in criteria().values():
        assert f"{row.number} {row.ja}" in told
        assert row.judged != "person" or row.remark.ja in told


def test_a_good_audit_makes_a_quiet_report(tmp_path: Path) -> None:
    write(seen(), tmp_path)
    told = (tmp_path / "report.html").read_text()
    assert "<title>アクセシビリティ検査の報告</title>" in told
    assert "全体の結果ではありません" not in told


def test_programs_read_the_same(folder: Path) -> None:
    told = json.loads((folder / "report.json").read_text())
    assert told["degree"] == "considered"
    assert Audited.model_validate(told["audit"]) == troubled()
    failed = {row["number"] for row in told["criteria"] if row["result"] == "failed"}
    assert "1.4.10" in failed


class TestEarl:
    def test_every_assertion_has_what_the_schema_asks_for(self, folder: Path) -> None:
        graph = json.loads((folder / "report.earl.jsonld").read_text())["@graph"]
        known = {node["@id"] for node in graph if "@id" in node}
        asserted = [node for node in graph if node["@type"] == "Assertion"]
        for node in asserted:
            validate(node, ASSERTION)
            assert {node["assertedBy"], node["subject"], node["test"]} <= known
        assert len(asserted) > len(criteria())

    def test_every_criterion_is_asserted_once_for_the_whole_site(self, folder: Path) -> None:
        graph = json.loads((folder / "report.earl.jsonld").read_text())["@graph"]
        requirements = [node["@id"] for node in graph if node["@type"] == "TestRequirement"]
        assert len({*requirements}) == len(criteria())
        assert "https://www.w3.org/TR/WCAG22/#error-prevention-legal-financial-data" in requirements
        for wanted in requirements:
            assert len([node for node in graph if node.get("test") == wanted]) == 1

    def test_a_finding_stands_at_its_page(self, folder: Path) -> None:
        graph = json.loads((folder / "report.earl.jsonld").read_text())["@graph"]
        about = [node for node in graph if node.get("subject") == "urn:yorisoi:site#home"]
        assert {node["result"]["outcome"] for node in about} == {"earl:failed", "earl:cantTell"}


def test_the_same_audit_gives_the_same_files(folder: Path) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    write(troubled(), folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_an_audit_comes_back_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "findings.json"
    path.write_text(troubled().model_dump_json())
    assert audited.read(path) == troubled()


HEARD = {
    "engines": ["nu", "ibm"],
    "states": 300,
    "faults_caught": 9,
    "answered": {"ibm some_rule": 12},
    "findings": [
        {
            "engine": "nu",
            "page": "home",
            "state": "as it opens",
            "variant": "ja 100% standard",
            "what": "fails: end: no",
        },
        {
            "engine": "ibm",
            "page": "home",
            "state": "as it opens",
            "variant": "ja 100% standard",
            "what": "doubts: a: b",
        },
    ],
}


@pytest.mark.parametrize(("version", "heard"), [("0.1.0", True), ("0.0.9", False)])
def test_other_engines_are_heard_of_the_same_version_only(tmp_path: Path, version: str, heard: bool) -> None:
    path = tmp_path / "findings.json"
    path.write_text(seen().model_dump_json())
    path.with_name("opinions.json").write_text(json.dumps(HEARD | {"version": version}))
    told = audited.read(path)
    assert bool(told.opinions) is heard
    assert ("Nu Html Checker" in told.tools) is heard
    assert bool(told.against("4.1.1")) is heard, "who reads the HTML as it is sent speaks of parsing"
    write(told, tmp_path)
    assert ("ほかの道具の意見" in (tmp_path / "report.html").read_text()) is heard


def test_axe_marks_what_a_person_decides_as_the_report_reads_it() -> None:
    assert axe.UNDECIDED in UNDECIDED


def test_every_check_has_its_name_in_japanese() -> None:
    assert html.names().keys() == checks().keys()


def test_tools_and_browser_are_told_with_their_versions(browser: Browser) -> None:
    assert tools()["axe-core"].count(".") == 2
    assert browser.version in agents(browser)[0]
    assert judged().startswith("0.")
