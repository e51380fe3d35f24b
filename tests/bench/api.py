"""The API tried hard from its own description; a failure is printed as it can be repeated."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from tests.api.trying import answering, tried

EXAMPLES, SECONDS = 60, 180


def described() -> dict[str, float]:
    """How many requests were tried, and whether any answer was not as described."""
    with TemporaryDirectory() as folder, answering(Path(folder)) as server:
        told = tried(server, EXAMPLES, SECONDS)
    if told.code:
        print(told.words)
    return {"api_requests_tried": told.requests, "api_runs_with_failures": float(told.code != 0)}
