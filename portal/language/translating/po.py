"""PO for translators' programs: both catalogues of a language in one file, and its units in again.

Such programs know no word for "read by a person" but they do for "needs work" (fuzzy): what nobody has read goes out
fuzzy, and what comes in without that has been read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from io import BytesIO

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po, write_po

from portal.language.translating.messages import ANY, DOMAINS, Unit, Unreadable, catalogue, identity, texts
from portal.language.translating.xliff import LARGEST
from portal.language.words import CODES, EASY, SOURCE

AT_LINE = re.compile(r" on (\d+)")


def written(language: str, units: Iterable[Unit]) -> bytes:
    """The file that goes out, with the head of the language's own catalogue."""
    of = {unit.id: unit for unit in units}
    out = _empty(catalogue(language, DOMAINS[0]))
    for domain in DOMAINS:
        for message in catalogue(language, domain):
            id = identity(domain, message.context or "", texts(message.id))
            unit = of.get(id) or of.get(f"{id}[0]")
            if message.id and unit and not out.get(message.id, message.context):
                out.add(
                    message.id,
                    message.string,
                    message.locations,
                    message.flags | (set() if unit.read else {"fuzzy"}),
                    unit.notes,
                    context=message.context,
                )
    content = BytesIO()
    write_po(content, out, width=0)
    return content.getvalue()


def _empty(like: Catalog) -> Catalog:
    return Catalog(
        locale=like.locale_identifier,
        domain=DOMAINS[0],
        project=like.project,
        version=like.version,
        msgid_bugs_address=like.msgid_bugs_address,
        last_translator=like.last_translator,
        language_team=like.language_team,
        creation_date=like.creation_date,
        revision_date=like.revision_date,
        fuzzy=False,
    )


def read(content: bytes) -> tuple[str, list[Unit]]:
    """The language of a file and its units, each with its line. Raises Unreadable."""
    if len(content) > LARGEST:
        raise Unreadable(0, f"the file is larger than {LARGEST // 10**6} MB")
    try:
        found = read_po(BytesIO(content), abort_invalid=True)
    except PoFileError as error:
        at = AT_LINE.search(str(error))
        raise Unreadable(int(at[1]) if at else 0, f"this is no PO: {error}") from None
    except (ValueError, LookupError) as error:
        raise Unreadable(0, f"this is no PO: {error}") from None
    units = [unit for message in found if message.id for unit in _units(message)]
    return _language(found.locale_identifier or ""), units


def _language(named: str) -> str:
    code = named.replace("_", "-")
    if code == SOURCE:  # PO cannot name what makes Japanese easy; nobody translates into Japanese itself
        return EASY
    return code if code in CODES else named


def _units(message: Message) -> Iterable[Unit]:
    sources, told = texts(message.id), texts(message.string)
    id = identity(ANY, message.context or "", sources)
    for n, one in enumerate(told):
        yield Unit(
            id=id if len(sources) == 1 else f"{id}[{n}]",
            domain=ANY,
            source=sources[min(n, len(sources) - 1)],
            target=one,
            read=not message.fuzzy,
            line=message.lineno or 0,
        )
