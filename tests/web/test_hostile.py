"""Strangers at the door: whatever comes over the line is answered in words, and leads nowhere else."""

from __future__ import annotations

import logging

import pytest

from portal.web.errors import told
from tests.journeys.benefit import HOME, SERVICE
from tests.resident.conftest import Phone, house, phone
from tests.resident.filling import BORN

__all__ = ["house", "phone"]

HUGE = "9" * 5000
SENT: dict[str, tuple[str, str, dict[str, str], dict[str, str] | None, int]] = {
    "a referrer that is no address": ("GET", f"{HOME}/preferences", {"Referer": "http://["}, None, 200),
    "an origin that is no address": ("POST", f"{HOME}/status", {"Sec-Fetch-Site": "", "Origin": "http://["}, {}, 403),
    "a text size of 5000 digits": ("POST", f"{HOME}/preferences", {}, {"do": f"text:{HUGE}", "back": f"{HOME}/"}, 303),
    "a cookie of 5000 digits": ("GET", f"{HOME}/", {"Cookie": f"yorisoi_comfort={HUGE}.high.en"}, None, 200),
    "a way back that is no address": ("POST", f"{HOME}/preferences", {}, {"do": "text:150", "back": "//["}, 303),
    "a way back in kanji": ("POST", f"{HOME}/preferences", {}, {"do": "text:150", "back": "/ja/町/"}, 303),
    "too much for the list of towns": ("POST", "/ja/", {}, {"do": "x" * 300_000}, 413),
    "a service no cookie can be named after": ("POST", f"{HOME}/a%3Bb/done", {}, {"do": "leave"}, 303),
    "a path with a zero": ("GET", f"{HOME}/%00/%00", {}, None, 404),
    "a path of 60,000 letters": ("GET", f"{HOME}/{'a' * 60_000}/b", {}, None, 404),
}


@pytest.mark.parametrize(("method", "path", "headers", "form", "status"), SENT.values(), ids=SENT.keys())
def test_nothing_sent_breaks_the_door(
    phone: Phone, method: str, path: str, headers: dict[str, str], form: dict[str, str] | None, status: int
) -> None:
    stranger = phone()
    for name in [name for name, value in headers.items() if not value]:
        del stranger.headers[name]
    given = {name: value for name, value in headers.items() if value}
    page = stranger.request(method, path, headers=given, data=form, follow_redirects=False)
    assert page.status_code == status


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\0", "\u2028"])
def test_a_way_back_adds_no_header(phone: Phone, end: str) -> None:
    back = f"/ja/kasumigahama/{end}Set-Cookie: a=b"
    page = phone().post(f"{HOME}/preferences", data={"do": "text:150", "back": back}, follow_redirects=False)
    assert page.status_code == 303
    assert page.headers["location"].isprintable()
    assert " " not in page.headers["location"]


@pytest.mark.parametrize("path", ["/ja", "/ja/kasumigahama"])
def test_a_missing_slash_leads_on_without_asking_the_host_header(phone: Phone, path: str) -> None:
    page = phone(Host="evil.example").get(path, follow_redirects=False)
    assert page.headers["location"] == f"{path}/"


CHARSETS = {"unicode_escape": b"1\\ud800", "utf-7": b"1+2AA-", "raw_unicode_escape": b"1\\ud800"}


@pytest.mark.parametrize(("charset", "day"), CHARSETS.items(), ids=CHARSETS.keys())
def test_no_charset_makes_a_guess_uncounted(phone: Phone, charset: str, day: bytes) -> None:
    guesser = phone()
    typed = {"code": b"12345678", **{part: text.encode() for part, text in BORN.items()}, "day": day, "do": b"next"}
    form = b"".join(
        b'--b\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n' % (name.encode(), text)
        for name, text in typed.items()
    )
    kind = {"Content-Type": f"multipart/form-data; boundary=b; charset={charset}"}
    pages = [guesser.post(f"{HOME}/resume", content=form + b"--b--\r\n", headers=kind) for _ in range(21)]
    assert {page.status_code for page in pages} <= {422, 429}
    assert guesser.post(f"{HOME}/resume", data={"code": "12345678", **BORN}).status_code in {422, 429}


@pytest.mark.parametrize("charset", ["punycode", "hex", "idna", "nonsense"])
def test_an_odd_charset_is_refused_or_read(phone: Phone, charset: str) -> None:
    form = b'--b\r\nContent-Disposition: form-data; name="number"\r\n\r\n1-\xff\r\n--b--\r\n'
    kind = {"Content-Type": f"multipart/form-data; boundary=b; charset={charset}"}
    assert phone().post(f"{HOME}/status", content=form, headers=kind).status_code in {400, 422}


def test_the_log_tells_where_it_broke_and_not_what_was_typed(
    phone: Phone, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    resident = phone()
    resident.post(f"{SERVICE}/", data={"do": "begin"})

    def broken(typed: dict[str, str], *_: object) -> None:
        raise ValueError(f"cannot read {typed}") from KeyError(str(typed))

    monkeypatch.setattr("portal.answers.kind.Kind.read", broken)
    with caplog.at_level(logging.DEBUG):
        page = resident.post(f"{SERVICE}/filer", data={"value": "himitsu", "do": "next"})
    assert page.status_code == 500
    assert "ValueError" in caplog.text
    assert "step.py" in caplog.text
    assert "himitsu" not in caplog.text


def test_a_fault_is_told_with_its_cause() -> None:
    try:
        try:
            raise KeyError("山田")
        except KeyError as error:
            name = "花子"
            raise ValueError(name) from error
    except ValueError as error:
        words = told(error)
    assert "ValueError" in words
    assert "KeyError" in words
    assert "test_hostile.py" in words
    assert "花子" not in words
