"""What is another one on another day or another time, and stands masked in a transcript."""

from __future__ import annotations

import re

from a11y.check import State

DAY = re.compile(
    r"令和\d+年\d+月\d+日(（\d{4}年）|\n *text: （\d{4}年）)?|\d+ [A-Z][a-z]+ 20\d\d( \(Reiwa \d+\))?"
    r"|\d+月\d+日 ([月火水木金]曜日|午[前後]\d+時)|[A-Z][a-z]+day, \d+ [A-Z][a-z]+|\d+ [A-Z][a-z]+, \d+:00"
)
MASKED = (
    (re.compile(r"\b\d{10}\b|(?:\b\d+-)?\d{4}-\d{4}-\d{2}|(?<=: )\d{4}-\d{4}$", re.MULTILINE), "〈number〉"),
    (re.compile(r"\d+問のうち \d+問め|Question \d+ of \d+"), "〈place〉"),
    (re.compile(r"\d+の記録のうち、\d+番め|Number \d+ of \d+ records"), "〈place〉"),
    (re.compile(r"(?<=[）)] )\d\d:\d\d"), "〈time〉"),
    (re.compile(r"(?<=/own/)[\w-]{22}"), "〈key〉"),
    (re.compile(r"(?<=の)午[前後]\d+時(?=まで)|\d+時(?=まで)|\d+:00(?= on)"), "〈hour〉"),
    (re.compile(r"(?<=/invitation/)[\w-]{43}"), "〈key〉"),
    (re.compile(r"(?<=読んでいない文は)[\d,]+|(?<=Texts not read yet: )[\d,]+"), "〈many〉"),
    (re.compile(r"http://(?:127\.0\.0\.1|localhost):\d+"), "〈portal〉"),
    (re.compile(r"\d+(?=歳)|(?<=aged )\d+|(?<=an age of )\d+"), "〈age〉"),
)
"""What is another one every time."""
TODAY = ("done", "later", "status", "again", "ask", "reply", "call", "sign", "signed", "revoke", "checked")
"""Pages that tell of today; the days of others stand in the service and are read."""


def masked(text: str, state: State) -> str:
    """The transcript of a state with masks for all that no two of them have in common."""
    for found, mask in MASKED:
        text = found.sub(mask, text)
    return DAY.sub("〈day〉", text) if state.page.rpartition("/")[2] in TODAY else text
