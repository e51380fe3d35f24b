"""What a mail in the mailbox is: a letter of ours that came back (RFC 3464), an automatic answer (RFC 3834), or other.

Whatever it says about a letter is believed only for the id of an envelope, which its receiver alone has seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage, Message
from email.policy import EmailPolicy
from itertools import islice
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from email.policy import Policy

BOUNCED, AUTOMATIC, OTHER = "bounced", "automatic", "other"
ID = re.compile(r"(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])")
"""An envelope's id, as it stands in Message-ID and X-Yorisoi-Id."""
STATUS = re.compile(r"\b[45]\.\d{1,3}\.\d{1,3}\b")
POSTMASTERS = re.compile(r"mailer-daemon|postmaster|mail delivery|mail-daemon", re.IGNORECASE)
AWAY = re.compile(
    r"\W*(自動(返信|応答|回答)(?![はがをにもの])|不在(通知|連絡|の(お知らせ|連絡|通知))"
    r"|out[ -]of[ -](the )?office|auto(matic)?[ -]?(reply|response)\b|vacation (reply|response|message)\b)",
    re.IGNORECASE,
)
"""How subjects of automatic answers begin whose programs say so nowhere else. What is taken for one is marked as read:
a person who asks about days off, or about such an answer, must not be overlooked for it, and one machine's more may.
"""
MARKS = ("X-Autoreply", "X-Autorespond", "X-Auto-Reply-From", "X-Vacation")
"""Headers of automatic answers alone. X-Auto-Response-Suppress is none: it asks not to be answered by machines, and
some servers write it above what people send.
"""
BULK = {"auto_reply", "bulk", "junk", "list"}
LONGEST_HEADER = 2000
"""Signs of a header that are read: the parser's time grows with their square, and anybody may write to the mailbox."""
MOST_IDS = 20
"""Ids of one mail that are looked for; ours stands before what the letter that came back was about."""


class _Cut(EmailPolicy):
    """Reads no more than the beginning of a header."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """Name and value of a header as it came."""
        name, value = super().header_source_parse(sourcelines)
        return name, value[:LONGEST_HEADER]


_cut = cast("Policy[EmailMessage]", _Cut())


@dataclass(frozen=True)
class Report:
    """What a mail is; of a letter that came back the ids it may have and the code (RFC 3463), "" where none is told."""

    kind: str
    ids: tuple[str, ...] = ()
    code: str = ""


def report(mail: bytes) -> Report:
    """What this mail is. Raises nothing: a mail nobody can read is other."""
    try:
        return _read(message_from_bytes(mail, policy=_cut))
    except Exception:  # the parser of the standard library fails on some of what the world sends
        return Report(OTHER)


def _read(mail: EmailMessage) -> Report:
    parts: list[Message] = list(mail.walk())
    if blocks := [block for part in parts if _is_status(part) for block in _blocks(part)]:
        return _of_status(parts, blocks)
    if _automatic(mail):
        return Report(AUTOMATIC)
    if POSTMASTERS.search(str(mail.get("From", ""))):
        text = "\n".join(_text(part) for part in parts)
        if ids := _ids(text):
            return Report(BOUNCED, ids, _code(text))
    return Report(OTHER)


def _is_status(part: Message) -> bool:
    return part.get_content_type() in {"message/delivery-status", "message/global-delivery-status"}


def _blocks(part: Message) -> list[Message]:
    """What a report says of the mail, then of each receiver."""
    content = part.get_payload()
    return (
        [block for block in content if isinstance(block, Message) and block.keys()] if isinstance(content, list) else []
    )


def _of_status(parts: list[Message], blocks: list[Message]) -> Report:
    """A report of several receivers is a failure when one of them failed: our letters have one each."""
    failed = [block for block in blocks if _failed(block)]
    if not failed:
        return Report(AUTOMATIC)  # delayed, delivered, relayed: nothing has come back
    told = [str(block.get("Original-Envelope-Id", "")) for block in blocks]
    for part in parts:
        if part.get_content_type() in {"message/rfc822", "message/global", "text/rfc822-headers"}:
            told += _returned(part)
    return Report(BOUNCED, _ids("\n".join(told)), _code(str(failed[0].get("Status", ""))))


def _failed(block: Message) -> bool:
    action, status = (str(block.get(name, "")).strip().lower() for name in ("Action", "Status"))
    return action == "failed" or (not action and status.startswith("5."))


def _returned(part: Message) -> Iterator[str]:
    """The names by which the letter that came back may be known."""
    content = part.get_payload()
    inner = content[0] if isinstance(content, list) else message_from_bytes(_text(part).encode(), policy=_cut)
    for name in ("X-Yorisoi-Id", "Message-ID"):
        yield str(inner.get(name, "")) if isinstance(inner, Message) else ""


def _automatic(mail: EmailMessage) -> bool:
    if POSTMASTERS.search(str(mail.get("From", ""))):
        return str(mail.get("Auto-Submitted", "")).lower().startswith("auto-generated") and not _ids(_text(mail))
    submitted = str(mail.get("Auto-Submitted", "no")).strip().lower()
    precedence = str(mail.get("Precedence", "")).strip().lower()
    marked = any(mail.get(name) is not None for name in MARKS)
    return not submitted.startswith("no") or precedence in BULK or marked or bool(AWAY.match(str(mail["Subject"])))


def _ids(text: str) -> tuple[str, ...]:
    return tuple(islice(dict.fromkeys(ID.findall(text)), MOST_IDS))


def _code(text: str) -> str:
    found = STATUS.search(text)
    return found[0] if found else ""


def _text(part: Message) -> str:
    """The words of one part, whatever it says it is written in."""
    content = part.get_payload(decode=True)
    return content.decode("utf-8", "replace") if isinstance(content, bytes) else ""
