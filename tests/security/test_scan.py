"""The scanner's conversation, with one that speaks as clamd does: all clear, a finding, and every way to fail."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from pathlib import Path
from socketserver import StreamRequestHandler, ThreadingTCPServer, ThreadingUnixStreamServer
from threading import Thread

import pytest

from portal.security.scan import CHUNK, Unanswered, harmful
from tests.serving import free_port

BAD = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
"""The test file every scanner knows (eicar.org)."""
SAYS: dict[bytes, bytes] = {
    b"too large": b"INSTREAM size limit exceeded. ERROR\0",
    b"hang up": b"",
    b"babble": b"hello",
}


class Clamd(StreamRequestHandler):
    """Speaks as clamd does; finds only the test file."""

    def handle(self) -> None:
        if self.rfile.read(10) != b"zINSTREAM\0":
            self.wfile.write(b"UNKNOWN COMMAND\0")
            return
        content = b""
        while length := struct.unpack("!L", self.rfile.read(4))[0]:
            assert length <= CHUNK
            content += self.rfile.read(length)
        found = b"stream: Win.Test.EICAR_HDB-1 FOUND\0" if BAD in content else b"stream: OK\0"
        self.wfile.write(SAYS.get(content, found))


@pytest.fixture(params=["tcp", "unix"])
def clamd(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    path = tmp_path / "clamd.ctl"
    if request.param == "unix":
        server: ThreadingTCPServer | ThreadingUnixStreamServer = ThreadingUnixStreamServer(str(path), Clamd)
        where = f"unix://{path}"
    else:
        server = ThreadingTCPServer(("127.0.0.1", 0), Clamd)
        where = f"tcp://127.0.0.1:{server.server_address[1]}"
    with server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield where
        server.shutdown()


def test_a_photo_is_all_clear(clamd: str) -> None:
    assert harmful(clamd, b"\xff\xd8" + bytes(3 * CHUNK + 7)) is False
    assert harmful(clamd, b"") is False


def test_the_test_file_is_found_wherever_it_hides(clamd: str) -> None:
    assert harmful(clamd, BAD) is True
    assert harmful(clamd, bytes(CHUNK - 9) + BAD + bytes(9)) is True


@pytest.mark.parametrize("content", SAYS)
def test_anything_but_all_clear_is_none(clamd: str, content: bytes) -> None:
    with pytest.raises(Unanswered):
        harmful(clamd, content)


AWAY: dict[str, Callable[[Path], str]] = {
    "nobody listens": lambda _: f"tcp://127.0.0.1:{free_port()}",
    "no socket": lambda folder: f"unix://{folder / 'none.ctl'}",
    "no address": lambda _: "tcp://127.0.0.1:port",
}


@pytest.mark.parametrize("where", AWAY.values(), ids=AWAY.keys())
def test_a_scanner_that_is_away_is_no_all_clear(tmp_path: Path, where: Callable[[Path], str]) -> None:
    with pytest.raises(Unanswered):
        harmful(where(tmp_path), b"photo")
