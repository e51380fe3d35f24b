"""Asking ClamAV whether a file is safe: its daemon's own protocol (clamd(8), INSTREAM), over a socket.

The daemon is the operator's; without its address nothing is scanned. A daemon that does not answer is no all-clear.
"""

from __future__ import annotations

import socket
import struct
from urllib.parse import urlsplit

PATIENCE = 30.0
"""Seconds one answer may take; the daemon reads a photo in well under one."""
CHUNK = 1 << 16
CLAMD_PORT = 3310


class Unanswered(Exception):
    """The scanner is away, too slow, or says something nobody understands."""


def harmful(where: str, content: bytes) -> bool:
    """Whether ClamAV at `where` (unix:///run/clamd.ctl or tcp://host:3310) finds something. Raises Unanswered."""
    try:
        with _line(where) as line:
            line.sendall(b"zINSTREAM\0")
            for start in range(0, len(content), CHUNK):
                piece = content[start : start + CHUNK]
                line.sendall(struct.pack("!L", len(piece)) + piece)
            line.sendall(struct.pack("!L", 0))
            said = _said(line)
    except (OSError, ValueError) as error:
        raise Unanswered(type(error).__name__) from None
    if said.endswith("FOUND"):
        return True
    if said != "stream: OK":
        raise Unanswered(said.rpartition(" ")[2])
    return False


def _line(where: str) -> socket.socket:
    split = urlsplit(where)
    if split.scheme == "unix":
        line = socket.socket(socket.AF_UNIX)
        line.settimeout(PATIENCE)
        try:
            line.connect(split.path)
        except OSError:
            line.close()
            raise
        return line
    return socket.create_connection((split.hostname or "127.0.0.1", split.port or CLAMD_PORT), PATIENCE)


def _said(line: socket.socket) -> str:
    answer = b""
    while not answer.endswith(b"\0") and len(answer) < CHUNK:
        more = line.recv(CHUNK)
        if not more:
            break
        answer += more
    return answer.rstrip(b"\0").decode("utf-8", "replace")
