"""The caller: where on the net a request comes from, as tries are counted, and which place of ours it called."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address

from starlette.requests import Request

from portal.settings import Settings

NET = 64
"""Bits of an IPv6 address that one household or phone is given; it may choose the rest anew for every request."""


def caller(request: Request) -> str:
    """An IPv4 address, or the network an IPv6 address stands in; whatever else a proxy names is taken as it is."""
    host = request.client.host if request.client else ""
    try:
        address = ip_address(host.partition("%")[0])
    except ValueError:
        return host
    if isinstance(address, IPv6Address):
        return str(address.ipv4_mapped or f"{IPv6Address(int(address) >> NET << NET)}/{NET}")
    return str(address)


def origin(settings: Settings, request: Request) -> str:
    """Where the portal stands on the net: as the operator says, else the socket that was called.

    Never as the Host header has it, which anybody may write: pages are kept, and printed.
    """
    host, port = request.scope.get("server") or (settings.host, settings.port)
    place = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    return settings.address.rstrip("/") or f"http://{place}".removesuffix(":80")
