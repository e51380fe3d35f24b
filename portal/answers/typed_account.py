"""A typed account with each part in its own box: pasted whole, kinds beside numbers, symbols of the post bank."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from portal.answers.account import kind_of
from portal.answers.account_number import bare_number, read_number
from portal.answers.answer_type import Problem, Typed
from portal.answers.bank_branch import Found, find
from portal.answers.nothing import is_nothing
from portal.answers.postal_number import LAST_IS_ONE, MOST_DIGITS, POST, PostalNumber, apart, no_number, postal
from portal.language.width import digits, narrow
from portal.language.words import Say, say

_BETWEEN = re.compile("[ ,、/]+")
_NUMBER_WORD = re.compile("(?:口座番号|記号|番号|no\\.?)?:?[0-9][0-9-]{3,}", re.IGNORECASE)
_KIND_AND_NUMBER = re.compile("(普通預金|当座預金|総合口座|普通|当座|貯蓄|普):?(?=[0-9])")


@dataclass(frozen=True)
class TypedAccount:
    """What the boxes say: bank and branch as found, the kind's id, the number, and what is amiss with it."""

    found: Found
    kind: str
    number: str
    amiss: Say | None = None
    postal: PostalNumber | None = None
    other_kind: bool = False
    """Whether another kind is chosen than the one written beside the number."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is amiss with all but the holder."""
        wrong_kind = _TWO_KINDS if self.other_kind else None if self.kind else _WHICH_KIND
        parts = (("account_kind", wrong_kind), ("number", self.amiss))
        return (*self.found.problems, *(Problem(part, message) for part, message in parts if message))


def arranged(typed: Typed) -> dict[str, str]:
    """The parts, with a whole account that was pasted into the bank's box taken apart."""
    texts = {part: text.strip() for part, text in typed.items()}
    if texts.get("bank") and not any(texts.get(part) for part in ("branch", "number", "holder")):
        texts |= _pasted(texts["bank"])
    elif texts.get("branch") and not texts.get("number"):
        beside = _pasted(texts["branch"])
        if beside and not (texts.get("holder") and beside["holder"]):
            texts |= {"branch": beside.pop("bank")} | {part: text for part, text in beside.items() if text}
    return texts


def read_account(texts: Typed) -> TypedAccount:
    """The account of arranged parts."""
    number, beside = bare_number(texts.get("number", ""))
    chosen = kind_of(texts.get("account_kind", ""))
    found = find(texts)
    of_the_post = found.bank is not None and found.bank.code == POST
    account = _of_the_post(texts, number, found) if of_the_post else _plain(number, found)
    kind = account.kind or chosen or beside
    return replace(account, kind=kind, other_kind=bool(beside and chosen and beside != chosen))


def _plain(number: str, found: Found) -> TypedAccount:
    codes = (found.bank.code, found.branch.code if found.branch else "") if found.bank else ()
    return TypedAccount(found, "", *read_number(number, codes))


def _of_the_post(texts: Typed, number: str, found: Found) -> TypedAccount:
    """An account of the post bank, by symbol and number or by branch and account number."""
    if is_nothing(texts.get("branch", "")):
        texts = {**texts, "branch": ""}
    symbol, written = _symbol(texts.get("branch", ""), number)
    if symbol:
        account = postal(symbol, written)
        branch = account.branch if account else PostalNumber(symbol, "").branch
        found = find({**texts, "branch": branch, "branch_code": ""})
        if account and found.branch:
            return TypedAccount(found, account.kind, account.account, postal=account)
        if account or not digits(written):
            return replace(_plain(written, found), amiss=None if account else _plain("", found).amiss)
        return TypedAccount(found, "", "", no_number(symbol))
    if not found.branch and not found.offers:
        problems = (problem for problem in found.problems if problem.part != "branch")
        found = replace(found, problems=(*problems, Problem("branch", _SYMBOL_WANTED)))
    plain = digits(number)
    if plain.isdecimal() and len(plain) == MOST_DIGITS:
        whole = plain.endswith("1")
        return TypedAccount(found, "", plain[:-1] if whole else "", None if whole else LAST_IS_ONE)
    return _plain(number, found)


def _symbol(branch: str, number: str) -> tuple[str, str]:
    """The symbol and the number, from whichever box they stand in; "" where there is no symbol."""
    if both := apart(branch):
        again = apart(number)
        return both[0], both[1] or (again[1] if again and again[0] == both[0] and again[1] else number)
    both = apart(number)
    if both and both[1] and digits(branch) in ("", PostalNumber(both[0], "").branch):
        return both
    return "", number


def _pasted(text: str) -> dict[str, str]:
    """Bank, kind, number and holder of one line; nothing where it is only a bank, or a bank and its branch."""
    words = [word for word in _BETWEEN.split(_KIND_AND_NUMBER.sub(r" \1 ", narrow(text))) if word]
    first = next((n for n, word in enumerate(words) if n and (kind_of(word) or _NUMBER_WORD.fullmatch(word))), 0)
    rest = words[first:]
    if not first or not any(_NUMBER_WORD.fullmatch(word) for word in rest):
        return {}
    kinds = [word for word in rest if kind_of(word)]
    numbers = [word for word in rest if _NUMBER_WORD.fullmatch(word)]
    holder = [word for word in rest if word not in kinds and word not in numbers]
    parts = {"bank": " ".join(words[:first]), "number": " ".join(numbers), "holder": " ".join(holder)}
    return parts | ({"account_kind": kind_of(kinds[0])} if kinds else {})


_WHICH_KIND = say("口座の種類を選んでください。ふつうの通帳は「普通」です。")
_TWO_KINDS = say("口座の種類が、口座番号のところに書いたものとちがいます。種類を選び直してください。")
_SYMBOL_WANTED = say("支店のところに、通帳の記号を書いてください。1から始まる5けたの数字です。")
