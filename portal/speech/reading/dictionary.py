"""Dictionaries compiled for the engine: made once for the same words, kept in the var folder, shared by processes."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from portal.speech.reading import lexicon, places
from portal.speech.reading.entry import Entry

_COMPILE = "import sys, pyopenjtalk; pyopenjtalk.mecab_dict_index(*sys.argv[1:])"


def dictionaries(var: Path, towns: Iterable[places.Served] = ()) -> list[Path]:
    """The compiled dictionaries in the var folder: municipal words, then places; those missing are made.

    Needs the registries to be open. Raises OSError on a full disk.
    """
    known = {"words": lexicon.entries(), "places": [*places.municipalities(), *places.neighbourhoods(towns)]}
    return [compiled(entries, var / "speech" / "dictionaries", name) for name, entries in known.items()]


def compiled(entries: Sequence[Entry], folder: Path, name: str) -> Path:
    """One dictionary file, named by its words and the engine's version."""
    rows = "".join(f"{entry.row}\n" for entry in entries)
    made_of = hashlib.sha256(f"{version('pyopenjtalk-plus')}\n{rows}".encode()).hexdigest()[:16]
    path = folder / f"{name}-{made_of}.dic"
    if not path.is_file():
        _compile(rows, path)
    return path


def _compile(rows: str, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=path.parent) as folder:
        source, made = Path(folder) / "rows.csv", Path(folder) / "made.dic"
        source.write_text(rows, encoding="utf-8")
        # In a process of its own: the engine takes memory, and writes to the terminal as it compiles.
        subprocess.run([sys.executable, "-c", _COMPILE, str(source), str(made)], check=True, stdout=subprocess.DEVNULL)
        os.replace(made, path)
