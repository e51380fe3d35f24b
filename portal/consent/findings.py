"""Findings: what each look at a bundle came to, in words that do not say more than was seen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from portal.language.words import Say, say

PROVEN, FAILED, LEFT = "proven", "failed", "left"

SENTENCES: Mapping[tuple[str, str], Say] = {
    ("shape", FAILED): say("この書類は、控えとして読めません。"),
    ("signature", PROVEN): say("役所の鍵で、署名してあります。"),
    ("signature", FAILED): say("署名が、役所の鍵と合いません。"),
    ("signature", LEFT): say("署名は、この機械では確かめられません。"),
    ("key", PROVEN): say("署名した鍵は、前に使っていた鍵です。押したときには、役所がこの鍵を使っていました。"),
    ("key", FAILED): say("署名した鍵を、押したときには、役所はもう使っていませんでした。"),
    ("place", PROVEN): say("記録は、役所の記録の列に入っています。列の中の記録は、あとから変えられません。"),
    ("place", FAILED): say("記録が変わっているか、役所の記録の列にないものです。"),
    ("together", FAILED): say("記録がたりないか、ほかの申し込みの記録がまざっています。"),
    ("words", PROVEN): say("読んだことばは、押したときと同じです。"),
    ("words", FAILED): say("読んだことばが、押したときと変わっています。"),
    ("answers", PROVEN): say("答えは、押したときと同じです。"),
    ("answers", FAILED): say("答えが、押したときと変わっています。"),
    ("answers", LEFT): say("答えは、この控えに入っていません。答えは、確かめていません。"),
    ("files", PROVEN): say("書類は、送ったときと同じです。"),
    ("files", FAILED): say("送ったときとちがう書類があります。"),
    ("back", PROVEN): say("取りやめた記録も、入っています。"),
    ("back", FAILED): say("取りやめた記録が、この申し込みのものではありません。"),
    ("passkey", PROVEN): say(
        "この申し込みには、鍵（パスキー）でも、｜印《しるし》が付いています。鍵は、持っている人の顔や指や番号で開きました。"
        "その人がだれかは、わかりません。"
    ),
    ("passkey", FAILED): say("鍵（パスキー）の｜印《しるし》が、この申し込みのものではありません。"),
    ("passkey", LEFT): say("鍵（パスキー）の｜印《しるし》は、この機械では確かめられません。"),
    ("witness", PROVEN): say(
        "役所の人が、そばで見ていたという記録も、入っています。役所の人がそう書いたことだけが、わかります。"
        "この記録は、本人の同意の代わりになりません。"
    ),
    ("witness", FAILED): say("そばで見ていたという記録が、この申し込みのものではありません。"),
    ("older", PROVEN): say("記録の列は、ほかの日の列からつながっています。とちゅうで作り直していません。"),
    ("older", FAILED): say("記録の列が、ほかの日の列からつながっていません。"),
    ("older", LEFT): say("記録の列がつながっているかは、確かめていません。"),
}
"""What a finding is in words; the page's own script says the same ones."""
GENUINE = say("この控えは、本物です。")
CHANGED = say("この控えは、本物だと言えません。")
UNSURE = say("変わったところは、見つかりません。署名は、まだ確かめていません。")
VERDICTS: Mapping[str, Say] = {"genuine": GENUINE, "changed": CHANGED, "unsure": UNSURE}
NEXT = say("この控えは、そのまま使わないでください。どうすればよいかは、役所に電話で聞いてください。")
"""What to do with one that is not genuine."""
LIMITS = (
    say("だれがスマホを持って押したかは、わかりません。"),
    say("書いてあることが本当かどうかは、わかりません。"),
    say("日時は、役所の時計の日時です。"),
    say("この控えを作ったあとに取りやめたかどうかは、わかりません。"),
)
"""What no check of a bundle can tell."""


@dataclass(frozen=True)
class Finding:
    """What one look came to: proven, failed or left."""

    what: str
    state: str

    @property
    def sentence(self) -> Say:
        """It in words."""
        return SENTENCES[self.what, self.state]


def verdict(findings: Sequence[Finding]) -> Say:
    """What they come to together: only what is signed and fits everywhere is genuine."""
    signature = next((one.state for one in findings if one.what == "signature"), FAILED)
    if FAILED in {signature, *(one.state for one in findings)}:
        return CHANGED
    return GENUINE if signature == PROVEN else UNSURE


def genuine(findings: Sequence[Finding]) -> bool:
    """Whether nothing failed and the signature was proven."""
    return verdict(findings) == GENUINE


def outcome(findings: Sequence[Finding]) -> Iterator[Say]:
    """The result in words: the verdict and each finding."""
    yield verdict(findings)
    yield from (one.sentence for one in findings)


def sentences(findings: Sequence[Finding]) -> Iterator[Say]:
    """The same for a resident, with what to do where something is amiss."""
    yield from outcome(findings)
    if verdict(findings) == CHANGED:
        yield NEXT
