"""Households that apply for the benefit, and the ways in which applications of 2020 were faulty.

The press named the causes (Nikkei Business, 21 May 2020, about 20 % faulty and one person 15 times; Nikkei,
27 May 2020, Akita 70 % of 5,040): applicants who were not the head, accounts of others, members misspelt, banks left
blank, names in the number's box, the same sent many times. "Do not want" beside each name was ticked by mistake.
No shares by cause were published: the weights here only follow how often each was named.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from random import Random

import yaml

from tests.serving import HOUSE

Typed = dict[str, str]

KNOWN = yaml.safe_load((HOUSE / "tests/registries/readings.yaml").read_text(encoding="utf-8"))
"""Frequent names and their readings; not all of them are known to the portal."""
BANKS = ("みずほ 東京営業部", "三井住友 新宿", "三菱ＵＦＪ 池袋", "りそな 大阪営業部")
SLIPS = ("か,が", "さ,ざ", "た,だ", "は,ば", "き,ぎ", "し,じ", "こ,ご", "つ,っ", "よ,ょ")
"""Kana that fingers take for each other."""


@dataclass
class Person:
    """One of a household, as the resident record has them."""

    family: tuple[str, str]
    given: tuple[str, str]
    born: date

    @property
    def name(self) -> Typed:
        """What is typed into the boxes of a name."""
        (family, family_kana), (given, given_kana) = self.family, self.given
        return {"family": family, "given": given, "family_kana": family_kana, "given_kana": given_kana}

    @property
    def day(self) -> Typed:
        """What is typed into the boxes of a date."""
        return {"era": "", "year": str(self.born.year), "month": str(self.born.month), "day": str(self.born.day)}

    @property
    def kana(self) -> str:
        """The name as a passbook has it."""
        return f"{self.family[1]}　{self.given[1]}"


@dataclass
class Application:
    """What is typed: question → boxes, the others of the household in order; `times` it is sent."""

    typed: dict[str, Typed]
    members: list[Typed]
    people: list[Person]
    times: int = 1

    @property
    def account(self) -> Typed:
        """The boxes of the account."""
        return self.typed["bank-account"]


def household(draw: Random) -> Application:
    """A couple with up to two children, who apply without a fault."""
    family = _name(draw, "family")
    head, spouse = _person(draw, family, 1940), _person(draw, family, 1940)
    children = [_person(draw, family, 1975) for _ in range(draw.randrange(3))]
    people = [head, spouse, *_of_their_own(draw, [head, spouse], children)]
    bank, branch = draw.choice(BANKS).split()
    street = f"{draw.randrange(1, 9)}丁目{draw.randrange(1, 30)}番{draw.randrange(1, 20)}号"
    typed = {
        "filer": {"value": "family"},
        "applicant-name": head.name,
        "birth-date": head.day,
        "address": {"postcode": "100-0001", "town": "東京都千代田区千代田", "street": street, "building": ""},
        "phone": {"value": f"03-{draw.randrange(3200, 6999)}-{draw.randrange(1000, 9999)}"},
        "everybody": {"value": "yes"},
        "account-place": {"value": "bank"},
        "bank-account": {
            **{"bank": bank, "branch": branch, "account_kind": "ordinary"},
            **{"number": str(draw.randrange(1000000, 9999999)), "holder": head.kana},
        },
        "identity-way": {"value": "post"},
        "email": {"value": ""},
    }
    relations = ["spouse", *("child" for _ in people[2:])]
    members = [told(person, relation) for person, relation in zip(people[1:], relations, strict=True)]
    return Application(typed, members, people)


def told(person: Person, relation: str) -> Typed:
    """What is typed on the page of one person."""
    return {**person.name, **person.day, "relation": relation}


def _name(draw: Random, part: str) -> tuple[str, str]:
    """A name and its reading; where two are as frequent, one of them."""
    told = KNOWN[part].split()
    n = draw.randrange(len(told) // 2)
    return told[2 * n], draw.choice(told[2 * n + 1].split("/"))


def _person(draw: Random, family: tuple[str, str], after: int) -> Person:
    born = date(after + draw.randrange(25), draw.randrange(1, 13), draw.randrange(1, 29))
    return Person(family, _name(draw, "given"), born)


def _of_their_own(draw: Random, known: list[Person], others: list[Person]) -> list[Person]:
    """The others without those who have a name of the household already."""
    names, found = {one.given for one in known}, []
    for one in others:
        if one.given not in names:
            names.add(one.given)
            found.append(one)
    return found


# The faults. Whoever makes one errs in this alone; everything else is as it is.


def not_the_head(one: Application, draw: Random) -> None:
    """The spouse, who holds the phone, applies as herself and names her husband where the others are asked for."""
    head, spouse = one.people[:2]
    one.typed |= {"applicant-name": spouse.name, "birth-date": spouse.day}
    one.members[0] = told(head, "head")
    one.account["holder"] = draw.choice((head, spouse)).kana


def account_of_another(one: Application, draw: Random) -> None:
    """The account of the spouse, or of a child."""
    one.account["holder"] = draw.choice(one.people[1:]).kana


def member_misspelt(one: Application, draw: Random) -> None:
    """A slip in the reading of a member's name."""
    member = draw.choice(one.members)
    pairs = [tuple(pair.split(",")) for pair in SLIPS]
    able = [(part, a, b) for part in ("family_kana", "given_kana") for a, b in pairs if a in member[part]]
    part, right, wrong = draw.choice(able or [("given_kana", member["given_kana"][-1], "")])
    member[part] = member[part].replace(right, wrong, 1)


def bank_left_blank(one: Application, draw: Random) -> None:
    """No bank, no branch, or neither."""
    for part in draw.choice((["bank"], ["branch"], ["bank", "branch"])):
        one.account[part] = ""


def name_for_a_number(one: Application, draw: Random) -> None:
    """A name where the account's number is asked for."""
    head = one.people[0]
    one.account["number"] = draw.choice((head.kana, f"{head.family[0]} {head.given[0]}"))


def wrong_number(one: Application, draw: Random) -> None:
    """The telephone's number, the branch's, or one with a figure lost."""
    number = one.account["number"]
    one.account["number"] = draw.choice((one.typed["phone"]["value"], number[:-1], number + number[-1], "001"))


def member_twice(one: Application, draw: Random) -> None:
    """A member, or the head, once too often."""
    one.members.append(draw.choice((dict(one.members[0]), told(one.people[0], "other"))))


def declined_by_mistake(one: Application, draw: Random) -> None:
    """ "Do not want" for somebody who wants; who reads the next page sees it."""
    who = draw.choice(("receives.a", "receives.p1"))
    one.typed |= {"everybody": {"value": "no"}, "receives": {"value": "receive"}, who: {"value": "decline"}}
    one.typed["really-declines"] = {"value": "receive"}


def sent_again(one: Application, draw: Random) -> None:
    """The same from another browser, as after a message that came late; one person sent fifteen."""
    one.times = draw.choice((2, 2, 2, 3, 15))


@dataclass(frozen=True)
class Fault:
    """A way to be faulty: how often (parts of the whole), how it is made, the codes of flags that tell of it."""

    weight: int
    made: Callable[[Application, Random], None]
    codes: frozenset[str] = field(default_factory=frozenset)


FAULTS: Mapping[str, Fault] = {
    "applicant not head of the household": Fault(16, not_the_head, frozenset({"head-elsewhere", "holder-differs"})),
    "account of somebody else": Fault(16, account_of_another, frozenset({"holder-differs"})),
    "member misspelt": Fault(16, member_misspelt, frozenset({"reading-unusual"})),
    "bank or branch left blank": Fault(16, bank_left_blank),
    "name in the number's box": Fault(12, name_for_a_number),
    "another number for the account's": Fault(8, wrong_number, frozenset({"number-short", "number-filled"})),
    "somebody told twice": Fault(4, member_twice, frozenset({"person-twice", "person-alike", "applicant-twice"})),
    "declined by mistake": Fault(4, declined_by_mistake),
    "sent again": Fault(8, sent_again),
}


def corpus(size: int, seed: int = 2020) -> list[tuple[str, Application, Application]]:
    """So many faulty applications: the fault's name, as typed, and as it ought to be; always the same ones."""
    draw = Random(seed)
    whole = sum(fault.weight for fault in FAULTS.values())
    made = []
    for name, fault in FAULTS.items():
        for n in range(round(size * fault.weight / whole)):
            key = f"{seed} {name} {n}"
            right, wrong = household(Random(key)), household(Random(key))
            fault.made(wrong, draw)
            made.append((name, wrong, right))
    return made
