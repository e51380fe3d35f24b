"""What lies in a town hall when somebody of the staff comes in: applications in every way they can stand, what was said
about them, people who wait, the town as it was changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from a11y.pages import PAGES
from portal.accounts.staff import invitation
from portal.accounts.staff import person as people
from portal.cases import withdrawal
from portal.cases.case import Case, by_id, opened
from portal.cases.course import change
from portal.cases.figures import tally
from portal.cases.figures.tally import One, day_of
from portal.cases.letters.resident import Writing
from portal.cases.sent import Answered, Flag
from portal.cases.talk import calls, replies
from portal.cases.talk.calls import AWAY, TALKED, Wish
from portal.cases.talk.replies import Reply
from portal.cases.talk.waiting import Whose
from portal.cases.withdrawal import Wish as TakenBack
from portal.cases.work import acts
from portal.cases.work.hold import Act as Doing
from portal.consent import wording
from portal.consent.record import Act
from portal.journey.leaving import left
from portal.language.translating import said
from portal.language.translating.messages import every
from portal.language.translating.said import Said
from portal.municipalities.own import changes
from portal.municipalities.own.changes import Change
from portal.storage.files import File, keep
from portal.web.house import House
from tests.cases.given import ANSWERS, HELPED, sent
from tests.cases.principal.test_standing import MANDATED
from tests.cases.work.given import act, other
from tests.cases.work.test_beside import ACCOUNT, ADDRESS, SON, STRANGER
from tests.consent.given import sealed
from tests.photographed import passbook

TOWN, SLUG = "990019", "kasumigahama"
PLACE = "http://localhost:8123"
KYUFUKIN = "kyufukin"
DOUBT = Flag("kana-only", "name", None, "名前が、かなだけです。")
COUNTED = {
    "sent": {"web": 120, "counter": 41, "paper": 12},
    "language": {"ja": 131, "ja-simple": 22, "en": 11, "pt-BR": 3, "ne": 6},
    "text": {"100": 90, "150": 40, "200": 31, "": 12},
    "aloud": {"off": 140, "read": 21, "": 12},
    "answered": {"0": 5, "2": 40, "6": 31, "12": 8, "25": 6},
    "returned": {"asked": 18, "withdrawn": 6, "refused": 3},
    "doubted": {"applicant-name": 9, "account-place": 12, "": 2},
}
"""Numbers of a service, in the richest state of their page: some are too small to be shown."""
LEFT = {"": 14, "applicant-name": 9, "?account-place": 17, "birth-date": 6, "phone": 2}
LONG = PAGES["journeys"]["benefit-long"]["picks"]["proxy-name"]
LONG_NAME = {
    "applicant": f"{LONG['family']}　{LONG['given']}",
    "kana": f"{LONG['family_kana']}　{LONG['given_kana']}",
}
BACK = Answered(
    "back",
    None,
    "photo",
    "通帳の裏",
    "Photo of the back",
    ("裏.jpg",),
    {"pages": [{"file": "f2", "name": "裏.jpg"}]},
    {},
)
ASKED = tuple(
    replace(one, asked=f"Question about {one.id}", told=("as it was told",)) for one in (*ANSWERS, ADDRESS, ACCOUNT)
)


def given(made: House, told: Mapping[str, Any]) -> dict[str, str]:
    """What the addresses leave room for: somebody invited, applications, a text. `many` more applications lie there
    besides; with `unfit`, something was changed that fits the town's file no more.
    """
    now = made.clock()
    invited = people.new(TOWN, "田中 一郎", {"welfare": frozenset({"clerk"})}, now)
    with made.database.writing() as db:
        office = _Office(made, db, now, invited.id)
        tally.add(db, TOWN, _counted(now), (0, 0, now))
        left.keep(db, TOWN, {(day_of(now), "welfare", KYUFUKIN, step): n for step, n in LEFT.items()}, now)
        people.add(db, made.keys, invited)
        known = {
            "case": office.full(),
            "settled": office.settled(),
            "clean": office.new(**other(40), applicant="鈴木 一郎", kana="スズキ イチロウ").id,
            "decided": office.decided(),
        }
        office.new(**other(42), applicant="伊藤 和子", kana="イトウ カズコ", flags=(DOUBT,))
        for n in range(told.get("many", 0)):
            office.new(**other(n + 2))
        changes.keep(db, TOWN, Change("departments.care", {"limit": 72}, at=now), 0)
        if told.get("unfit"):
            changes.keep(db, TOWN, Change("departments.residents", {"limit": "as in a file of old"}, at=now), 0)
        text = every("vi")[3]
        proposed = tuple(f"{one}." for one in text.translation)
        said.keep(db, TOWN, ("vi", text.id), Said(said.mark(text), proposed, invited.id, now))
        known |= {"person": invited.id, "message": text.id, "token": invitation.invite(db, invited, now)}
    return known


class _Office:
    """Applications that come in and are worked on, in one transaction."""

    def __init__(self, made: House, db: Connection, now: datetime, clerk: str) -> None:
        self._made, self._db, self._keys, self._now, self._clerk = made, db, made.keys, now, clerk

    def new(self, **changes: Any) -> Case:
        """One more."""
        return opened(self._db, self._keys, sent(**changes), self._now)

    def full(self) -> str:
        """One with everything there can be: doubts, neighbours of every kind, a word waited for, a call, a reply."""
        answers = (*ASKED, BACK)
        told = {"answers": answers, "files": ("f1", "f2"), "consent": MANDATED, "flags": (DOUBT,)}
        case = self.new(**told, **HELPED, earlier=("1111-2222-33",))
        for id, name, words in (("f1", "通帳.jpg", "普通預金通帳"), ("f2", "裏.jpg", "ゆうちょ銀行　見開き")):
            self._photo(case, id, name, words)
        self._neighbours()
        case = self._moved(case, "checking")
        reply = Reply("r1", self._now, "通帳の写真を送ります。\nよろしくお願いします。")
        paper = File("f3", TOWN, case.id, "委任状.pdf", "application/pdf", b"%PDF-1.7")
        replies.write(self._db, self._keys, self._whose(case), reply, [paper])
        self._call(case, "w1", "口座のこと")
        return case.id

    def settled(self) -> str:
        """One whose doubts were looked at and replies read, one consent taken back, an answer awaited; and
        somebody with a long name who was called in vain.
        """
        about = {"flags": (DOUBT,), "consent": sealed(self._db, self._keys), "language": "en", **other(1)}
        case = self.new(**about | {"key": "settled", "applicant": "高橋 正", "answers": ASKED})
        case = acts.check(self._db, self._keys, self._act(case))
        replies.write(self._db, self._keys, self._whose(case), Reply("r2", self._now, "電話は、いりません。"))
        case = replies.read(self._db, self._keys, self._act(self._again(case)))
        self._call(case, "w2", "", TALKED)
        case = self._moved(self._moved(self._again(case), "checking"), "asked")
        part = wording.withdrawal("I take it back.", "取りやめます。", "en", "news")
        wish = TakenBack(part, Act("self", "button", 100, self._now), "until-seen", PLACE)
        withdrawal.take_back(self._db, self._keys, self._made.towns[SLUG], case.id, wish)
        self._call(self.new(**other(2) | LONG_NAME | {"key": "long"}), "w3", "", AWAY)
        return case.id

    def decided(self) -> str:
        """One that is over, and whose it was."""
        case = self._moved(self.new(**other(41), applicant="小林 次郎", kana="コバヤシ ジロウ"), "checking")
        case = acts.assign(self._db, self._keys, self._act(self._again(case)), self._clerk)
        return self._moved(case, "accepted").id

    def _neighbours(self) -> None:
        self.new(key="twice", answers=())
        self.new(key="son", answers=(), **SON)
        holder = replace(ACCOUNT, value={**ACCOUNT.value, "holder": "ｲ"})
        self.new(key="account", answers=(holder,), **STRANGER | LONG_NAME)
        for n in range(4):
            self.new(key=f"near{n}", service="hoikuen", title="保育園に申しこむ", answers=(ADDRESS,), **STRANGER)

    def _photo(self, case: Case, id: str, name: str, words: str) -> None:
        photo = File(id, TOWN, f"case:{case.key}", name, "image/jpeg", passbook(words))
        keep(self._db, self._keys.town(TOWN), photo)

    def _call(self, case: Case, id: str, about: str, outcome: str = "") -> None:
        calls.ask(self._db, self._keys, self._whose(case), Wish(id, self._now, "09012345678", about=about))
        if outcome:
            calls.called(self._db, self._keys, self._act(case), id, outcome)

    def _moved(self, case: Case, to: str) -> Case:
        writing = Writing(case, self._made.towns[SLUG], None, PLACE)
        return change.move(self._db, self._keys, writing, to, self._now)

    def _act(self, case: Case) -> Doing:
        return replace(act(case, self._now), now=self._now)

    def _again(self, case: Case) -> Case:
        return by_id(self._db, self._keys, TOWN, case.id) or case

    def _whose(self, case: Case) -> Whose:
        return Whose(case, self._made.towns[SLUG], PLACE)


def _counted(now: datetime) -> Mapping[One, int]:
    """The numbers, of today and of the days before."""
    told = {
        One("welfare", KYUFUKIN, day_of(now), what, of): n for what, found in COUNTED.items() for of, n in found.items()
    }
    days = {One("welfare", KYUFUKIN, day_of(now - timedelta(days=n)), "sent", "web"): n * 3 for n in range(1, 25)}
    return told | days
