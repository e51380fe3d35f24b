"""The service worker's script, at an address that never changes: `/sw.js` rules over every page below it.

Joined from static/worker and what sends answers that wait; its first line says which build it belongs to and which of
its files are kept on a telephone.
"""

from __future__ import annotations

import json
import re

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from portal.web.assets import IMPORTS, STATIC, Assets, joined
from portal.web.kept import ENCODERS, encoding_for

ADDRESS = "/sw.js"
FILES = ("site.css", "site.js", "tunnel.js", "fresh.js", "icons/icon.svg")
"""What a page needs where there is no network."""
HEARD = ("listen.js", "listen/trial.opus")
"""What it needs where it is read aloud."""
MODULES = ("tunnel/vault.js", "tunnel/sender.js", "worker/*.js")
"""What waits is sent with every page closed as it is from a page."""
HEADERS = {"Content-Type": "text/javascript; charset=utf-8", "Cache-Control": "no-cache", "Vary": "Accept-Encoding"}
_EXPORT = re.compile(r"^export ", re.MULTILINE)


class Script:
    """The ASGI application behind ADDRESS."""

    def __init__(self, assets: Assets) -> None:
        files, heard = ([assets.path(name) for name in names] for names in (FILES, HEARD))
        build = {"name": assets.build, "files": files, "heard": heard}
        modules = IMPORTS.sub("", joined(STATIC, MODULES))
        body = f"const BUILD = {json.dumps(build)};\n{_EXPORT.sub('', modules)}".encode()
        self.encodings = {name: encoder(body) for name, encoder in ENCODERS.items()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Always asked for anew by browsers; the same build gives the same bytes, and nothing happens."""
        encoding = encoding_for(Headers(scope=scope).get("accept-encoding", ""), self.encodings)
        headers = HEADERS | ({"Content-Encoding": encoding} if encoding else {})
        await Response(self.encodings[encoding], headers=headers)(scope, receive, send)
