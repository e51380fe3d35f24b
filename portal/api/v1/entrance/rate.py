"""How often a system may ask: so much a minute in each web process, told with every answer (RateLimit fields)."""

from __future__ import annotations

from functools import cache
from math import ceil

from portal.accounts.api_client import ApiClient
from portal.api.v1.problems import Refused
from portal.security.allowance import Allowance
from portal.settings import Settings

NAME, SECONDS = "minute", 60


@cache
def asked(most: int) -> Allowance:
    """What each system may ask for, `most` in a minute."""
    return Allowance(most, SECONDS)


def taken(settings: Settings, client: ApiClient) -> dict[str, str]:
    """The headers of one answer more. Raises Refused: TooMuch."""
    left = asked(settings.api_rate).taken(client.public_id)
    headers = {
        "RateLimit-Policy": f'"{NAME}";q={settings.api_rate};w={SECONDS}',
        "RateLimit": f'"{NAME}";r={left.things};t={ceil(left.full)}',
    }
    if not left.allowed:
        raise Refused("TooMuch", headers | {"Retry-After": str(max(1, ceil(left.wait)))})
    return headers
