"""No webhook reaches what is behind our own door, by whatever name or number it is called."""

from __future__ import annotations

import asyncio

import pytest

from portal.delivery.way import Passing
from portal.delivery.webhook.target import addresses, looked_up, open_to_all, reachable_inside

FORBIDDEN = {
    "this machine": "127.0.0.1",
    "this machine, elsewhere": "127.255.0.9",
    "any address": "0.0.0.0",
    "this net": "0.1.2.3",
    "private 10": "10.1.2.3",
    "private 172": "172.16.0.1",
    "private 192": "192.168.1.1",
    "carrier's own": "100.64.0.1",
    "a cloud's secrets": "169.254.169.254",
    "Alibaba's secrets": "100.100.100.200",
    "Oracle's secrets": "192.0.0.192",
    "Azure's wire server": "168.63.129.16",
    "documentation": "203.0.113.9",
    "benchmarks": "198.18.0.1",
    "multicast": "224.0.0.251",
    "reserved": "240.0.0.1",
    "broadcast": "255.255.255.255",
    "this machine (6)": "::1",
    "any address (6)": "::",
    "link-local": "fe80::1",
    "link-local with its zone": "fe80::1%eth0",
    "unique local": "fd00:ec2::254",
    "site-local": "fec0::1",
    "multicast (6)": "ff02::1",
    "documentation (6)": "2001:db8::1",
    "mapped": "::ffff:127.0.0.1",
    "mapped private": "::ffff:10.0.0.1",
    "mapped in hex": "::ffff:a9fe:a9fe",
    "of old compatible": "::127.0.0.1",
    "NAT64": "64:ff9b::127.0.0.1",
    "NAT64 to a cloud's secrets": "64:ff9b::a9fe:a9fe",
    "NAT64, local": "64:ff9b:1::a00:1",
    "6to4": "2002:7f00:1::1",
    "6to4 to private": "2002:a00:1::",
    "Teredo": "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    "discard": "100::1",
}


@pytest.mark.parametrize("address", FORBIDDEN.values(), ids=FORBIDDEN.keys())
def test_what_is_not_of_the_open_net_is_not_called(address: str) -> None:
    assert not open_to_all(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "203.178.1.1", "2400:2411::1", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8"])
def test_the_open_net_is(address: str) -> None:
    assert open_to_all(address)


def found(host: str, *given: str, inside: frozenset[str] = frozenset()) -> list[str]:
    """Where a host that has these addresses may be reached."""

    async def lookup(host: str, port: int) -> list[str]:
        return list(given)

    return asyncio.run(addresses(host, 443, inside, lookup))


def test_one_forbidden_address_spoils_the_rest() -> None:
    assert found("a.example", "8.8.8.8", "2400:2411::1") == ["8.8.8.8", "2400:2411::1"]
    with pytest.raises(Passing, match=r"^target not allowed$"):
        found("a.example", "8.8.8.8", "10.0.0.1")


def test_a_name_without_an_address_is_nowhere() -> None:
    with pytest.raises(Passing):
        found("a.example")


def test_a_host_the_operator_named_may_be_inside() -> None:
    inside = frozenset({"system.town.lg"})
    assert found("System.Town.LG", "10.1.2.3", inside=inside) == ["10.1.2.3"]
    with pytest.raises(Passing):
        found("other.town.lg", "10.1.2.3", inside=inside)


CLOUDS = ["100.100.100.200", "192.0.0.192", "168.63.129.16", "fd00:ec2::254", "fd20:ce::254"]


@pytest.mark.parametrize(
    "address", ["169.254.169.254", "::ffff:169.254.169.254", "0.0.0.0", "224.0.0.1", "fe80::1", *CLOUDS]
)
def test_even_so_nobody_of_a_town_lives_there(address: str) -> None:
    assert not reachable_inside(address)


@pytest.mark.parametrize("host", ["127.1", "2130706433", "0x7f.0.0.1", "localhost", "::1"])
def test_however_this_machine_is_written_it_is_known(host: str) -> None:
    with pytest.raises(Passing, match=r"^target not allowed$"):
        asyncio.run(addresses(host, 443, (), looked_up))
