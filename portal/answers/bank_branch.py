"""Finding a bank and its branch from what was typed: taken where it is sure, offered where several may be meant."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from portal import registries
from portal.answers.answer_type import Option, Problem, Typed
from portal.answers.bank_text import looked_up, split
from portal.language.folding import folded
from portal.language.words import Say, say
from portal.registries import Bank, Branch, Matches

One = TypeVar("One", Bank, Branch)


@dataclass(frozen=True)
class Found:
    """A bank and a branch as far as they are known, what to offer, and what is amiss."""

    bank: Bank | None
    branch: Branch | None
    offers: dict[str, tuple[Option, ...]]
    problems: tuple[Problem, ...]


def find(typed: Typed) -> Found:
    """Look up what the parts bank and branch say; bank_code and branch_code carry a pick from an earlier offer."""
    typed_bank, typed_branch = typed.get("bank", "").strip(), typed.get("branch", "").strip()
    bank_matches, typed_branch = _banks(typed_bank, typed_branch)
    bank = _picked(bank_matches, typed.get("bank_code", ""))
    branch_matches = _branches(bank, typed_branch) if bank and typed_branch else Matches[Branch]()
    branch = _picked(branch_matches, typed.get("branch_code", ""))
    offers = _offers("bank_code", bank_matches) | _offers("branch_code", branch_matches)
    problems = []
    if not bank:
        problems.append(Problem(*_amiss("bank", "bank_code", typed_bank, bank_matches)))
    if not branch and (bank or not typed_branch):
        problems.append(Problem(*_amiss("branch", "branch_code", typed_branch, branch_matches)))
    return Found(bank, branch, offers, tuple(problems))


def _banks(bank: str, branch: str) -> tuple[Matches[Bank], str]:
    """Banks of the bank's box, and the branch, which may stand behind the bank in either box."""
    banks = registries.opened().banks
    matches = looked_up(bank, banks.find) if bank else Matches[Bank]()
    if matches.sure:
        return matches, branch
    both = split(bank or branch)
    if both and (not bank or not branch or folded(both[1]) in folded(branch) or folded(branch) in folded(both[1])):
        return looked_up(both[0], banks.find), both[1] if len(branch) < len(both[1]) or not bank else branch
    return matches, branch


def _branches(bank: Bank, text: str) -> Matches[Branch]:
    """Branches of the branch's box, where the bank may stand once more in front."""
    banks = registries.opened().banks
    matches = looked_up(text, partial(banks.branches, bank.code))
    if matches.sure:
        return matches
    both = split(text)
    if both and looked_up(both[0], banks.find).found[0].code == bank.code:
        return looked_up(both[1], partial(banks.branches, bank.code))
    return matches


def _picked(matches: Matches[One], code: str) -> One | None:
    if matches.sure:
        return matches.found[0]
    return next((one for one in matches.found if one.code == code), None)


def _offers(part: str, matches: Matches[Bank] | Matches[Branch]) -> dict[str, tuple[Option, ...]]:
    if matches.sure or not matches.found:
        return {}
    return {part: tuple(Option(one.code, f"{one.name}（{one.code}）") for one in matches.found)}


def _amiss(part: str, pick: str, text: str, matches: Matches[Bank] | Matches[Branch]) -> tuple[str, Say]:
    if not text:
        return part, _MISSING[part]
    return (pick, _WHICH[part]) if matches.found else (part, _UNKNOWN[part])


_MISSING = {
    "bank": say("銀行の名前か、4けたの番号を書いてください。通帳やカードにあります。"),
    "branch": say("支店の名前か、3けたの番号を書いてください。通帳やカードにあります。"),
}
_WHICH = {
    "bank": say("銀行の名前が似たものがあります。あてはまるものを選んでください。"),
    "branch": say("支店の名前が似たものがあります。あてはまるものを選んでください。"),
}
_UNKNOWN = {
    "bank": say("その名前の銀行は、見つかりませんでした。通帳を見て、名前か4けたの番号を書いてください。"),
    "branch": say("その名前の支店は、この銀行にはありません。通帳を見て、名前か3けたの番号を書いてください。"),
}
