"""`delivery secret`: what a department's webhook is signed by: made here, and given to whoever runs its system."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from portal.cli.delivery.place import add_place, place_of
from portal.delivery.webhook.signing import NoSecret, draw, retire, secrets
from portal.municipalities.delivery import Webhook
from portal.settings import Settings


def add(verbs: Any) -> None:
    """The command's words."""
    parser = verbs.add_parser(
        "secret",
        help="make the secret of a department's webhook",
        description="Make a new secret and show it. One there was goes on signing beside it until it is retired.",
        epilog="example: yorisoi delivery secret kasumigahama welfare",
    )
    add_place(parser)
    parser.add_argument("--retire", action="store_true", help="let the older of two sign no more")
    parser.set_defaults(run=_secret)


def _secret(settings: Settings, wanted: argparse.Namespace) -> int:
    town, name = place_of(settings, wanted)
    hook = next((one for one in town.departments[name].delivery if isinstance(one, Webhook)), None)
    if hook is None:
        print(f"{name} has no webhook; write one under 'delivery' in the town's file first.", file=sys.stderr)
        return 1
    file = hook.signed_by(town.code, name)
    if wanted.retire:
        return _retired(settings, file)
    print(draw(settings.secrets_at, file))
    print(
        f"It is kept in {settings.secrets_at / file}, and signs from now on. Give it to whoever runs {hook.url} by a "
        "safe way.",
        file=sys.stderr,
    )
    if len(secrets(settings.secrets_at, file)) > 1:
        end = f"yorisoi delivery secret {wanted.town} {name} --retire"
        print(f"Once they have it, end the one before: {end}", file=sys.stderr)
    return 0


def _retired(settings: Settings, file: str) -> int:
    try:
        gone = retire(settings.secrets_at, file)
    except NoSecret as error:
        print(f"{settings.secrets_at / file}: {error}", file=sys.stderr)
        return 1
    print("The newer secret signs alone." if gone else "There is one secret only; it goes on signing.")
    return 0
