"""Guards: security headers on every answer, and forms only from our own pages.

What our script fetches with X-Swap is shown within a page that has its policy: it needs only what binds a fetch.

Same-origin is decided by Sec-Fetch-Site, else by Origin against Host: no hidden token, so that pages
can be kept and forms sent later. A request with neither header comes from no browser and carries no
one's cookies by accident. The API is left alone: it takes bearer tokens and no cookies.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

OURS = ("script", "style", "img", "font", "connect", "manifest", "worker")
CSP = "; ".join(
    [
        "default-src 'none'",
        *(f"{kind}-src 'self'" for kind in OURS),
        "media-src 'self' blob:",  # sounds fetched ahead of being heard
        *("form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"),
    ]
)
HEADERS = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(self), geolocation=(), microphone=(), payment=()",
}
FETCHED = ("X-Content-Type-Options", "Cross-Origin-Resource-Policy")
"""Those of an answer that never is a document: without the others a slow line carries a third less for each page."""
NO_STORE = (b"cache-control", b"no-store")
SWAP = (b"x-swap", b"1")
HSTS = "max-age=63072000; includeSubDomains"
SAFE = {"GET", "HEAD", "OPTIONS"}
OWN_PORT = {"http": ":80", "https": ":443"}


class Guards:
    """ASGI middleware around the whole house."""

    def __init__(self, app: ASGIApp, refuse: ASGIApp, address: str) -> None:
        self.app = app
        self._refuse = refuse
        public = urlsplit(address)
        self._secure = public.scheme == "https"
        self._host = _host(public.scheme, public.netloc)
        headers = HEADERS | ({"Strict-Transport-Security": HSTS} if address.startswith("https://") else {})
        self._headers = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
        self._fetched = [(name.lower().encode(), HEADERS[name].encode()) for name in FETCHED]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse foreign forms, then let the house answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                raw = list(message.get("headers", ()))
                ours = self._fetched if SWAP in scope["headers"] else self._headers
                message["headers"] = raw + ours if b"cache-control" in dict(raw) else [*raw, *ours, NO_STORE]
            await send(message)

        await (self._refuse if self._foreign(scope) else self.app)(scope, receive, guarded)

    def _foreign(self, scope: Scope) -> bool:
        if scope["method"] in SAFE or scope["path"].startswith("/api/"):
            return False
        headers = Headers(scope=scope)
        site = headers.get("sec-fetch-site")
        if site is not None:
            return site != "same-origin"
        origin = headers.get("origin")
        if origin is None:
            return False
        scheme, _, place = origin.lower().partition("://")
        if scheme not in OWN_PORT or (self._secure and scheme != "https"):
            return True
        return _host(scheme, place) not in {_host(scheme, headers.get("host", "")), self._host} - {""}


def _host(scheme: str, place: str) -> str:
    """Host and port in one spelling: small letters, the scheme's own port left out."""
    return place.lower().removesuffix(OWN_PORT.get(scheme, ":"))
