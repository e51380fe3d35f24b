"""What the strict checks of a file find, in words for whoever writes at the desk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from pydantic import ValidationError

from portal.desk.town.editing.field import Field, as_written
from portal.language.words import Say, say

EMPTY = say("「{label}」を書いてください。")
HOURS = say("1から2160までの数で書いてください。2160時間は、90日です。")
AT = say("時刻を、0から23までの数で書いてください。")
BY_FIELD: Mapping[str, Say] = {
    "email": say("メールアドレスを、半角で、shimin@town.example.jp のように書いてください。"),
    "limit": HOURS,
    "url": say("https:// で始まるアドレスを書いてください。利用者の名前、# は書けません。"),
    "secret": say("秘密そのものではなく、秘密を入れたファイルの名前を、半角で書いてください。"),
    "certificate": say("証明書のファイルの名前を、半角の英字と数字で書いてください。"),
    "at": AT,
    **dict.fromkeys(("style", "every", "delivery"), say("届け方を、一つ以上選んでください。")),
}
"""What else can be amiss with a value, by its name in the file."""
BY_KIND: Mapping[str, Say] = {
    "string_too_short": EMPTY,
    "before_batch": say(
        "この課には、新しい申し込みが、まとめてだけ届きます。{least}時間より短くすると、届く前に知らせが出ます。{least}以上にしてください。"
    ),
    "open_and_closed": say("{day}が、両方に書いてあります。どちらかから消してください。"),
    "too_long": say("日が多すぎます。400日までで書いてください。"),
}
"""The same by what pydantic calls it."""
OTHERWISE = say("この内容は、もとの設定と合いません。システムの担当に、この画面のことを知らせてください。")


def amiss(error: ValidationError, fields: Iterable[Field]) -> dict[str, Say]:
    """By field what is amiss; what belongs to none of them stands at the first."""
    known = {field.name: field for field in fields}
    found: dict[str, Say] = {}
    for one in error.errors(include_url=False, include_input=False):
        steps = [str(step) for step in reversed(one["loc"])]
        wanted = [f"{steps[1]}-{steps[0]}" if len(steps) > 1 else "", *steps]
        field = next((known[step] for step in wanted if step in known), next(iter(known.values())))
        found.setdefault(field.name, _words(one, steps, field))
    return found


def _words(one: Any, steps: list[str], field: Field) -> Say:
    """What pydantic means; a value is known by its name in the file, else by the list it stands in."""
    kind = None if one["type"] == "string_too_short" and steps[0] not in field.name else BY_KIND.get(one["type"])
    words = kind or next((BY_FIELD[step] for step in steps if step in BY_FIELD), OTHERWISE)
    told = {"label": field.label, **one.get("ctx", {})}
    if "day" in told:
        told["day"] = as_written(date.fromisoformat(told["day"]))
    return Say(words.text, told)
