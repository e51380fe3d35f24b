"""How often a system may ask: so much a minute in each web process, told with every answer (RateLimit fields)."""

from __future__ import annotations

from math import ceil

from portal.accounts.api_client import ApiClient
from portal.api.v1.problems import Refused
from portal.security.allowance import Allowance

NAME, MOST, SECONDS = "minute", 600, 60
ASKED = Allowance(MOST, SECONDS)


def taken(client: ApiClient) -> dict[str, str]:
    """The headers of one answer more. Raises Refused: TooMuch."""
    left = ASKED.taken(client.public_id)
    headers = {
        "RateLimit-Policy": f'"{NAME}";q={MOST};w={SECONDS}',
        "RateLimit": f'"{NAME}";r={left.things};t={ceil(left.full)}',
    }
    if not left.allowed:
        raise Refused("TooMuch", headers | {"Retry-After": str(max(1, ceil(left.wait)))})
    return headers
