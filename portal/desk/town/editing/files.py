"""The files a way of delivery names: whether the operator has put them there, and whether they can be used now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter, ValidationError

from portal.desk.visit import DeskVisit
from portal.language.words import Say, say
from portal.municipalities.delivery import Batch, Delivery, Email, Webhook

MISSING = say("「{name}」という証明書のファイルが、ありません。")
EXPIRED = say("「{name}」という証明書は、期限が切れています。")
UNFIT = say("「{name}」という証明書は、使えません。")
NO_SECRET = say("署名の秘密のファイル「{name}」が、ありません。")
BAD_SECRET = say("署名の秘密のファイル「{name}」は、使えません。")
TO_DO = say("{what}システムの担当に、正しいファイルを置いてもらってから、もう一度押してください。")
BOXES: Mapping[type, str] = {Email: "certificate", Batch: "batch-certificate"}
"""Where a certificate is named in the form, by the kind of channel."""


def lacking(visit: DeskVisit, department: str, given: list[dict[str, Any]]) -> dict[str, Say]:
    """By box what is amiss with the files that are named; nothing where the channels are wrong in themselves."""
    try:
        read = TypeAdapter(Delivery).validate_python(given)
    except ValidationError:
        return {}
    found: dict[str, Say | None] = {}
    for channel in read:
        if isinstance(channel, Email | Batch) and channel.certificate:
            found[BOXES[type(channel)]] = _certificate(visit, channel.certificate)
        elif isinstance(channel, Webhook):
            found["secret"] = _secret(visit, channel.signed_by(visit.town.code, department))
    return {box: Say(TO_DO.text, {"what": what}) for box, what in found.items() if what}


def _certificate(visit: DeskVisit, name: str) -> Say | None:
    from portal.delivery import smime  # half a megabyte that the desk seldom needs
    from portal.delivery.mail import certificates_at

    try:
        smime.recipients(certificates_at(visit.house.settings) / name, visit.now)
    except smime.BadCertificate as error:
        kinds = {"certificate missing": MISSING, "certificate expired": EXPIRED}
        words = next((words for code, words in kinds.items() if str(error).startswith(code)), UNFIT)
        return Say(words.text, {"name": name})
    return None


def _secret(visit: DeskVisit, name: str) -> Say | None:
    from portal.delivery.webhook import signing

    try:
        signing.secrets(visit.house.settings.secrets_at, name)
    except signing.NoSecret as error:
        words = NO_SECRET if str(error) == "secret missing" else BAD_SECRET
        return Say(words.text, {"name": name})
    return None
