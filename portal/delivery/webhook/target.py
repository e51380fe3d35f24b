"""Where a webhook may go: addresses of the open net, so that nobody's data makes us call what is behind our own door.

A name is looked up once, every address it has is judged, and one that was judged is what we connect to: an answer that
changes between looking and calling (DNS rebinding) gains nothing.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable, Collection, Iterator
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from portal.delivery.way import Passing

Lookup = Callable[[str, int], Awaitable[list[str]]]
"""The addresses of a host, for a port. Raises OSError."""
UNICAST = IPv6Network("2000::/3")
"""All of IPv6 that is given out (IANA); whatever is not of it is local, a test or to come."""
NAT64 = IPv6Network("64:ff9b::/96")
"""An IPv4 address in its last 32 bits, reached through a translator (RFC 6052)."""
SPECIAL = (IPv4Network("192.0.0.0/24"), IPv4Network("168.63.129.16/32"))
"""They look like the open net: those of protocols (RFC 6890; Oracle's cloud tells its secrets there, and Python knows
them from 3.11.9 on), and Azure's wire server.
"""
NEVER = (
    *map(ip_network, ("0.0.0.0/8", "169.254.0.0/16", "224.0.0.0/3", "::/128", "fe80::/10", "ff00::/8")),
    *map(ip_network, ("100.100.100.200/32", "192.0.0.192/32", "168.63.129.16/32", "fd00:ec2::/64", "fd20:ce::254/128")),
)
"""No system of a town lives here: this net, link-local, multicast, reserved; and where the clouds of Alibaba, Oracle,
Azure, Amazon and Google tell secrets to whoever asks, which is link-local with most of them."""


async def looked_up(host: str, port: int) -> list[str]:
    """What the machine's resolver says."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


async def addresses(host: str, port: int, inside: Collection[str], lookup: Lookup = looked_up) -> list[str]:
    """The addresses to connect to for a host. One that may not be called spoils all of them: who gives such an answer
    is not to be believed. `inside` names hosts of the town's own network. Raises Passing, and OSError for no answer.
    """
    found = await lookup(host, port)
    may = reachable_inside if host.lower() in inside else open_to_all
    if not found or not all(may(address) for address in found):
        raise Passing("target not allowed")
    return found


def open_to_all(address: str) -> bool:
    """Whether an address is one of the open net, whatever it is wrapped in."""
    return all(
        each.is_global
        and not each.is_multicast
        and not any(each in net for net in SPECIAL)
        and (isinstance(each, IPv4Address) or each in UNICAST)
        for each in _unwrapped(address)
    )


def reachable_inside(address: str) -> bool:
    """Whether a host that the operator named may have this address: private and this machine, too."""
    return not any(each in net for each in _unwrapped(address) for net in NEVER if each.version == net.version)


def _unwrapped(address: str) -> Iterator[IPv4Address | IPv6Address]:
    """The address, or the IPv4 address that it leads to; of a tunnel both."""
    plain = ip_address(address.partition("%")[0])
    if isinstance(plain, IPv4Address):
        yield plain
    elif plain.ipv4_mapped:
        yield plain.ipv4_mapped
    elif plain in NAT64:
        yield IPv4Address(plain.packed[12:])
    else:
        yield plain
        if plain.sixtofour:
            yield plain.sixtofour
