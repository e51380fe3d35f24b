"""The caller: where on the net a request comes from, as tries are counted."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address

from starlette.requests import Request

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
