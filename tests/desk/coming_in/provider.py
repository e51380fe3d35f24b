"""A real OpenID Connect provider on this machine, and somebody who has accounts there."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import requests

from tests.serving import free_port, listening
from tests.waiting import until


@contextmanager
def providing() -> Iterator[str]:
    """The provider as a process of its own; its address."""
    port = free_port()
    words = [sys.executable, "-m", "oidc_provider_mock", "--port", str(port)]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(words, env={**os.environ, "AUTHLIB_INSECURE_TRANSPORT": "1"}, **quiet)
    try:
        until(lambda: listening(port), what="the provider to listen")
        yield f"http://localhost:{port}"
    finally:
        process.kill()
        process.wait()


def consented(address: str, subject: str) -> str:
    """Sign in there as somebody; the address one is sent back to."""
    back = requests.post(address, data={"sub": subject}, allow_redirects=False, timeout=10)
    assert back.status_code in {302, 303}, back.text
    return str(back.headers["location"])


def refused(address: str) -> str:
    """Do not sign in there."""
    back = requests.post(address, data={"action": "deny"}, allow_redirects=False, timeout=10)
    return str(back.headers["location"])
