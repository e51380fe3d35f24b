"""`python -m a11y.report`: the report anew from var/audit/findings.json; `--statement` the page of the portal too."""

from __future__ import annotations

import argparse
from pathlib import Path

from a11y.report import audited, statement
from a11y.report.files import write
from tests.serving import HOUSE

FOLDER = HOUSE / "var" / "audit"


def main() -> int:
    """Write what was asked for; 1 when there is no audit, or none that may be stated."""
    parser = argparse.ArgumentParser(prog="python -m a11y.report", description=__doc__)
    parser.add_argument("--statement", action="store_true", help="write the result that the portal shows, too")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where findings.json is")
    given = parser.parse_args()
    try:
        seen = audited.read(given.folder / "findings.json")
        made = write(seen, given.folder)
        print(*map(named, [*made, statement.written(seen)] if given.statement else made), sep="\n")
    except FileNotFoundError:
        print("There is no audit yet: run make audit first.")
        return 1
    except statement.Unfit as unfit:
        print(f"No statement was written: {unfit}.")
        return 1
    return 0


def named(path: Path) -> str:
    """The path from the top of the house, where it is inside."""
    return str(path.relative_to(HOUSE) if path.is_relative_to(HOUSE) else path)


if __name__ == "__main__":
    raise SystemExit(main())
