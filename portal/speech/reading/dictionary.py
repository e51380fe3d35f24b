"""Dictionaries compiled for the engine: made once from the same sources, kept in the var folder for every process."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from portal import registries
from portal.registries.building import made_from
from portal.speech.reading import entry, lexicon, places, sound, town_names
from portal.speech.reading.entry import Entry

_COMPILE = "import sys, pyopenjtalk; pyopenjtalk.mecab_dict_index(*sys.argv[1:])"
_CODE = tuple(Path(module.__file__) for module in (entry, lexicon, places, sound, town_names) if module.__file__)


def dictionaries(var: Path, towns: Iterable[places.Served] = ()) -> list[Path]:
    """The compiled dictionaries in the var folder: municipal words, then places; those missing are made, in seconds.

    Needs the registries to be open. Raises OSError on a full disk, CalledProcessError where the engine fails.
    """
    served = sorted(towns, key=lambda town: town.code)
    folder, post = var / "speech" / "dictionaries", made_from(registries.opened().path)
    called = [(town.code, town.name, town.kana) for town in served]
    return [
        compiled(folder / f"words-{_hash(lexicon.WORDS.read_bytes())}.dic", lexicon.entries),
        compiled(
            folder / f"places-{_hash(f'{post}{called}'.encode())}.dic",
            lambda: [*places.municipalities(), *places.neighbourhoods(served)],
        ),
    ]


def compiled(path: Path, entries: Callable[[], Sequence[Entry]]) -> Path:
    """The dictionary's file, made of the entries where it is not there."""
    if not path.is_file():
        path.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=path.parent) as folder:
            source, made = Path(folder) / "rows.csv", Path(folder) / "made.dic"
            source.write_text("".join(f"{entry.row}\n" for entry in entries()), encoding="utf-8")
            # In a process of its own: the engine takes memory, and writes to the terminal as it compiles.
            command = [sys.executable, "-c", _COMPILE, str(source), str(made)]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            os.replace(made, path)
    return path


def _hash(source: bytes) -> str:
    """What a dictionary is made of: its source, the code that reads it, the engine."""
    code = b"".join(path.read_bytes() for path in _CODE)
    return hashlib.sha256(b"\n".join((version("pyopenjtalk-plus").encode(), code, source))).hexdigest()[:16]
