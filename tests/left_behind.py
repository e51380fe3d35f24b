"""What tests leave in the checkout's own `var`, where somebody's keys and applications may be: nothing."""

from __future__ import annotations

import pytest

from tests.serving import HOUSE

VAR = HOUSE / "var"
BORROWED = {"registries.sqlite", "speech"}
"""Made once for all servers of the tests (`serving.borrow_registries`)."""


class LeftBehind:
    """Looks before the first test and after the last, and fails the run for what is new there."""

    def __init__(self) -> None:
        self._before = there()

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Told below the tests, whichever of them it was."""
        if left := sorted(there() - self._before - BORROWED):
            session.exitstatus = pytest.ExitCode.TESTS_FAILED
            print(f"\nThe tests have left in {VAR}: {', '.join(left)}")


def there() -> set[str]:
    """The names of what is in it."""
    return {path.name for path in VAR.iterdir()} if VAR.exists() else set()
