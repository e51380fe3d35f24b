"""What an operator may set: name, type, default, one sentence. Read once from `YORISOI_*`."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

PREFIX = "YORISOI_"


class BadSetting(ValueError):
    """A variable that is unknown or cannot be read; the text names it and says what is expected."""


def setting(meaning: str, default: Any) -> Any:
    """A field of `Settings` with its one sentence for the README."""
    return field(default=default, metadata={"meaning": meaning})


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Everything an operator may set; each name in capitals after `YORISOI_` is its variable."""

    var: Path = setting("Folder for everything the server writes: keys, database, mails, registries", Path("var"))
    address: str = setting("Public address of the portal; https:// turns on secure cookies and HSTS", "")
    host: str = setting("Address the web server listens on", "127.0.0.1")
    port: int = setting("Port the web server listens on", 8000)
    processes: int = setting("Number of web processes; more than one is meant for PostgreSQL", 1)
    database_url: str = setting("SQLAlchemy URL of the database; empty means SQLite in the var folder", "")
    smtp_url: str = setting("smtp:// or smtps:// URL of the mail server; empty writes .eml files to var/outbox", "")
    mail_from: str = setting("Sender of every letter", "Yorisoi <yorisoi@localhost>")
    mail_connections: int = setting("Mails on their way to the mail server at a time; some allow three", 6)
    imap_url: str = setting(
        "imap:// or imaps:// URL of the mailbox that letters return to when nobody takes them; empty reads none", ""
    )
    mail_limit: int = setting(
        "Most bytes of uploaded files attached to one mail; beyond it they stay in the API", 10_000_000
    )
    certificates: str = setting(
        "Folder of the departments' S/MIME certificates; empty means beside the towns' files", ""
    )
    secrets: str = setting(
        "Folder of the secrets that webhooks are signed by; empty means secrets in the var folder", ""
    )
    internal_hosts: str = setting(
        "Hosts on the town's own network that webhooks may reach, with commas between; all others are on the open net",
        "",
    )
    retention: bool = setting("Whether cases whose time is over are forgotten, once a day", False)
    letters_days: int = setting("Days after which a letter that has left is forgotten but for its trace", 30)
    operator: str = setting(
        "Address of whoever runs this server, told of cases that do not arrive; empty tells their departments alone", ""
    )
    witnesses: str = setting(
        "Two addresses elsewhere that are sent each town's signed log head once a day, with a comma between", ""
    )
    timestamp_url: str = setting("Where a service stamps that head with its time (RFC 3161); empty asks for none", "")
    timestamp_roots: str = setting("PEM file of the certificates that service is trusted by", "")
    upload_limit: int = setting("Most bytes of one uploaded file", 15_000_000)
    clamav_url: str = setting(
        "Where ClamAV's daemon listens, unix:///run/clamav/clamd.ctl or tcp://host:3310; empty scans no upload", ""
    )
    trusted_proxies: str = setting("Addresses of reverse proxies whose X-Forwarded-For is believed", "127.0.0.1")
    metrics_token: str = setting("Bearer token for /metrics; empty answers only to this machine", "")
    voices: str = setting(
        "Who speaks each language, `*` for all others: openjtalk, espeak, google (what `speech build` recorded) or "
        "browser (its own voice)",
        "ja=openjtalk,ja-simple=openjtalk,*=espeak",
    )
    speech_processes: int = setting("Most processes that speak, for each web process; started at the first wish", 2)
    speech_shelf: int = setting("Most bytes of published sound kept in the var folder", 500_000_000)
    api_rate: int = setting(
        "Requests a system may send in a minute to each machine, whichever of its web processes answers", 600
    )
    demo: bool = setting("Whether the two fictional towns are served and a demo API token is made", True)

    def __post_init__(self) -> None:
        if self.mail_connections < 1:
            raise BadSetting(f"{PREFIX}MAIL_CONNECTIONS must be 1 or more, not {self.mail_connections}")
        if self.api_rate < 1:
            raise BadSetting(f"{PREFIX}API_RATE must be 1 or more, not {self.api_rate}")
        if self.imap_url and not self.imap_url.startswith(("imap://", "imaps://")):
            raise BadSetting(f"{PREFIX}IMAP_URL must begin with imaps:// or imap://")
        if self.operator and "@" not in self.operator:
            raise BadSetting(f"{PREFIX}OPERATOR must be an address, not {self.operator!r}")
        if self.witnesses and (len(self.witnesses_at) != 2 or not all("@" in one for one in self.witnesses_at)):
            raise BadSetting(f"{PREFIX}WITNESSES must be two addresses with a comma between, not {self.witnesses!r}")
        if self.timestamp_url and not self.timestamp_url.startswith(("http://", "https://")):
            raise BadSetting(f"{PREFIX}TIMESTAMP_URL must begin with https:// or http://, not {self.timestamp_url!r}")
        if self.timestamp_url and not Path(self.timestamp_roots).is_file():
            raise BadSetting(f"{PREFIX}TIMESTAMP_ROOTS must be the file with the service's root certificates")

    @property
    def witnesses_at(self) -> tuple[str, ...]:
        """The witnesses' addresses."""
        return tuple(one.strip() for one in self.witnesses.split(",") if one.strip())

    @property
    def secrets_at(self) -> Path:
        """The folder of the webhooks' secrets."""
        return Path(self.secrets) if self.secrets else self.var / "secrets"

    @property
    def internal_hosts_named(self) -> frozenset[str]:
        """The hosts that webhooks may reach inside."""
        return frozenset(one.strip().lower() for one in self.internal_hosts.split(",") if one.strip())

    @property
    def database(self) -> str:
        """URL of the database in use."""
        return self.database_url or f"sqlite:///{self.var.absolute() / 'yorisoi.sqlite'}"

    @property
    def secure(self) -> bool:
        """Whether residents reach the portal by https."""
        return self.address.startswith("https://")


def read(environ: Mapping[str, str] | None = None) -> Settings:
    """The settings of this process. Raises BadSetting for unknown or unreadable variables."""
    environ = os.environ if environ is None else environ
    known = {PREFIX + f.name.upper(): f for f in fields(Settings)}
    given = {name: text for name, text in environ.items() if name.startswith(PREFIX)}
    if unknown := sorted(given.keys() - known.keys()):
        raise BadSetting(f"Unknown setting {', '.join(unknown)}; known are {', '.join(sorted(known))}")
    return Settings(**{known[name].name: _cast(name, text, known[name].default) for name, text in given.items()})


def _cast(name: str, text: str, default: Any) -> Any:
    if isinstance(default, bool):
        if text.lower() not in {"1", "0", "true", "false", "yes", "no"}:
            raise BadSetting(f"{name} must be yes or no, not {text!r}")
        return text.lower() in {"1", "true", "yes"}
    try:
        return type(default)(text) if not isinstance(default, Path) else Path(text)
    except ValueError:
        raise BadSetting(f"{name} must be a {type(default).__name__}, not {text!r}") from None
