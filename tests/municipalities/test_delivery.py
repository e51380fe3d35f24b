"""Ways of delivery as data: what is missing has a sound meaning, what is wrong is told with how to mend it."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.municipalities import load
from portal.municipalities.delivery import Api, Batch, Delivery, Email, Webhook
from tests.municipalities.test_municipality import told

TOWN = """code: "990019"
slug: town
name: 市
kana: シ
phone: "1"
hours: 平日
address: 市
services: []
departments:
  welfare:
    name: 係
    email: a@town.example
    phone: "2"
"""
FIRST = len(TOWN.splitlines()) + 2


def written(folder: Path, lines: str) -> None:
    """A town whose one department has these lines more."""
    (folder / "990019.yaml").write_text(TOWN + "".join(f"    {line}\n" for line in lines.splitlines()))


def read(folder: Path, lines: str) -> Delivery:
    """The channels of those lines."""
    written(folder, lines)
    return load(folder)["town"].departments["welfare"].delivery


def test_each_channel_needs_little(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "delivery:\n- kind: email\n- {kind: webhook, url: 'https://system.town.example:8443/cases?to=a'}\n"
        "- kind: batch\n- kind: api",
    )
    webhook = Webhook(kind="webhook", url="https://system.town.example:8443/cases?to=a", secret=None)
    assert found == (
        Email(style="whole", certificate=None),
        webhook,
        Batch(kind="batch", every="day", at=7),
        Api(kind="api"),
    )


def test_each_channel_takes_what_it_knows(tmp_path: Path) -> None:
    email, hook, batch = read(
        tmp_path,
        "delivery:\n- {kind: email, style: notice, certificate: fukushi.pem}\n"
        "- {kind: webhook, url: 'https://a.example/', secret: welfare-2026}\n- {kind: batch, every: week, at: 0}",
    )
    assert isinstance(email, Email)
    assert (email.style, email.certificate) == ("notice", "fukushi.pem")
    assert isinstance(hook, Webhook)
    assert hook.secret == "welfare-2026"
    assert isinstance(batch, Batch)
    assert (batch.every, batch.at) == ("week", 0)


WRONG = {
    "a list is wanted": ("delivery: api", "'delivery' must be a list, one '- ' line each"),
    "nothing in it": ("delivery: []", "'delivery' is empty; remove the line"),
    "twice the same": ("delivery:\n- kind: email\n- {kind: email, style: whole}", "'delivery' says the same twice"),
    "no kind": ("delivery:\n- style: whole", "say with 'kind' what this entry of 'delivery' is"),
    "an unknown kind": ("delivery:\n- kind: fax", "'kind' must be one of 'email', 'webhook', 'batch', 'api'"),
    "an unknown style": ("delivery:\n- {kind: email, style: short}", "'style' must be 'whole' or 'notice'"),
    "a key of another": ("delivery:\n- {kind: api, url: 'https://a.example'}", "nothing is called 'url' here"),
    "a path for a file": ("delivery:\n- {kind: email, certificate: ../a.pem}", "'certificate' is the name of a file"),
    "a secret itself": (
        "delivery:\n- {kind: webhook, url: 'https://a.example', secret: whsec_abc}",
        "'secret' is a secret itself; keep it in a file",
    ),
    "no address": ("delivery:\n- kind: webhook", "'url' is missing; add it"),
    "in the clear": ("delivery:\n- {kind: webhook, url: 'http://a.example'}", "'url' must be an address like https:"),
    "nowhere": ("delivery:\n- {kind: webhook, url: 'https:///cases'}", "'url' must be an address like https:"),
    "an impossible port": ("delivery:\n- {kind: webhook, url: 'https://a:99999'}", "'url' must be an address like"),
    "with a line end": ('delivery:\n- {kind: webhook, url: "https://a/\\r\\nb"}', "'url' must be an address like"),
    "in kanji": ("delivery:\n- {kind: webhook, url: 'https://市.example.jp/'}", "'url' is written in ASCII"),
    "with a password": ("delivery:\n- {kind: webhook, url: 'https://a:b@c.example'}", "'url' takes no password"),
    "an unknown rhythm": ("delivery:\n- {kind: batch, every: month}", "'every' must be 'day' or 'week'"),
    "an hour that is none": ("delivery:\n- {kind: batch, at: 24}", "'at' must be 23 or less"),
    "a yes for an hour": ("delivery:\n- {kind: batch, at: yes}", "'at' must be a whole number"),
    "two systems": (
        "delivery:\n- {kind: webhook, url: 'https://a.example'}\n- {kind: webhook, url: 'https://b.example'}",
        "'delivery' takes one webhook",
    ),
    "an alarm before the batch": ("delivery:\n- {kind: batch, every: week}", "'limit' must be 192 or more"),
    "a notice does not help": (
        "delivery:\n- kind: batch\n- {kind: email, style: notice}",
        "'limit' must be 48 or more",
    ),
    "no limit": ("limit: 0", "'limit' must be 1 or more"),
    "a limit in words": ("limit: one day", "'limit' must be a whole number"),
}


@pytest.mark.parametrize(("lines", "sentence"), WRONG.values(), ids=WRONG.keys())
def test_a_mistake_is_told_with_the_way_to_mend_it(tmp_path: Path, lines: str, sentence: str) -> None:
    written(tmp_path, lines)
    (line,) = told(tmp_path)
    assert sentence in line


def test_a_mistake_is_told_on_its_line(tmp_path: Path) -> None:
    written(tmp_path, "delivery:\n- kind: api\n- kind: webhook\n  url: http://a.example\n  secret: whsec_a")
    assert [int(line.split(":")[1]) for line in told(tmp_path)] == [FIRST + 2, FIRST + 3]
