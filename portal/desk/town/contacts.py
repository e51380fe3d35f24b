"""The town's telephone, its hours and its address, as they stand at the end of every page."""

from __future__ import annotations

from functools import partial

from portal.accounts.staff.role import ADMINISTRATOR
from portal.desk.page import Page
from portal.desk.town.editing.edit import show, take
from portal.desk.town.editing.field import PHONE, WORDS, Field
from portal.desk.town.editing.part import Part
from portal.language.words import say
from portal.municipalities.own.overlay import CONTACTS

DAYS_TOO = say("「休みの日」の画面に書いた日は、この文に出ません。住民に知らせる日は、ここにも書いてください。")
PART = Part(
    id=CONTACTS,
    page="contacts",
    title=say("連絡先と時間"),
    lead=say("住民が見るどの画面にも出る、まちの電話番号と時間です。手紙にも出ます。"),
    fields=(
        Field("phone", say("電話番号"), say("数とハイフンで書いてください。"), PHONE),
        Field("hours", say("電話に出る時間"), DAYS_TOO, WORDS),
        Field("address", say("役所の住所"), None, WORDS),
    ),
    of=lambda town: town,
)
PAGE = Page(
    name="contacts", needs=ADMINISTRATOR, show=partial(show, part=PART), take=partial(take, part=PART), proven=True
)
