"""A process apart sets the documents: started when first asked, again when it has ended, and its memory is its own."""

from __future__ import annotations

import pytest

from portal.typesetting import pdf as setting
from portal.typesetting.pdf import Unset, pdf
from tests.typesetting.test_document import DATA, read


def test_it_is_set_elsewhere() -> None:
    assert "申し込みの控え" in read(pdf("receipt", DATA))
    assert setting._press.pid


def test_one_that_has_ended_is_started_anew() -> None:
    pdf("receipt", DATA)
    setting._press.kill()
    assert "申し込みの控え" in read(pdf("receipt", DATA))


def test_what_cannot_be_set_is_told_and_the_next_is_set() -> None:
    with pytest.raises(Unset):
        pdf("receipt", DATA | {"title": ""})
    assert pdf("receipt", DATA)


def test_a_process_that_cannot_do_it_twice_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setting, "_press", setting.Child("-c", "pass"))
    with pytest.raises(Unset, match=r"EOFError|BrokenPipeError"):
        pdf("receipt", DATA)
