"""What the numbers are of, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from portal.cases.figures.count import ASKED, READ, REFUSED
from portal.cases.sent import COUNTER, PAPER, WEB
from portal.cases.status import WITHDRAWN
from portal.catalogue.version import Version
from portal.desk.overview.section import Cell, Head
from portal.desk.visit import DeskVisit
from portal.journey.draft import UNANSWERED
from portal.language.dates import MONTHS
from portal.language.marks import plain
from portal.language.words import say

UNKNOWN = say("記録にない")
LANGUAGE = {
    "ja": say("日本語"),
    "ja-simple": say("やさしい日本語"),
    "en": say("英語"),
    "zh-Hans": say("中国語（簡体字）"),
    "zh-Hant": say("中国語（繁体字）"),
    "ko": say("韓国語"),
    "vi": say("ベトナム語"),
    "pt-BR": say("ポルトガル語"),
    "es": say("スペイン語"),
    "tl": say("タガログ語"),
    "ne": say("ネパール語"),
    "id": say("インドネシア語"),
}
DAYS = Head("when", say("いつ来たか"), say("日"))
CHANNELS = Head(
    "channels",
    say("どう来たか"),
    say("来かた"),
    say("電話で聞いて職員が書いたものは、「窓口」に入っています。記録の上では、分かれていません。"),
)
TEXTS = Head("texts", say("文字の大きさ"), say("大きさ"), say("送るボタンを押したときの大きさです。"))
ALOUD = Head(
    "aloud",
    say("読み上げ"),
    say("使いかた"),
    say("画面の読み上げです。本人の機械だけにある読み上げは、数えられません。"),
)
LANGUAGES = Head("languages", say("ことば"), say("ことば"))
ANSWERS = Head(
    "answers", say("結果が出るまでの日数"), say("日数"), say("この期間に結果が出たものです。来た日から数えます。")
)
LEFT = Head(
    "left",
    say("どこで書くのをやめたか"),
    say("最後の質問"),
    say("送らないまま3日より長く書いていないものを、最後の質問で数えます。書いた中身は、だれも見られません。"),
)
RETURNS = Head(
    "returns",
    say("そのまま進まなかったもの"),
    say("理由"),
    say("同じ申し込みに2回聞けば、2回数えます。取りやめた理由と、受けつけられなかった理由は、記録にありません。"),
)
DOUBTS = Head(
    "doubts",
    say("聞きかえした質問"),
    say("質問"),
    say("聞きかえしたときに、確かめた質問です。1つの申し込みに、いくつもあるときは、どれも数えます。"),
)
CHANNEL = {
    WEB: say("ネットから"),
    COUNTER: say("窓口で、職員といっしょに"),
    PAPER: say("紙に書いて、ほかのシステムから"),
    "": UNKNOWN,
}
USUAL, LARGE, LARGEST = "usual", "large", "largest"
TEXT_SIZE = {
    USUAL: say("ふつうの大きさ"),
    LARGE: say("大きい（125%、150%）"),
    LARGEST: say("とても大きい（200%、300%）"),
    "": UNKNOWN,
}
SIZES = {"100": USUAL, "125": LARGE, "150": LARGE, "200": LARGEST, "300": LARGEST}
HEARD = {READ: say("読み上げを使った"), "off": say("使っていない"), "": UNKNOWN}
WAITS = (
    say("その日"),
    say("1日から3日"),
    say("4日から7日"),
    say("8日から14日"),
    say("15日から30日"),
    say("30日より長い"),
)
RETURN = {
    ASKED: say("本人に聞きかえした"),
    WITHDRAWN: say("本人が取りやめた"),
    REFUSED: say("受けつけられなかった"),
}
BEFORE, AFTER, AMID = say("はじめの質問の前"), say("「{question}」に答えたあと"), say("「{question}」を書いている途中")
NO_QUESTION, GONE = say("職員が気づいたこと"), say("いまはない質問")
DAY, SAME_DAY, IN_DAYS = say("{month}{day}日"), say("その日のうち"), say("{days}日")
STRETCH = say("{first}から{last}")


def day(visit: DeskVisit, at: date) -> str:
    """A day of this year or the last: 11月24日."""
    return visit.say(DAY, month=visit.say(MONTHS[at.month - 1]), day=at.day)


def part(visit: DeskVisit, first: date, last: date) -> str:
    """A part of a period."""
    return day(visit, first) if first == last else visit.say(STRETCH, first=day(visit, first), last=day(visit, last))


def waited(visit: DeskVisit, days: int) -> str:
    """How long something took."""
    return visit.say(IN_DAYS, days=days) if days else visit.say(SAME_DAY)


def sizes(found: Mapping[str, int]) -> Counter[str]:
    """The text sizes in groups."""
    told = Counter[str]()
    for size, count in found.items():
        told[SIZES.get(size, "")] += count
    return told


def steps(visit: DeskVisit, version: Version, found: Mapping[str, int]) -> Iterator[Cell]:
    """Where people left, in the order of the questions; those that are asked no more together at the end."""
    known = {"": visit.say(BEFORE)}
    for id, short in _asked(visit, version):
        known |= {UNANSWERED + id: visit.say(AMID, question=short), id: visit.say(AFTER, question=short)}
    yield from _told(known, found, visit.say(GONE))


def questions(visit: DeskVisit, version: Version, found: Mapping[str, int]) -> Iterator[Cell]:
    """The questions asked back about, in their order."""
    yield from _told({**dict(_asked(visit, version)), "": visit.say(NO_QUESTION)}, found, visit.say(GONE))


def _asked(visit: DeskVisit, version: Version) -> Iterator[tuple[str, str]]:
    told = version.told(visit.language)
    return ((one.id, plain(told.questions[one.id].short)) for one in version.source.questions)


def _told(known: Mapping[str, str], found: Mapping[str, int], gone: str) -> Iterator[Cell]:
    yield from (Cell(label, found[id]) for id, label in known.items() if found.get(id))
    if rest := sum(count for id, count in found.items() if id not in known):
        yield Cell(gone, rest)
