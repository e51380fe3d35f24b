"""Days on which the town's offices are closed, or work though others rest."""

from __future__ import annotations

from functools import partial

from portal.accounts.staff.role import ADMINISTRATOR
from portal.desk.page import Page
from portal.desk.town.editing.edit import show, take
from portal.desk.town.editing.field import DAYS as A_LIST
from portal.desk.town.editing.field import Field
from portal.desk.town.editing.part import Part
from portal.language.words import say
from portal.municipalities.own.overlay import DAYS

PART = Part(
    id=DAYS,
    page="days",
    title=say("休みの日"),
    lead=say(
        "役所が休む日です。住民は、休みの日を、電話してほしい日に選べません。"
        "休むことを住民に知らせるときは、「連絡先と時間」の画面にも書いてください。"
    ),
    fields=(
        Field(
            "closed",
            say("このほかに休む日"),
            say(
                "土日、国民の祝日、12月29日から1月3日までは、書かなくても休みです。"
                "1行に1日ずつ書きます。続く日は「8月13日から8月15日まで」と書けます。"
            ),
            A_LIST,
        ),
        Field("opened", say("休みの日でも開ける日"), say("土曜日の窓口など、電話に出る日です。"), A_LIST),
    ),
    of=lambda town: town,
)
PAGE = Page(name="days", needs=ADMINISTRATOR, show=partial(show, part=PART), take=partial(take, part=PART), proven=True)
