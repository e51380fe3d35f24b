"""The files a way of delivery names: each that cannot be used now is told beside its name, and nothing is lost."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from portal.municipalities.delivery import Email
from tests.delivery.certificates import issued, rsa_key
from tests.desk.given import TownHall
from tests.desk.town.given import applied, form, previewed
from tests.desk.town.test_delivery import DELIVERY, WHOLE, channels, hall

__all__ = ["hall"]


@pytest.mark.parametrize(
    ("typed", "field", "told"),
    [
        ({**WHOLE, "certificate": "none.pem"}, "certificate", "「none.pem」という証明書のファイルが、ありません。"),
        ({**WHOLE, "certificate": "old.pem"}, "certificate", "「old.pem」という証明書は、期限が切れています。"),
        ({**WHOLE, "certificate": "text.pem"}, "certificate", "「text.pem」という証明書は、使えません。"),
        ({"email": "whole", "batch": "day", "batch-certificate": "a.pem"}, "batch-certificate", "「a.pem」という"),
        ({**WHOLE, "url": "https://a.example", "secret": "care"}, "secret", "ファイル「care」が、ありません。"),
        ({**WHOLE, "url": "https://a.example", "secret": "text.pem"}, "secret", "ファイル「text.pem」は、使えません。"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_beside_its_name(
    hall: TownHall, tmp_path: Path, typed: dict[str, str], field: str, told: str
) -> None:
    old = issued("welfare@town.example", key=rsa_key(), end=hall.now - timedelta(days=1))
    (tmp_path / "old.pem").write_bytes(old.pem)
    for folder in (tmp_path, hall.settings.secrets_at):
        (folder / "text.pem").write_text("x")
    page = previewed(hall.inside(hall.person()), DELIVERY, **typed)
    assert page.status_code == 422
    assert told in page.text
    assert "システムの担当に" in page.text
    assert f'href="#{field}"' in page.text
    assert form(page.text)[field] == typed[field]
    assert channels(hall) == (Email(),)


def test_files_that_are_there_are_taken(hall: TownHall, tmp_path: Path) -> None:
    (tmp_path / "new.pem").write_bytes(issued("welfare@town.example", key=rsa_key()).pem)
    browser = hall.inside(hall.person())
    wanted = {**WHOLE, "certificate": "new.pem", "url": "https://a.example"}
    assert applied(browser, DELIVERY, **wanted).status_code == 303
    (tmp_path / "new.pem").unlink()
    page = previewed(browser, DELIVERY, **wanted | {"url": "https://b.example"})
    assert (page.status_code, form(page.text)["url"]) == (422, "https://b.example"), "nothing that was typed is lost"
