"""Settings: read once, cast once, wrong ones named."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.settings import BadSetting, Settings, read


def test_nothing_set_is_the_default() -> None:
    assert read({}) == Settings()


def test_each_type_is_read() -> None:
    settings = read({"YORISOI_PORT": "8123", "YORISOI_VAR": "/srv/y", "YORISOI_DEMO": "no", "PATH": "/bin"})
    assert (settings.port, settings.var, settings.demo) == (8123, Path("/srv/y"), False)


@pytest.mark.parametrize(
    ("environ", "named"),
    [
        ({"YORISOI_PROT": "1"}, "YORISOI_PROT"),
        ({"YORISOI_PORT": "eighty"}, "YORISOI_PORT"),
        ({"YORISOI_DEMO": "maybe"}, "YORISOI_DEMO"),
        ({"YORISOI_OPERATOR": "me"}, "YORISOI_OPERATOR"),
        ({"YORISOI_MAIL_CONNECTIONS": "0"}, "YORISOI_MAIL_CONNECTIONS"),
        ({"YORISOI_API_RATE": "0"}, "YORISOI_API_RATE"),
        ({"YORISOI_IMAP_URL": "pop3://mail.example"}, "YORISOI_IMAP_URL"),
    ],
    ids=["misspelt name", "no number", "neither yes nor no", "no address", "no mail leaves", "no request", "no IMAP"],
)
def test_a_wrong_setting_stops_the_start_by_its_name(environ: dict[str, str], named: str) -> None:
    with pytest.raises(BadSetting, match=named):
        read(environ)


def test_https_means_secure_cookies() -> None:
    assert Settings(address="https://portal.example.jp").secure
    assert not Settings(address="http://127.0.0.1:8000").secure


def test_the_database_is_a_file_in_var_unless_named(tmp_path: Path) -> None:
    assert Settings(var=tmp_path).database == f"sqlite:///{tmp_path}/yorisoi.sqlite"
    assert Settings(database_url="postgresql://x/y").database == "postgresql://x/y"


@pytest.mark.parametrize(
    "wrong",
    [
        {"YORISOI_WITNESSES": "one@only.example"},
        {"YORISOI_WITNESSES": "one@a.example, nobody"},
        {"YORISOI_TIMESTAMP_URL": "ftp://stamp.example"},
        {"YORISOI_TIMESTAMP_URL": "https://stamp.example", "YORISOI_TIMESTAMP_ROOTS": "no-such-file"},
    ],
)
def test_witnesses_and_their_clock_are_told_whole(wrong: dict[str, str]) -> None:
    with pytest.raises(BadSetting, match="YORISOI_"):
        read(wrong)
