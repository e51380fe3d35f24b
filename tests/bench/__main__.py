"""`make bench [ONLY=group]`: measure, show, and keep the figures in var/bench.json."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping

from rich.console import Console
from rich.table import Table

from tests.bench import api, browser, consent, cpu, defects, delivery, desk, kept, speech
from tests.serving import HOUSE

GROUPS: Mapping[str, Callable[[], dict[str, float]]] = {
    "cpu-sqlite": cpu.on_sqlite,
    "cpu-postgresql": cpu.on_postgresql,
    "bytes": browser.sizes,
    "browser": lambda: browser.slow_phone() | kept.kept_phone(),
    "defects": defects.defects,
    "consent": consent.costs,
    "api": api.described,
    "delivery": delivery.delivery,
    "desk": desk.desk,
    "speech": speech.speech,
}
KEPT = HOUSE / "var" / "bench.json"


def main(wanted: list[str]) -> int:
    """Run the wanted groups, all when none is named; figures of the others stay as they were."""
    if unknown := set(wanted) - GROUPS.keys():
        print(f"There is no group {', '.join(unknown)}; there are {', '.join(GROUPS)}.")
        return 2
    before = json.loads(KEPT.read_text()) if wanted and KEPT.exists() else {}
    for name in wanted or GROUPS:
        found = {key: round(value, 5) for key, value in GROUPS[name]().items()}
        _show(name, found)
        before |= found
        KEPT.parent.mkdir(exist_ok=True)
        KEPT.write_text(json.dumps(before, indent=1, sort_keys=True) + "\n")
    return 0


def _show(name: str, found: Mapping[str, float]) -> None:
    table = Table("figure", "value", title=name)
    for key, value in found.items():
        table.add_row(key, f"{value:,.3f}")
    Console().print(table)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
