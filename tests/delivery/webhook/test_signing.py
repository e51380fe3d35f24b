"""Signatures that any library of Standard Webhooks checks, by secrets that can be changed without a gap."""

from __future__ import annotations

from base64 import b64encode
from datetime import UTC, datetime
from pathlib import Path

import pytest
from standardwebhooks import Webhook

from portal.delivery.webhook.signing import NoSecret, draw, headers, retire, secrets
from tests.delivery.webhook.given import SECRET


def test_the_signature_is_that_of_the_published_example() -> None:
    """The example of the specification's own libraries."""
    at = datetime.fromtimestamp(1614265330, UTC)
    assert headers("msg_p5jXN8AQM9LWM0D4loKWxJek", at, '{"test": 2432232314}', [SECRET]) == {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    }


def test_during_a_change_either_secret_checks(tmp_path: Path) -> None:
    old = draw(tmp_path, "welfare")
    new = draw(tmp_path, "welfare")
    held = secrets(tmp_path, "welfare")
    assert held == [new, old]
    signed = headers("e1", datetime.now(UTC), '{"名前":"山田"}', held)
    for secret in held:
        assert Webhook(secret).verify('{"名前":"山田"}', signed) == {"名前": "山田"}


def test_a_third_takes_the_oldests_place_and_the_old_one_is_retired(tmp_path: Path) -> None:
    _, second, third = (draw(tmp_path, "welfare") for _ in range(3))
    assert secrets(tmp_path, "welfare") == [third, second]
    assert retire(tmp_path, "welfare") is True
    assert secrets(tmp_path, "welfare") == [third]
    assert retire(tmp_path, "welfare") is False


def test_a_secret_is_its_owners_alone(tmp_path: Path) -> None:
    draw(tmp_path / "secrets", "welfare")
    assert (tmp_path / "secrets").stat().st_mode & 0o077 == 0
    assert (tmp_path / "secrets" / "welfare").stat().st_mode & 0o077 == 0
    assert [path.name for path in (tmp_path / "secrets").iterdir()] == ["welfare"]


def test_no_secret_says_so(tmp_path: Path) -> None:
    with pytest.raises(NoSecret, match=r"^secret missing$"):
        secrets(tmp_path, "welfare")


WRONG = {
    "empty": "",
    "no prefix": SECRET.removeprefix("whsec_"),
    "too short": "whsec_" + b64encode(bytes(23)).decode(),
    "too long": "whsec_" + b64encode(bytes(65)).decode(),
    "no base64": "whsec_" + "あ" * 40,
    "three of them": f"{SECRET}\n" * 3,
}


@pytest.mark.parametrize("content", WRONG.values(), ids=WRONG.keys())
def test_what_is_no_secret_signs_nothing(tmp_path: Path, content: str) -> None:
    (tmp_path / "welfare").write_text(content)
    with pytest.raises(NoSecret, match=r"^secret unreadable$"):
        secrets(tmp_path, "welfare")
