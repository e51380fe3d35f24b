"""Whether mails can be sealed to the certificates that the towns' files name, and for how long."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

from portal.delivery.mail import certificates_at
from portal.delivery.watch.reasons import reason
from portal.municipalities import Municipality
from portal.municipalities.municipality import DATA
from portal.municipalities.source import Fault, Place, Source
from portal.settings import Settings

SOON = timedelta(days=30)
"""How long before its last day a certificate is spoken of."""


def amiss(settings: Settings, towns: Iterable[Municipality], now: datetime, data: Path = DATA) -> list[Fault]:
    """Each certificate by which nothing can be sealed, with its line in the town's file (of the folder `data`)."""
    from portal.delivery import smime  # half a megabyte that few commands need

    found = []
    for town, place, name in _named(towns):
        try:
            smime.recipients(certificates_at(settings) / name, now)
        except smime.BadCertificate as error:
            known = reason(str(error))
            told = f"'{name}': {known.english} ({error}); {known.mend}"
            found.append(Source(data / f"{town.code}.yaml").fault(place, told))
    return found


def ending(settings: Settings, towns: Iterable[Municipality], now: datetime) -> list[str]:
    """Each certificate that ends soon, in a sentence."""
    from portal.delivery import smime

    found = []
    for town, _, name in _named(towns):
        last = smime.last_moment(smime.recipients(certificates_at(settings) / name, now))
        if last - now < SOON:
            told = f"{town.slug}: the certificate '{name}' ends on {last.date().isoformat()}; ask for the next one"
            found.append(told)
    return found


def _named(towns: Iterable[Municipality]) -> Iterator[tuple[Municipality, Place, str]]:
    """Where a certificate is named, and its file's name."""
    for town in towns:
        for department, one in town.departments.items():
            for n, channel in enumerate(one.delivery):
                if name := getattr(channel, "certificate", None):
                    yield town, ("departments", department, "delivery", n, "certificate"), name
