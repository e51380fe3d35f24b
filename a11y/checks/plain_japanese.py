"""A tired reader follows every sentence at the first reading: plain Japanese, and plainer still in やさしい日本語."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from a11y.check import Check, Fault
from a11y.plain.lint import findings

SERVICE = "portal/catalogue/services/fault/2026-04-01.yaml"
EASY = "locales/ja-simple/LC_MESSAGES/fault.po"
HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'


def read(sources: Mapping[str, str]) -> Iterator[str]:
    """Each sentence that is not plain: file, line, rule, what to write instead."""
    yield from (str(found) for found in findings(sources))


def _plain(name: str, *texts: str) -> Fault:
    """A service that says this."""
    return Fault(name, sources={SERVICE: "who:\n" + "".join(f'  - "{text}"\n' for text in texts)})


def _easy(name: str, text: str) -> Fault:
    """A service whose easy version says this."""
    return Fault(name, sources={SERVICE: "title: だれですか\n", EASY: f'{HEAD}msgid "だれですか"\nmsgstr "{text}"\n'})


CHECK = Check(
    protects=__doc__ or "",
    criteria=("3.1.3", "3.1.5"),
    read=read,
    faults=(
        _plain(
            "L1 a long sentence",
            "この市の役所の人が手紙と電話で知らせた、今年の四月からの新しい給付金の申し込みの場所と時間と電話番号です。",
        ),
        _plain("L2 many things in one sentence", "番号を書いて、四角を押して、次のページを開いてください。"),
        _plain("L3 many things side by side", "通帳、はんこ、手紙、写真を持ってきてください。"),
        _plain("L4 two negatives", "番号を書かないと、次へ進めません。"),
        _plain("L5 a passive", "送られた書類を、役所が見ます。"),
        _plain("L6 a word that paints a sound", "どんどん書いてください。"),
        _plain("L7 a loanword", "アカウントを作ってください。"),
        _plain("L8 a noun for a deed", "電話での相談も可能です。"),
        _plain("L9 a vague ending", "遅れるおそれがあります。"),
        _plain("L10 a blunt ending", "名前を書くこと。"),
        _plain("L11 a kanji few can read", "書類を揃えてください。"),
        _easy("L11 a kanji learners have not met", "お金を払ってください。"),
        _plain("L12 a date in figures and signs", "2026/4/1までに送ってください。"),
        _plain("L13 a hard word", "名前を記入してください。"),
        _plain("L13 an official word that nobody explains", "続柄を書いてください。"),
        _easy("L13 a word above the reader's level", "軍手を持ってきてください。"),
        _plain("L14 a courtly form", "手紙をお送りいたします。"),
        _plain("L15 a page without end", *["名前を書いてください。"] * 100),
    ),
)
