"""What belongs together stands together: a kind and its template, a part and its examples, a file and its test."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from portal.answers import KINDS
from tests.house.tree import HOUSE, files, named

COMPONENTS = sorted({path.parent for path in files("templates/components/*/*")})
TESTED_ELSEWHERE = {
    "portal/__main__.py": "one line; every test that starts the server goes through it",
    "portal/answers/answer_type.py": "the contract; tests/answers/test_examples.py holds every kind to it",
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_can_be_asked_shown_and_heard(kind: str) -> None:
    assert (HOUSE / "templates" / "answers" / f"{kind}.html").is_file()
    examples = KINDS[kind].examples
    assert examples, f"{kind} needs examples"
    assert all(example.shown_ja and example.spoken_ja for example in examples)


def test_no_template_asks_a_kind_that_does_not_exist() -> None:
    assert {path.stem for path in files("templates/answers/*.html")} <= set(KINDS)


@pytest.mark.parametrize("component", COMPONENTS, ids=lambda path: path.name)
def test_a_component_has_its_examples(component: Path) -> None:
    assert (component / "macro.html").is_file()
    told = yaml.safe_load((component / f"{component.name}.yaml").read_text())
    assert told["params"] is not None
    assert told["examples"]


@pytest.mark.parametrize("path", [*files("static/components/*.css"), *files("static/components/*.js")], ids=named)
def test_style_and_behaviour_belong_to_a_component(path: Path) -> None:
    assert path.stem in {component.name for component in COMPONENTS}


def test_every_module_has_its_test() -> None:
    modules = [path for path in files("portal/*.py") if path.name != "__init__.py" and "migrations" not in path.parts]
    missing = {named(path): _mirror(path) for path in modules if not (HOUSE / _mirror(path)).is_file()}
    assert missing.keys() <= TESTED_ELSEWHERE.keys(), {k: v for k, v in missing.items() if k not in TESTED_ELSEWHERE}


def test_no_excuse_is_out_of_date() -> None:
    assert all((HOUSE / name).is_file() for name in TESTED_ELSEWHERE)
    assert not any((HOUSE / _mirror(HOUSE / name)).is_file() for name in TESTED_ELSEWHERE)


def _mirror(path: Path) -> str:
    return f"tests/{path.relative_to(HOUSE / 'portal').with_name(f'test_{path.name}').as_posix()}"
