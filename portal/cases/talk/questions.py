"""Questions: for each doubt a polite one is ready to be sent, in the resident's language and in the clerk's.

A service may have words of its own (`asking` in its YAML), for a doubt or to be chosen by name.
"""

from __future__ import annotations

from typing import NamedTuple

from portal.cases.case import Case
from portal.cases.letters.resident import Writing
from portal.cases.letters.wording import APPLICANT, people
from portal.cases.sent import Flag
from portal.language.words import SOURCE, Say, Words, say, words_for

GREETING = say("{name}さまの「{title}」の申し込みを見ました。教えてほしいことがあります。")
CLOSING = say("返事は、この申し込みの様子のページから送れます。電話でも話せます。{phone}")
_ANY = say("「{what}」の答えを確かめたいです。もう一度教えてください。")
_EMPTY = say("「{what}」の答えが空でした。分かることを教えてください。")
_NAME = say("名前の書き方を確かめたいです。住民票のとおりの名前を教えてください。")
_READING = say("名前の読み方を確かめたいです。ふりがなを、もう一度教えてください。")
_DAY = say("「{what}」を確かめたいです。年、月、日を、もう一度教えてください。")
_HOME = say("住所を確かめたいです。郵便番号、町の名前、番地を、もう一度教えてください。")
_PHONE = say("電話番号を確かめたいです。つながる番号を、もう一度教えてください。")
_ACCOUNT = say("お金を受けとる口座を確かめたいです。通帳の、名前と番号があるページの写真を送ってください。")
_FAMILY = say("家族の名前を確かめたいです。一緒に住んでいる人の名前を、もう一度教えてください。")
_PICTURE = say("写真の字が、読みにくいです。明るい所で、もう一度とって送ってください。")

QUESTIONS = {
    **dict.fromkeys(("given-missing", "name-twice", "name-order", "name-placeholder", "name-signs"), _NAME),
    **dict.fromkeys(("name-swapped", "kana-only"), _NAME),
    **dict.fromkeys(("reading-differs", "reading-unusual", "reading-swapped"), _READING),
    **dict.fromkeys(("very-old", "very-young", "far-ahead", "era-differs"), _DAY),
    **dict.fromkeys(("postcode-unknown", "postcode-elsewhere", "place-unknown"), _HOME),
    **dict.fromkeys(("street-unknown", "street-phone"), _HOME),
    **dict.fromkeys(("holder-differs", "holder-long", "number-short", "number-filled"), _ACCOUNT),
    **dict.fromkeys(("person-alike", "person-twice", "applicant-twice"), _FAMILY),
    **dict.fromkeys(("relation-twice", "older-than-parent"), _FAMILY),
    **dict.fromkeys(("dark", "blurred"), _PICTURE),
    "phone-unknown": _PHONE,
    "left-empty": _EMPTY,
}
"""By the code of a doubt (`Flag.code`); another is asked about in general."""


class Ready(NamedTuple):
    """A message ready to be sent, in the resident's language and as the clerk reads it; the same where both are one.

    `name` is what a service calls it, "" where it is about doubts.
    """

    name: str
    text: str
    japanese: str


def about_doubts(about: Writing, flags: tuple[Flag, ...] = ()) -> Ready:
    """One message that asks about these doubts of the case, or about all of them; each question once."""
    case = about.case
    return Ready("", *(_letter(about, language, flags or case.flags) for language in (case.language, SOURCE)))


def by_name(about: Writing) -> list[Ready]:
    """The messages a service has under names of their own."""
    version, case = about.version, about.case
    if version is None:
        return []
    theirs, ours = (version.told(language).service.asking for language in (case.language, SOURCE))
    both = [(one, japanese) for one, japanese in zip(theirs, ours, strict=True) if japanese.name]
    return [Ready(ja.name, _filled(one.text, case, ""), _filled(ja.text, case, "")) for one, ja in both]


def _letter(about: Writing, language: str, flags: tuple[Flag, ...]) -> str:
    case, words = about.case, words_for(language)
    title = about.version.told(language).service.title if about.version else case.title
    asked = dict.fromkeys(_question(about, words, flag) for flag in flags)
    phone = about.town.departments[case.department].phone
    lines = [words(GREETING, name=case.applicant, title=title), *asked, words(CLOSING, phone=phone)]
    return "\n\n".join(lines)


def _question(about: Writing, words: Words, flag: Flag) -> str:
    what = _called(about, words.language, flag)
    own = about.version.told(words.language).service.asking if about.version else ()
    text = next((one.text for one in own if one.doubt == flag.code), "")
    asked = _filled(text, about.case, what) if text else words(_of(flag), what=what)
    who = people(about.case).get(flag.person, "") if flag.person and flag.person != APPLICANT else ""
    return words(say("{name}さんのことです。{doubt}"), name=who, doubt=asked) if who else asked


def _of(flag: Flag) -> Say:
    return QUESTIONS.get(flag.code, _ANY)


def _called(about: Writing, language: str, flag: Flag) -> str:
    """What the doubtful answer is called; as it was in Japanese, where the version is gone."""
    questions = about.version.told(language).questions if about.version else {}
    if flag.answer in questions:
        return questions[flag.answer].short
    return next((answer.label for answer in about.case.answers if answer.id == flag.answer), "")


def _filled(text: str, case: Case, what: str) -> str:
    return text.replace("{name}", case.applicant).replace("{what}", what)
