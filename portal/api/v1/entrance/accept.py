"""Which media types a caller takes (RFC 9110, 12.5.1)."""

from __future__ import annotations

from portal.api.v1.problems import Refused


def acceptable(header: str, given_as: str) -> None:
    """Whether an Accept header takes what is given. Raises Refused: NotAcceptable."""
    if not header.strip():
        return
    kind = given_as.partition("/")[0]
    taken = dict(map(_read, header.split(",")))
    named = (given_as, f"{kind}/*", "*/*")
    found = next((taken[name] for name in named if name in taken), 0.0)
    if given_as != "*/*" and found <= 0:
        raise Refused("NotAcceptable")


def _read(item: str) -> tuple[str, float]:
    media_type, *parameters = (part.strip().lower() for part in item.split(";"))
    weight = next((each[2:] for each in parameters if each.startswith("q=")), "1")
    try:
        return media_type, float(weight)
    except ValueError:
        return media_type, 1.0
