"""A child that does what it is told, for those who ask it."""

from __future__ import annotations

from portal.processes.child import Child

OBEDIENT = """
import os, sys
read = sys.stdin.buffer.read
while len(head := read(4)) == 4:
    told = read(int.from_bytes(head, "big"))
    if told == b"die":
        os.kill(os.getpid(), 9)
    if told == b"hang":
        while read(1): pass
    if told == b"half":
        sys.stdout.buffer.write(b"\\0\\0\\0\\x09abc"); sys.stdout.buffer.flush(); os._exit(0)
    answer = str(os.getpid()).encode() if told == b"pid" else told * 2
    sys.stdout.buffer.write(len(answer).to_bytes(4, "big") + answer)
    sys.stdout.buffer.flush()
"""


def obedient() -> Child:
    """A child that doubles what it is asked, dies, hangs or breaks off in the middle."""
    return Child("-c", OBEDIENT)
