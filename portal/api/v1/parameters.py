"""Parts of addresses and headers that operations share, as they are described."""

from __future__ import annotations

from portal.api.v1.operation import Parameter
from portal.api.v1.shapes.both import Both

PARTS = {
    "id": (
        Both("申し込みの id（受付番号ではありません）", "Id of the application (not its receipt number)"),
        {"type": "string", "pattern": "^[0-9a-f]{32}$"},
    ),
    "file": (
        Both("ファイルの id（申し込みの files にあります）", "Id of the file, from files of the application"),
        {"type": "string"},
    ),
    "town": (
        Both("町のページのアドレスにある、町の名前", "The town as its pages' addresses have it"),
        {"type": "string", "pattern": "^[a-z0-9-]+$", "example": "kasumigahama"},
    ),
    "service": (
        Both("手続きの id", "Id of the service"),
        {"type": "string", "pattern": "^[a-z][a-z0-9-]*$"},
    ),
}
IF_NONE_MATCH = Parameter(
    "If-None-Match",
    Both("前に受けとった ETag。変わっていなければ 304 を返します。", "The ETag you have; 304 when nothing changed"),
    {"type": "string"},
    "header",
)
IF_MATCH = Parameter(
    "If-Match",
    Both("前に読んだ ETag", "The ETag that was read"),
    {"type": "string", "minLength": 1},
    "header",
    required=True,
)
KEY = Parameter(
    "Idempotency-Key",
    Both(
        "送るものごとに新しいキー。同じキーで同じものを送ると、2日のあいだは、前と同じ答えを返します。",
        "Something new for each thing you send; the same again under the same key is answered as before, for two days.",
    ),
    {"type": "string", "pattern": r'^"?[!#-\[\]-~]{1,200}"?$'},
    "header",
    required=True,
    example='"8e03978e-40d5-43dd-bc93-6894a57f9324"',
)
