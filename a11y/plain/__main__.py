"""python -m a11y.plain [file …]: what is not plain in these files, or in the whole house.

Each line names file:line, the rule, the sentence, and what to write instead. Ends with 1 when something is found, with
2 when a file is named that holds no texts of the house.
"""

from __future__ import annotations

import sys
from pathlib import Path

from a11y.plain.house import with_code
from a11y.plain.lint import findings
from tests.house.tree import HOUSE


def main(wanted: list[str]) -> int:
    """Print what is found in the files wanted (all when none)."""
    read = with_code()
    names = {Path(name).resolve() for name in wanted}
    if strangers := names - {HOUSE / path for path in read}:
        print(f"No texts are read from {', '.join(sorted(map(str, strangers)))}", file=sys.stderr)
        return 2
    found = [it for it in findings(read) if not names or HOUSE / it.path in names]
    print(*found, sep="\n", end="\n" if found else "")
    print(f"{len(found)} to mend" if found else "All plain.", file=sys.stderr)
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
