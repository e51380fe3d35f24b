"""How a department receives its applications, and a test of it: a letter without content by each of its channels."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from portal.accounts.staff.role import ADMINISTRATOR
from portal.desk.page import Page
from portal.desk.town.editing import channels, edit
from portal.desk.town.editing.channels import BATCHES, BOXES, EMAILS, channel_shown
from portal.desk.town.editing.field import CHANNELS, Amiss, Field
from portal.desk.town.editing.files import lacking
from portal.desk.town.editing.part import Part, Values
from portal.desk.visit import DeskVisit
from portal.language.words import Say, say
from portal.municipalities import Municipality
from portal.municipalities.own.overlay import DELIVERY, of
from portal.security.allowance import Allowance
from portal.web.house import Answer

TRIED = "delivery tried"
"""The kind of the trail's entry."""
TITLE = say("{department}への届け方")
LEAD = say("新しい申し込みが、この課にどう届くかです。")
WORKS, FAILED = say("送れました。届いたかを、課の人に聞いてください。"), say("送れませんでした。{why}")
NOTHING = say("ここから送るものは、ありません。")
_tests = Allowance(10, 600)
NO_SENDER = say("送り主のメールアドレスが、正しくありません。システムの担当に知らせてください。")


Lacking = Callable[[list[dict[str, Any]]], dict[str, Say]]


@dataclass(frozen=True)
class Ways(Part):
    """The channels of a department; `lacking` tells by box which files that are named cannot be used now."""

    lacking: Lacking = lambda _: {}

    def typed(self, town: Municipality) -> dict[str, str]:
        """The channels as the form holds them."""
        return channels.typed(self.of(town).delivery)

    def read(self, file: Municipality, typed: Mapping[str, str], today: date) -> tuple[Values, dict[str, Say]]:
        """The channels that were chosen, where they are not those of the file."""
        try:
            given = channels.read(typed)
        except Amiss as error:
            return {}, {"at": error.words}
        same = given == self.fields[0].kept(self.of(file).delivery)
        return ({} if same else {"delivery": given}), self.lacking(given)


def part(visit: DeskVisit, id: str) -> Ways:
    """The channels of a department of the town. Raises KeyError."""
    return Ways(
        id=of(DELIVERY, id),
        page="delivery",
        title=Say(TITLE.text, {"department": Say(visit.town.departments[id].name)}),
        lead=LEAD,
        fields=(Field("delivery", say("届け方"), kind=CHANNELS),),
        of=lambda town: town.departments[id],
        boxes=BOXES,
        template="desk/frame/delivery.html",
        lacking=partial(lacking, visit, id),
    )


def show(visit: DeskVisit) -> Answer:
    """The form."""
    return edit.show(visit, _found(visit), **_choices(visit))


def take(visit: DeskVisit) -> Answer:
    """What was chosen."""
    return edit.take(visit, _found(visit), **_choices(visit))


def tried(visit: DeskVisit) -> Answer:
    """Send a test by each channel as it stands, and tell what came of it."""
    found = _found(visit)
    if found is None or not edit.may(visit, found.department):
        return visit.refuse(404)
    town, id = edit.standing(visit), visit.parts["department"]
    if not _tests.take(f"{town.code}:{id}"):
        return visit.refuse(429)
    results = asyncio.run(_sent(visit, town, id))
    visit.begin_to_write()
    visit.tell(TRIED, department=id)
    return visit.page(
        "desk/tried.html", name=visit.say(found.title), results=results, back=visit.url("delivery", department=id)
    )


async def _sent(visit: DeskVisit, town: Municipality, id: str) -> list[tuple[str, str]]:
    """Each channel in words, and what came of it."""
    from portal.delivery.message import BadAddress  # here and below: what the desk seldom needs
    from portal.delivery.send import ways_out
    from portal.delivery.watch.reasons import reason
    from portal.delivery.watch.trial import outcome, tries

    try:
        ways = ways_out(visit.house.settings, lambda: visit.now, lambda _: [])
    except BadAddress:
        return [(visit.say(TITLE, department=town.departments[id].name), visit.say(NO_SENDER))]
    told = []
    for one in tries(town, id, visit.now):
        why = await outcome(ways, one.letter, visit.now)
        words = Say(FAILED.text, {"why": reason(why).japanese}) if why else WORKS if one.letter else NOTHING
        told.append((channel_shown(one.channel, visit.words), visit.say(words)))
    for way in ways.values():
        await way.rest()
    return told


def _found(visit: DeskVisit) -> Ways | None:
    id = visit.parts["department"]
    return part(visit, id) if id in visit.town.departments else None


def _choices(visit: DeskVisit) -> dict[str, Any]:
    """What the form's round buttons say."""
    told = {"emails": EMAILS, "batches": BATCHES}
    return {"department": visit.parts["department"]} | {
        name: [{"id": id, "label": visit.say(words)} for id, words in choices.items()] for name, choices in told.items()
    }


PAGES = (
    Page(name="delivery", needs=ADMINISTRATOR, show=show, take=take, proven=True),
    Page(
        name="delivery_try",
        needs=ADMINISTRATOR,
        show=lambda visit: visit.go("delivery", department=visit.parts["department"]),
        take=tried,
        proven=True,
        abroad=True,
    ),
)
