"""An account's holder as typed: the kana of the passbook, among kanji, 様, notes and forms of companies."""

from __future__ import annotations

import re

from portal import registries
from portal.answers.answer_type import Assisted, Typed
from portal.language.folding import in_new_kanji, unaccented
from portal.language.kana import bank_form, has_kanji, is_latin, katakana
from portal.language.words import Say, say

OWN_NAME = "own-name"
"""The button that writes the applicant's name as the holder's."""
_COMPANIES = {
    "株式会社": "カ",
    "有限会社": "ユ",
    "合同会社": "ド",
    "合資会社": "シ",
    "合名会社": "メ",
    "医療法人": "イ",
    "一般社団法人": "シヤ",
    "一般財団法人": "ザイ",
    "社会福祉法人": "フク",
    "学校法人": "ガク",
    "宗教法人": "シユウ",
    "特定非営利活動法人": "トクヒ",
    "(株)": "カ",
    "(有)": "ユ",
    "(同)": "ド",
}
"""Forms of companies and the short forms of the bankers' association (全銀, 法人略語)."""
_HONORIFIC = re.compile(r"[\s　]*(?:様|さま|殿)$|[\s　]+サマ$")
_TITLE = re.compile(r"[\s　]+(?:さま|様|殿|サマ)$")
_SAME = re.compile("(?:申請者|本人|私|わたし|自分|同上|同じ|上と同じ)(?:本人|と同じ|の口座|名義)?(?:です)?。?")
"""What people write where the account is their own."""
_POINTS = re.compile(r"[、。，,;；]+")
_NUMBER = re.compile(r"(?:^|(?<=\s))[0-9０-９][0-9０-９\s－ー-]*$")
_BRACKETS = re.compile(r"[（(]([^（()）]*)[)）]")
_OPEN, _CLOSE = ("(", "（"), (")", "）")
"""A name told once more stands before or behind the whole of it; between its parts it is the reading of one."""
_SPACES = re.compile(r"[\s　]+")
MOST_KANJI = 5
"""Signs of the longest family names."""


def own_name(typed: Typed, holder: str) -> Assisted:
    """The page after the button that writes the applicant's name; nothing that was typed is changed."""
    if not holder:
        return Assisted(typed)
    if typed.get("holder", "").strip():
        return Assisted(typed, note=_WRITTEN, focus="holder")
    note = say("「{holder}」と書きました。通帳と同じか、見てください。", holder=holder)
    return Assisted({**typed, "holder": holder}, note=note, focus="holder")


def read_holder(text: str, own: str = "") -> tuple[str, Say | None]:
    """The holder in full-width kana or capital Latin letters, and what is amiss.

    `own` is the applicant's name in kana, which 本人 stands for.
    """
    if _SAME.fullmatch(text.strip()):
        return own, None if own else _NO_KANA
    plain = _bare(text)
    holder = None if _is_told_twice(plain) else _printed(plain)
    if holder is None:
        holder = next((kana for one in _apart(plain) if (kana := _printed(one))), None)
    if holder is None:
        return "", _NO_KANA
    return holder, None if holder else _MISSING


def _bare(text: str) -> str:
    """Without points, and without a number behind, which no holder has."""
    words = _TITLE.sub("", _POINTS.sub(" ", text).strip())
    return _NUMBER.sub("", words).strip() or words


def _apart(text: str) -> list[str]:
    """What may be the kana alone: outside the brackets, inside them, and the words without kanji."""
    bare = _HONORIFIC.sub("", text.strip())
    inside = [part for part in _BRACKETS.findall(bare) if part and (bare.startswith(_OPEN) or bare.endswith(_CLOSE))]
    outside = _BRACKETS.sub(" ", bare)
    kana = _said_again(_SPACES.split(outside.strip()))
    return [_company(bare), bare, kana] if not _is_told_twice(bare) else [_company(outside.strip()), *inside, kana]


def _said_again(words: list[str]) -> str:
    """The kana of a name told twice (山田 正二 ヤマダ ショウジ), or "" where they may be half of it (佐藤 ヨシ)."""
    if any("後見" in one for one in words):  # a guardian's account bears more than the name
        return ""
    written, kana = [one for one in words if has_kanji(one)], [one for one in words if not has_kanji(one)]
    if len(kana) > len(written) > 0 and kana[0] == kana[-1]:
        kana = kana[1:]  # 佐藤 ヨシ サトウ ヨシ
    if len(kana) > 1 or not written or not kana:
        return " ".join(kana)
    names = registries.opened().names
    family = in_new_kanji(written[0])
    begins = [one for n in range(1, min(len(family), MOST_KANJI) + 1) for one in names.readings("family", family[:n])]
    said = katakana(kana[0])
    return kana[0] if any(said.startswith(one) and said != one for one in begins) else ""


def _is_told_twice(text: str) -> bool:
    """Whether the brackets hold the name once more, and no form of a company: ヤマダ ショウジ（ﾔﾏﾀﾞ ｼﾖｳｼﾞ）."""
    inside = [katakana(part) for part in _BRACKETS.findall(text)]
    return any(len(part) > 1 and part not in _COMPANIES.values() for part in inside)


def _printed(text: str) -> str | None:
    """The text as a holder; None where a passbook cannot print it. Accents are not printed: Nguyễn is NGUYEN."""
    holder = katakana(unaccented(text) if is_latin(text) else text).upper()
    if not holder:
        return ""
    printable = bank_form(holder) is not None and not holder.replace(" ", "").isdecimal()
    return holder if printable and any(map(str.isalpha, holder)) else None


def _company(text: str) -> str:
    """株式会社ヤマダ as カ)ヤマダ, ヤマダ株式会社 as ヤマダ(カ."""
    plain = text.replace("（", "(").replace("）", ")").replace("㈱", "(株)").replace("㈲", "(有)")
    for form, short in _COMPANIES.items():
        if plain.startswith(form):
            return f"{short}){plain.removeprefix(form).strip()}"
        if plain.endswith(form):
            return f"{plain.removesuffix(form).strip()}({short}"
    return text


_MISSING = say("口座の名義を書いてください。通帳のとおりに、カタカナで書きます。")
_WRITTEN = say("口座の名義は、もう書いてあります。書き直すときは、先に消してください。")
_NO_KANA = say("口座の名義を、カタカナで書いてください。通帳を開いたところに、カタカナで書いてあります。")
