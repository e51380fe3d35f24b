"""How often a system may ask: so much a minute on each machine, told with every answer (RateLimit fields)."""

from __future__ import annotations

from functools import cache
from math import ceil
from pathlib import Path

from portal.accounts.api_client import ApiClient
from portal.api.v1.problems import Refused
from portal.security.allowance import Allowance, SharedAllowance
from portal.settings import Settings

NAME, SECONDS = "minute", 60
FILE = "api_rate"
"""Where several web processes count together, in the var folder."""


@cache
def asked(most: int, together: Path | None) -> Allowance | SharedAllowance:
    """What each system may ask for, `most` in a minute; counted in the file `together`, where there is one."""
    return SharedAllowance(together, most, SECONDS) if together else Allowance(most, SECONDS)


def taken(settings: Settings, client: ApiClient) -> dict[str, str]:
    """The headers of one answer more. Raises Refused: TooMuch."""
    together = settings.var / FILE if settings.processes > 1 else None
    left = asked(settings.api_rate, together).taken(client.public_id)
    headers = {
        "RateLimit-Policy": f'"{NAME}";q={settings.api_rate};w={SECONDS}',
        "RateLimit": f'"{NAME}";r={left.things};t={ceil(left.full)}',
    }
    if not left.allowed:
        raise Refused("TooMuch", headers | {"Retry-After": str(max(1, ceil(left.wait)))})
    return headers
