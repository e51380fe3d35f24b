"""python -m a11y.plain [file …]: what is not plain in these files, or in the whole house.

Each line names file:line, the rule, the sentence, and what to write instead. Ends with 1 when something is found.
"""

from __future__ import annotations

import sys
from pathlib import Path

from a11y.plain.house import sources
from a11y.plain.lint import findings


def main(wanted: list[str]) -> int:
    """Print what is found in the files wanted (all when none)."""
    names = {Path(name).resolve() for name in wanted}
    house = sources()
    top = Path(__file__).parents[2]
    found = [it for it in findings(house) if not names or (top / it.path).resolve() in names]
    for it in found:
        print(it)
    print(f"{len(found)} to mend" if found else "All plain.", file=sys.stderr)
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
