"""Starting WebKitGTK's MiniBrowser on a screen nobody sees, with Debian's own driver; ended with the `with`."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from glob import glob
from pathlib import Path
from tempfile import TemporaryDirectory

from selenium.webdriver import Remote, WebKitGTKOptions
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.file_detector import UselessFileDetector
from selenium.webdriver.remote.remote_connection import RemoteConnection
from selenium.webdriver.webkitgtk.service import Service

BROWSERS = "/usr/lib/*/webkit2gtk-4.[01]/MiniBrowser"
THIN = "* { min-width: 0; min-height: 0; padding: 0; margin: 0; border: 0; font-size: 1px }"
MISSING = "WebKit needs two packages; please run: sudo apt-get install webkit2gtk-driver xvfb"
SCREEN = "1600x1600x24"
BAR = 20
"""CSS pixels that the window's bar takes away, once it is thin."""
PATIENCE = 60
"""Seconds a page may take: what comes costs nothing, however slow the machine."""


class Missing(RuntimeError):
    """The second engine is not installed; the message says how to get it."""


@contextmanager
def webkit(width: int, height: int, *, script: bool = True) -> Iterator[Remote]:
    """WebKit with a page of that many CSS pixels; `script`: whether scripts of pages run. Raises Missing."""
    driver, screen, browsers = shutil.which("WebKitWebDriver"), shutil.which("Xvfb"), sorted(glob(BROWSERS))
    if not (driver and screen and browsers):
        raise Missing(MISSING)
    with _screen(screen) as display, TemporaryDirectory() as folder:
        _thin(Path(folder))
        # The sandbox of WebKit refuses to start for root, as containers for tests have it.
        alone = {"WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"} if os.geteuid() == 0 else {}
        quiet = {"DISPLAY": display, "GDK_BACKEND": "x11", "NO_AT_BRIDGE": "1", "XDG_CONFIG_HOME": folder}
        options = WebKitGTKOptions()
        options.binary_location = browsers[-1]
        options.add_argument("--automation")
        options.add_argument(f"--enable-javascript-markup={str(script).lower()}")
        with _driven(Service(driver, env={**os.environ, **alone, **quiet}), options) as browser:
            browser.set_page_load_timeout(PATIENCE)
            browser.set_script_timeout(PATIENCE)
            browser.set_window_rect(0, 0, width, height + BAR)
            yield browser


@contextmanager
def _driven(service: Service, options: WebKitGTKOptions) -> Iterator[Remote]:
    """A browser of this driver; both are ended."""
    service.start()
    try:
        browser = Remote(RemoteConnection(client_config=ClientConfig(service.service_url)), options=options)
        browser.file_detector = UselessFileDetector()  # a photo is read from this disk
        try:
            yield browser
        finally:
            browser.quit()
    finally:
        service.stop()


@contextmanager
def _screen(program: str) -> Iterator[str]:
    """A screen in memory; its name."""
    read, write = os.pipe()
    command = [program, "-displayfd", str(write), "-screen", "0", SCREEN, "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=(write,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def _thin(config: Path) -> None:
    """The bar of the window would be wider than a telephone; it shrinks to nothing."""
    (config / "gtk-3.0").mkdir()
    (config / "gtk-3.0" / "gtk.css").write_text(THIN)
