"""What somebody agrees to on their way: all that is asked of them there, and what they choose of the rest."""

from __future__ import annotations

from collections.abc import Container

from portal.catalogue.conditions import condition
from portal.consent import wording
from portal.consent.wording import MANDATE, Part
from portal.journey.asking import applicant_name, helper_name
from portal.journey.draft import Draft
from portal.journey.path import path


def role(draft: Draft) -> str:
    """`proxy` when a helper's name stands on the way, else `self`."""
    on_the_way = {stop.question.role for stop in path(draft)}
    return "proxy" if "helper_name" in on_the_way else "self"


def presser(draft: Draft) -> str:
    """The name in the mark: who presses it."""
    return helper_name(draft) or applicant_name(draft)


def parts(draft: Draft, language: str, chosen: Container[str] = ()) -> tuple[Part, ...]:
    """What pressing agrees to, with those of the optional consents that were chosen (by their ids)."""
    asked = (part for part in wording.parts(draft.version, language) if not part.optional)
    on_the_way = tuple(part for part in asked if part.type != MANDATE or _mandated(draft))
    return (*on_the_way, *(part for part in optional(draft, language) if part.id in chosen))


def optional(draft: Draft, language: str) -> tuple[Part, ...]:
    """The consents nothing depends on: asked of the person alone, as nobody else may give them."""
    if role(draft) != "self":
        return ()
    return tuple(part for part in wording.parts(draft.version, language) if part.optional)


def _mandated(draft: Draft) -> bool:
    """Whether the answers on the way tell of somebody who was asked to act; those beside it tell nothing."""
    mandate = draft.version.source.consent.mandate
    on_the_way = {stop.question.id for stop in path(draft)}
    return mandate is not None and condition(mandate.when)(lambda id: draft.value(id) if id in on_the_way else None)
