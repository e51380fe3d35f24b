"""The files of the house, as a fresh checkout would have them."""

from __future__ import annotations

import subprocess
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

HOUSE = Path(__file__).parents[2]


@cache
def files(pattern: str = "*") -> tuple[Path, ...]:
    """Every file that is or could be committed and fits the pattern; a star goes over slashes, as in git."""
    return tuple(path for path in _all() if fnmatchcase(named(path), pattern))


@cache
def _all() -> tuple[Path, ...]:
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    told = subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, check=True).stdout
    return tuple(sorted(HOUSE / name for name in told.split("\0") if name and (HOUSE / name).is_file()))


def named(path: Path) -> str:
    """The path as people write it, from the top of the house."""
    return path.relative_to(HOUSE).as_posix()


def rooms() -> tuple[Path, ...]:
    """The folders of portal/ that hold code."""
    return tuple(sorted({p.parents[-2 - len(HOUSE.parts)] for p in files("portal/*/*.py")}))
