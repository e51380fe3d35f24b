"""Static files: read once, named by the hash of their content, compressed ahead, immutable for browsers.

Those of builds before stay on a shelf, where there is one, for pages that are still open.
"""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import brotli
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from portal.web.kept import encoding_for
from portal.web.worker.shelf import Shelf

STATIC = Path(__file__).parents[2] / "static"
CSS = ("tokens.css", "base.css", "components/*.css")
JS = {
    "site.js": ("components/*.js",),
    "desk.js": ("components/error_summary.js", "desk/*.js"),
    "rest.js": ("desk/rest.js",),
}
"""Scripts of small files that know nothing of each other."""
APART = ("fresh", "listen", "passkey", "rush", "tunnel", "verify")
"""Folders of small modules that import each other: each becomes one, which is loaded only when it is wanted."""
IMPORTS = re.compile(r"^import .*?;\n", re.MULTILINE)
REMARKS = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*\n", re.MULTILINE | re.DOTALL)
"""Comments on lines of their own: they are for whoever reads the files here, and a fifth of what a phone would load."""
TYPES = {"opus": "audio/ogg"}
"""What machines call by several names."""
HASHED = re.compile(r"/static/[\w/-]+\.[0-9a-f]{12}\.\w+")
FOREVER = "public, max-age=31536000, immutable"
COMPRESSED = (".css", ".js", ".svg", ".webmanifest", ".html")


@dataclass(frozen=True)
class Asset:
    """One static file under its hashed path, in each encoding it is worth having in."""

    path: str
    media_type: str
    encodings: dict[str, bytes]

    def headers(self, encoding: str) -> list[tuple[bytes, bytes]]:
        """What stands above the file in one of its encodings."""
        kind = f"{self.media_type}; charset=utf-8" if self.media_type.startswith("text/") else self.media_type
        told = {"content-type": kind, "cache-control": FOREVER, "vary": "Accept-Encoding"}
        told |= {"content-encoding": encoding} if encoding else {}
        told |= {"content-length": str(len(self.encodings[encoding]))}
        return [(name.encode(), value.encode()) for name, value in told.items()]


class Assets:
    """Every static file, and who sends them; style sheets and small scripts are joined into one file each."""

    def __init__(self, folder: Path = STATIC, shelf: Shelf | None = None) -> None:
        self._by_name: dict[str, Asset] = {}
        self._shelf = shelf
        self._add("site.css", joined(folder, CSS).encode())
        for name in ("tongues.css", "beside.css", "phrases.css"):
            self._add(name, joined(folder, (name,)).encode())
        for name, parts in JS.items():  # Each script keeps its names to itself: a block of its own in one module.
            self._add(name, joined(folder, parts, "{{\n{}\n}}\n").encode())
        for name in ("desk", "api"):
            self._add(f"{name}.css", joined(folder, (f"{name}/*.css",)).encode())
        self._add("rest.css", joined(folder, ("desk/rest.css",)).encode())
        for name in APART:
            self._add(f"{name}.js", IMPORTS.sub("", joined(folder, (f"{name}/*.js",))).encode())
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix not in {".css", ".js"}:
                self._add(path.relative_to(folder).as_posix(), path.read_bytes())
        self._by_path = {asset.path: asset for asset in self._by_name.values()}
        self.build = f"{self.path('site.css')} {self.path('site.js')}"
        """What every page of ours stands on: style and script; another build has another name."""

    @property
    def paths(self) -> Collection[str]:
        """The hashed paths of what is served now."""
        return self._by_path.keys()

    def path(self, name: str) -> str:
        """The hashed path of a file. Raises KeyError."""
        return self._by_name[name].path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The ASGI application: the file at a hashed path, at once, as it lies ready in memory."""
        asset = self._by_path.get(scope["path"]) or self._older(scope["path"])
        if asset is None:
            await Response(status_code=404)(scope, receive, send)
            return
        encoding = encoding_for(Headers(scope=scope).get("accept-encoding", ""), asset.encodings)
        await send({"type": "http.response.start", "status": 200, "headers": asset.headers(encoding)})
        await send({"type": "http.response.body", "body": asset.encodings[encoding]})

    def _older(self, path: str) -> Asset | None:
        content = self._shelf.get(path) if self._shelf and HASHED.fullmatch(path) else None
        return None if content is None else Asset(path, _media_type(path), {"": content})

    def _add(self, name: str, content: bytes) -> None:
        stem, dot, suffix = name.rpartition(".")
        path = f"/static/{stem}.{hashlib.sha256(content).hexdigest()[:12]}{dot}{suffix}"
        encodings = {"": content, **(_compressed(content) if f".{suffix}" in COMPRESSED else {})}
        self._by_name[name] = Asset(path, _media_type(name), encodings)
        if self._shelf:
            self._shelf.put(path, content)


@cache
def _compressed(content: bytes) -> Mapping[str, bytes]:
    """As small as it gets; all files together take a tenth of a second, which houses of one process share."""
    return {"br": brotli.compress(content), "gzip": gzip.compress(content, 9, mtime=0)}


def _media_type(name: str) -> str:
    return TYPES.get(name.rpartition(".")[2]) or mimetypes.guess_type(name)[0] or "application/octet-stream"


def joined(folder: Path, patterns: tuple[str, ...], form: str = "{}\n") -> str:
    """The files of a folder, one after another, without remarks."""
    files = [path for pattern in patterns for path in sorted(folder.glob(pattern))]
    return "".join(form.format(REMARKS.sub("", path.read_text(encoding="utf-8"))) for path in files)
