"""The mail a clerk opens: readable, complete, the same however often it is sent, and not to be tricked."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest

from portal.delivery.envelope import Enclosure
from portal.delivery.message import BadAddress, Stamp, bare, message
from portal.storage.files import File
from tests.delivery.given import TOWN, envelope

STAMP = Stamp("かすみがはま市 <yorisoi@town.example>", datetime(2026, 11, 24, 1, 0, tzinfo=UTC))


def opened(mail: bytes) -> EmailMessage:
    """The mail as a mail program reads it."""
    read = message_from_bytes(mail, policy=default)
    assert isinstance(read, EmailMessage)
    return read


def a_file(**changes: str | bytes) -> File:
    usual = {"id": "f1", "municipality": TOWN, "owner": "c", "name": "通帳.jpg", "media_type": "image/jpeg"}
    return File(**(usual | {"content": b"\xff\xd8photo"} | changes))  # type: ignore[arg-type]


def test_a_mail_program_shows_what_was_written() -> None:
    letter = envelope(to="福祉課 <welfare@town.example>")
    mail = opened(message(letter, STAMP))
    assert mail["Subject"] == "4827-1936-52 特別給付金を受けとる"
    assert mail["From"].addresses[0].display_name == "かすみがはま市"
    assert mail["To"].addresses[0].addr_spec == "welfare@town.example"
    assert mail["Date"].datetime.isoformat() == "2026-11-24T10:00:00+09:00"
    body = mail.get_body(("plain",))
    assert body is not None
    assert body.get_content().splitlines() == letter.text.splitlines()


def test_who_writes_is_called_as_people_know_them() -> None:
    sender = opened(message(envelope(sender='星\r\nBcc: x "市"'), STAMP))["From"].addresses[0]
    assert (sender.display_name, sender.addr_spec) == ('星 Bcc: x "市"', "yorisoi@town.example")


def test_the_same_words_travel_as_text_and_as_html() -> None:
    letter = envelope(html="<!doctype html>\n<title>届きました</title><p>届きました。</p>\n")
    mail = opened(message(letter, STAMP, [a_file()]))
    kinds = [part.get_content_type() for part in mail.walk()]
    assert kinds[:4] == ["multipart/mixed", "multipart/alternative", "text/plain", "text/html"]
    assert len([*mail.iter_attachments()]) == 2
    for kind, words in (("plain", letter.text), ("html", letter.html)):
        body = mail.get_body((kind,))
        assert body is not None
        assert body.get_content().splitlines() == words.splitlines()
    outer, inner = mail.get_boundary(), next(mail.iter_parts()).get_boundary()
    assert not inner.startswith(outer), "a reader who looks at beginnings only would cut the letter short"


def test_enclosures_and_files_are_attached_with_their_names() -> None:
    mail = opened(message(envelope(), STAMP, [a_file()]))
    data, photo = mail.iter_attachments()
    assert (data.get_filename(), data.get_content_type()) == ("case-4827-1936-52.json", "application/json")
    assert json.loads(data.get_content()) == {"name": "山田 花子"}
    assert (photo.get_filename(), photo.get_content_type()) == ("通帳.jpg", "image/jpeg")
    assert photo.get_content() == b"\xff\xd8photo"


def test_the_same_letter_has_the_same_name_each_time() -> None:
    letter = envelope(id="0192" * 8)
    first, second = opened(message(letter, STAMP)), opened(message(letter, STAMP, [a_file()]))
    assert first["Message-ID"] == second["Message-ID"] == f"<{'0192' * 8}@town.example>"
    assert first["X-Yorisoi-Id"] == "0192" * 8
    assert first["Date"] == second["Date"]
    assert first["Auto-Submitted"] == "auto-generated"


def test_every_line_is_short_and_ends_as_mail_lines_do() -> None:
    mail = message(envelope(text="あ" * 5000, subject="長い題" * 60), STAMP, [a_file(content=bytes(9999))])
    assert b"\n" not in mail.replace(b"\r\n", b"")
    assert max(map(len, mail.split(b"\r\n"))) <= 998


TRICKS = {
    "a second header": "題\r\nBcc: thief@evil.example",
    "only a line feed": "題\nBcc: thief@evil.example",
    "a unicode line end": "題\u2028Bcc: thief@evil.example\u0085X: 1",
    "a zero byte": "題\x00Bcc: thief@evil.example",
}


@pytest.mark.parametrize("trick", TRICKS.values(), ids=TRICKS.keys())
def test_no_word_becomes_a_header(trick: str) -> None:
    enclosed = Enclosure(f"{trick}.json", "text/plain\r\nBcc: thief@evil.example", b"{}")
    mail = opened(message(envelope(subject=trick, enclosures=(enclosed,)), STAMP, [a_file(name=trick)]))
    assert all("Bcc" not in part for part in mail.walk())
    assert "Bcc: thief@evil.example" in mail["Subject"]
    assert "\n" not in mail["Subject"]


def test_a_file_stays_a_file() -> None:
    odd = a_file(name="../../etc/passwd", media_type="message/rfc822")
    nameless = a_file(name="\r\n", media_type="nonsense")
    first, second = [*opened(message(envelope(enclosures=()), STAMP, [odd, nameless])).iter_attachments()]
    assert (first.get_filename(), first.get_content_type()) == (".._.._etc_passwd", "application/octet-stream")
    assert (second.get_filename(), second.get_content_type()) == ("file", "application/octet-stream")


BAD = ["", "nobody", "a b@c.example", "a@b@c.example", "a@c.example\r\nRCPT TO:<x@y.example>", "<>", "名@町.example"]


@pytest.mark.parametrize("address", BAD)
def test_a_bad_address_is_noticed_before_a_server_sees_it(address: str) -> None:
    with pytest.raises(BadAddress):
        message(envelope(to=address), STAMP)


def test_the_bare_address() -> None:
    assert bare("Yorisoi <yorisoi@localhost>") == "yorisoi@localhost"
    assert bare("welfare+kyufu@town.example") == "welfare+kyufu@town.example"
