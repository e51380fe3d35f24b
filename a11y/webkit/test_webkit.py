"""A whole way in the engine of iPhones, faults found there, and where it is missing a clear sentence."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from selenium.common.exceptions import WebDriverException

from a11y import webkit
from a11y.check import checks
from a11y.pages import PAGES
from a11y.webkit import browser, ways
from a11y.webkit.browser import Missing
from a11y.webkit.hand import WebKitHand
from a11y.webkit.page import WebKitPage
from a11y.webkit.ways import STATUS, Way
from tests.browser.resident import ONWARD
from tests.journeys.benefit import SERVICE

pytestmark = pytest.mark.long


def test_nothing_is_found_from_start_to_receipt(address: str) -> None:
    assert not [*ways.gone(Way("benefit-alone"), address)]


def test_a_fault_on_the_way_is_found(address: str) -> None:
    assert {one.check: one.caught for one in ways.caught_on_the_way(address)} == dict.fromkeys(ways.FAULTS, True)


def test_the_page_is_as_large_as_a_telephone_and_can_be_turned(address: str) -> None:
    with browser.webkit(ways.WIDTH, ways.HEIGHT) as driver:
        page = WebKitPage(driver, ways.WIDTH, ways.HEIGHT)
        driver.get(address + STATUS)
        assert page.evaluate("[innerWidth, innerHeight]") == [ways.WIDTH, ways.HEIGHT]
        page.set_viewport_size({"width": ways.HEIGHT, "height": ways.WIDTH})
        assert page.evaluate("[innerWidth, innerHeight]") == [ways.HEIGHT, ways.WIDTH]
        assert "WebKitGTK 2" in webkit.version()


def test_what_waits_is_sent_when_the_portal_is_opened_again(address: str) -> None:
    """Its browsers send nothing with every page closed."""
    told = "main .waiting:not(:empty)"
    with browser.webkit(ways.WIDTH, ways.HEIGHT) as driver:
        page, hand = WebKitPage(driver, ways.WIDTH, ways.HEIGHT), WebKitHand(driver, address, Path())
        hand.open(f"{SERVICE}/")
        page.evaluate(CAME, ".live[data-ahead]")
        assert not page.evaluate("'sync' in ServiceWorkerRegistration.prototype")
        page.run("globalThis.fetch = () => Promise.reject(new TypeError())")
        hand.follow(ONWARD)
        hand.pick("value", "self")
        hand.follow(ONWARD)
        page.evaluate(CAME, told)
        assert hand.words(told) == "まだ送っていません。つながったら送ります。"
        hand.open(f"{SERVICE}/")
        page.evaluate(CAME, told)
        assert hand.words(told) == "待っていた答えを、送りました。"
        hand.follow(ONWARD)
        assert hand.here() == f"{SERVICE}/applicant-name"


CAME = """(there) => new Promise((done) => {
  const look = () => document.querySelector(there) ? done() : requestAnimationFrame(look);
  look();
})"""
"""Comes back when something stands there."""


def answering(calls: list[str]) -> Any:
    """A driver that remembers what it is to run."""

    def asynchronous(code: str, *_given: Any) -> list[Any]:
        calls.append(code)
        return [7, ""] if "broken" not in code else [None, "Error: broken"]

    return SimpleNamespace(execute_async_script=asynchronous, execute_script=calls.append)


def test_where_webkit_is_missing_one_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser, "BROWSERS", "/nowhere/*")
    with pytest.raises(Missing, match="webkit2gtk-driver xvfb"), browser.webkit(360, 740):
        pass
    [finding] = webkit.run("http://127.0.0.1:1").findings
    assert "webkit2gtk-driver xvfb" in finding.what


def test_a_driver_that_breaks_off_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_told: Any) -> None:
        raise WebDriverException("the engine is gone")

    monkeypatch.setattr(ways, "gone", broken)
    [finding] = webkit.run("http://127.0.0.1:1").findings
    assert "the engine is gone" in finding.what


@pytest.mark.parametrize("code", ["() => 7", "(given) => given", "async (a, b) => {\nreturn a }", "it => it"])
def test_a_function_is_called(code: str) -> None:
    calls: list[str] = []
    assert WebKitPage(answering(calls), 360, 740).evaluate(code, 1) == 7
    assert f"({code})(given)" in calls[0]


def test_an_expression_is_itself_and_a_library_is_only_run() -> None:
    calls: list[str] = []
    page = WebKitPage(answering(calls), 360, 740)
    assert page.evaluate("document.title") == 7
    assert "=> (document.title))" in calls[0]
    page.evaluate("/*! a library */ var x;")
    assert calls[1] == "/*! a library */ var x;"


def test_what_goes_wrong_in_the_page_is_raised() -> None:
    with pytest.raises(RuntimeError, match="broken"):
        WebKitPage(answering([]), 360, 740).evaluate("broken()")


def test_every_service_and_every_look_is_there() -> None:
    assert {PAGES["journeys"][way.journey]["service"] for way in ways.WAYS if way.script} == {
        told["service"] for told in PAGES["journeys"].values()
    }
    assert all(checks()[name].look for name in ways.LOOKS)
