"""A small service and town to build the catalogue's tests on."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import yaml

from portal.municipalities import Municipality

TOWN = Municipality.model_validate(
    {
        "code": "990019",
        "slug": "kasumigahama",
        "name": "かすみがはま市",
        "kana": "かすみがはまし",
        "phone": "0000-00-0000",
        "hours": "平日",
        "address": "1番地",
        "services": ["cash"],
        "departments": {"welfare": {"name": "福祉課", "email": "w@example.jp", "phone": "0000-00-0001"}},
    }
)
QUESTIONS: list[dict[str, Any]] = [
    {"id": "name", "kind": "person_name", "ask": "名前を教えてください", "short": "名前", "role": "applicant_name"},
    {
        "id": "born",
        "kind": "date",
        "ask": "{applicant}さんの生まれた日",
        "short": "生まれた日",
        "role": "applicant_birth_date",
    },
    {
        "id": "family",
        "kind": "household",
        "ask": "家族",
        "short": "家族",
        "options": [{"id": "child", "label": "子"}, {"id": "spouse", "label": "夫や妻"}],
    },
    {"id": "everyone", "kind": "yes_no", "ask": "全員が受けとりますか", "short": "全員"},
    {
        "id": "take",
        "kind": "choice",
        "ask": "{name}さんは受けとりますか",
        "short": "受けとる",
        "options": [{"id": "yes", "label": "受けとる"}, {"id": "no", "label": "受けとらない"}],
        "each": "family",
        "including": "applicant",
    },
]
SERVICE: dict[str, Any] = {
    "title": "給付金",
    "summary": "{amount}円を受けとる",
    "minutes": 5,
    "department": "welfare",
    "figures": {"amount": 100000},
    "overridable": ["figures.amount", "next"],
    "who": ["世帯主"],
    "ready": ["通帳"],
    "questions": QUESTIONS[:4],
    "consent": {
        **{"level": "L1", "basis": "要綱", "years": 5, "act": "申しこみます"},
        "statements": [{"id": "truth", "kind": "declaration", "text": "本当です", "meaning": "直せます。"}],
    },
    "next": ["お待ちください。"],
}


def service(**changes: Any) -> dict[str, Any]:
    """The small service with some keys changed."""
    return deepcopy(SERVICE) | changes


def take(**changes: Any) -> dict[str, Any]:
    """A question asked of each person."""
    return deepcopy(QUESTIONS[4]) | changes


def written(folder: Path, data: Any, name: str = "2026-04-01.yaml") -> Path:
    """The service as a file of the folder."""
    path = folder / "cash" / name
    path.parent.mkdir(exist_ok=True)
    text = data if isinstance(data, str) else yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    path.write_text(text, encoding="utf-8")
    return path
