"""A department's delivery: chosen on a page, held against the checks of the file, and tried."""

from __future__ import annotations

from email import message_from_bytes, policy
from pathlib import Path

import pytest

from portal.cases.letters.channels import EVENTS
from portal.delivery.webhook import signing
from portal.desk.town import delivery
from portal.municipalities.delivery import Api, Batch, Email, Webhook
from portal.security.allowance import Allowance
from portal.settings import Settings
from tests.desk.given import DESK, ORIGIN, TownHall
from tests.desk.town.given import HISTORY, WELFARE, applied, form, kinds, previewed, town

DELIVERY, TRY = f"{WELFARE}/delivery", f"{WELFARE}/try"
WHOLE = {"email": "whole", "batch": "none"}
SECRET = "990019-welfare"


@pytest.fixture
def hall(hall: TownHall, tmp_path: Path) -> TownHall:
    """A town hall with a folder of certificates and one of secrets, as its operator has made them."""
    settings = Settings(address=ORIGIN, var=tmp_path, certificates=str(tmp_path))
    hall.settings = hall.house.settings = settings
    signing.draw(settings.secrets_at, SECRET)
    return hall


def channels(hall: TownHall) -> tuple[object, ...]:
    """How applications come to the department now."""
    return town(hall).departments["welfare"].delivery


def test_the_form_holds_what_the_file_says(hall: TownHall) -> None:
    page = hall.inside(hall.person()).get(DELIVERY).text
    assert 'name="email" value="whole" checked' in page
    assert 'name="batch" value="none" checked' in page
    assert "いまは、もとの設定です。" in page


def test_channels_are_changed_after_they_were_seen(hall: TownHall) -> None:
    browser = hall.inside(hall.person({"welfare": ["administrator"]}))
    wanted = {
        "email": "notice",
        "batch": "week",
        "at": "９",
        "url": "https://system.town.example/cases",
        "pick-api": "on",
    }
    seen = previewed(browser, DELIVERY, **wanted)
    for words in ("届いたことだけを", "毎週月曜日に", "9時", "https://system.town.example/cases", "APIで取りに来る"):
        assert words in seen.text
    assert browser.post(DELIVERY, data=form(seen.text) | {"do": "apply"}).status_code == 303
    hook = Webhook(kind="webhook", url="https://system.town.example/cases")
    assert channels(hall) == (Email(style="notice"), hook, Batch(kind="batch", every="week", at=9), Api(kind="api"))
    page = browser.get(DELIVERY).text
    assert 'name="email" value="notice"' in page.replace(' id="email-notice"', "")
    assert form(page)["at"] == "9"
    applied(browser, DELIVERY, **WHOLE, at="7", url="")
    assert channels(hall) == (Email(),)
    assert "もとの設定です" in browser.get(DELIVERY).text


@pytest.mark.parametrize(
    ("typed", "field", "told"),
    [
        ({"email": "none", "batch": "none"}, "email", "届け方を、一つ以上選んでください。"),
        ({"email": "none", "batch": "day"}, "email", "48以上にしてください"),
        ({**WHOLE, "url": "http://system.town.example"}, "url", "https:// で始まるアドレス"),
        ({**WHOLE, "url": "https://a@system.town.example"}, "url", "https:// で始まるアドレス"),
        ({**WHOLE, "url": "https://a.example", "secret": "whsec_abc"}, "secret", "秘密そのものではなく"),
        ({**WHOLE, "certificate": "../../etc/passwd"}, "certificate", "証明書のファイルの名前"),
        ({"email": "none", "batch": "day", "batch-certificate": "a/b"}, "batch-certificate", "証明書のファイルの名前"),
        ({"email": "whole", "batch": "day", "at": "24"}, "at", "0から23まで"),
        ({"email": "whole", "batch": "day", "at": "朝"}, "at", "0から23まで"),
        ({"email": "all", "batch": "none"}, "email", "届け方を、一つ以上選んでください。"),
    ],
)
def test_what_a_file_may_not_say_is_refused(hall: TownHall, typed: dict[str, str], field: str, told: str) -> None:
    page = previewed(hall.inside(hall.person()), DELIVERY, **typed)
    assert page.status_code == 422
    assert told in page.text
    assert f'href="#{field}"' in page.text
    for name, words in typed.items():
        assert name in {"email", "batch"} or form(page.text)[name] == words


def test_another_departments_is_not_theirs(hall: TownHall) -> None:
    browser = hall.inside(hall.person({"residents": ["administrator"]}))
    assert browser.get(DELIVERY).status_code == 404
    assert browser.post(DELIVERY, data={**WHOLE, "do": "apply"}).status_code == 404
    assert browser.post(TRY).status_code == 404
    assert browser.post(f"{DESK}/town/departments/nothing/try").status_code == 404


def test_a_test_is_sent_and_told(hall: TownHall, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivery, "_tests", Allowance(2, 600))
    browser = hall.inside(hall.person())
    applied(browser, DELIVERY, **WHOLE, **{"pick-api": "on", "url": "https://nowhere.invalid/cases"})
    (hall.settings.secrets_at / SECRET).unlink()
    answer = browser.post(TRY)
    assert answer.status_code == 200
    assert "送れました。届いたかを、課の人に聞いてください。" in answer.text
    assert "ここから送るものは、ありません。" in answer.text
    assert "送れませんでした。" in answer.text
    (path,) = (tmp_path / "outbox").iterdir()
    mail = message_from_bytes(path.read_bytes(), policy=policy.default)
    assert mail["To"] == "welfare@town.example"
    assert not any(words in path.read_text() for words in EVENTS.values())
    assert kinds(hall)[0][0] == "delivery tried"
    browser.post(TRY)
    assert browser.post(TRY).status_code == 429


def test_it_can_be_taken_back(hall: TownHall) -> None:
    browser = hall.inside(hall.person())
    applied(browser, DELIVERY, email="notice", batch="none")
    assert "届いたことだけを" in browser.get(HISTORY).text
    assert browser.post(HISTORY, data={"do": "back", "version": "1", "seen": "1"}).status_code == 303
    assert channels(hall) == (Email(),)
