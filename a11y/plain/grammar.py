"""L4, L5: no double negatives; who does it is said first, and does it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from a11y.plain.level import Level
from a11y.plain.sentence import Sentence, Word

CONDITIONS = {"と", "ば", "て"}
PEOPLE_AND_THINGS = {"人", "方", "物", "者", "書類", "家", "世帯", "内"}
PEOPLE = {"人", "方", "者", "家族", "職員", "本人", "他人", "誰", "知人", "係"}


def twice_negative(sentence: Sentence, level: Level) -> Iterator[str]:
    """L4. A negative condition and a negative answer to it, ないわけではない, ざるを得ない; strict: しか…ない too."""
    words = sentence.words
    negatives = [n for n, word in enumerate(words) if word.negates and not _only_polite(words, n)]
    for first, second in pairwise(negatives):
        final = all(word.isa("助動詞", "助詞-終助詞", "補助記号") for word in words[second + 1 :])
        if final and _linked(words[first], words[first + 1 : second]):
            yield "two negatives: say what one can do, or must do (書かないと進めません → 書くと進めます)"
            return
    surfaces = [word.surface for word in words]
    if "ざる" in surfaces:
        yield "ざるを得ない: 〜します, 〜が必要です"
    if level == Level.STRICT and "しか" in surfaces and negatives:
        yield "しか…ない: 〜だけです"


def _only_polite(words: tuple[Word, ...], n: int) -> bool:
    """かまいません, すみません: negative in form only."""
    return any(word.normal in {"構う", "済む", "済みません"} for word in words[max(0, n - 2) : n])


def _linked(negative: Word, between: tuple[Word, ...]) -> bool:
    """Whether what stands between two negatives makes them answer each other."""
    if not between:
        return True
    after = between[0]
    if negative.form.startswith("仮定形") or (after.isa("助詞-接続助詞") and after.surface in CONDITIONS):
        return True
    if after.surface == "で" and len(between) > 1 and between[1].surface == "は":
        return True
    if negative.form.startswith("連用形") and after.surface in {"は", "も"}:
        return len(between) <= 2
    if after.normal in {"訳", "事", "こと", "筈", "はず"}:
        return True
    return after.normal in PEOPLE_AND_THINGS and len(between) > 1 and between[1].surface in {"は", "も", "が"}


def done_to(sentence: Sentence, level: Level) -> Iterator[str]:
    """L5. れる, られる where it is no ability, and せる, させる."""
    for n, word in enumerate(sentence.words):
        if word.conjugation == "助動詞-レル" and _passive(sentence.words, n):
            yield "passive: say who does it, or let it happen (送られた書類 → 送った書類, 届いた書類)"
        if word.lemma in {"せる", "させる"} and word.isa("助動詞") and sentence.words[n - 1].lemma != "知る":
            yield "causative: say what the person does (書かせてください → 書きます)"


def _passive(words: tuple[Word, ...], n: int) -> bool:
    """れる after 五段 or する always; られる when it tells a fact about a thing, or who did it."""
    if words[n].lemma == "れる":
        return True
    after = words[n + 1].surface if n + 1 < len(words) else ""
    before = words[max(0, n - 3) : n - 1]
    agent = [word.surface for word in before[1:]] == ["に"] and before[0].normal in PEOPLE
    return agent or (after == "た" and not any(word.surface == "を" for word in before))


RULES = {"L4": twice_negative, "L5": done_to}
