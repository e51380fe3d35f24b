"""Channels go into the boxes of a form and come back the same; each has words."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter

from portal.desk.town.editing.channels import channel_shown, read, typed
from portal.desk.town.editing.field import CHANNELS, Field
from portal.language.words import say, words_for
from portal.municipalities.delivery import Delivery

DELIVERY = TypeAdapter(Delivery)


@pytest.mark.parametrize(
    "written",
    [
        [{"kind": "email"}],
        [{"kind": "email", "style": "notice", "certificate": "welfare.pem"}, {"kind": "api"}],
        [{"kind": "email", "pdf": True}],
        [
            {"kind": "webhook", "url": "https://a.example/", "secret": "mine"},
            {"kind": "batch", "every": "week", "at": 0},
        ],
        [{"kind": "batch", "certificate": "welfare.pem"}],
    ],
)
def test_there_and_back(written: list[dict[str, Any]]) -> None:
    channels = DELIVERY.validate_python(written)
    assert read(typed(channels)) == written
    assert Field("delivery", say("x"), kind=CHANNELS).kept(channels) == written
    assert all(channel_shown(channel, words_for(code)) for channel in channels for code in ("ja", "en"))
