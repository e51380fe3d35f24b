"""Which browsers are told where a Japanese phrase ends."""

from __future__ import annotations

import pytest

from portal.language.phrases.browser import unable

IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
    "Version/18.5 Mobile/15E148 Safari/604.1"
)
ANDROID = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) {} Mobile Safari/537.36"
CANNOT = {
    "an iPhone": IPHONE,
    "Chrome on an iPhone": IPHONE.replace("Version/18.5", "CriOS/138.0.7204.33"),
    "Edge on an iPhone": IPHONE.replace("Version/18.5", "Version/18.0 EdgiOS/137.0.3296.92"),
    "LINE on an iPhone": IPHONE.replace("Version/18.5 ", "").replace("Safari/604.1", "Safari Line/15.9.0"),
    "the home screen of an iPhone": IPHONE.replace("Version/18.5 ", "").replace(" Safari/604.1", ""),
    "an iPad": IPHONE.replace("iPhone; CPU iPhone OS", "iPad; CPU OS"),
    "a Mac, or an iPad that calls itself one": "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 "
    "(KHTML, like Gecko) Version/18.5 Safari/605.1.15",
    "Firefox": "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0",
    "Firefox on Android": "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0",
    "an Android nobody has updated": ANDROID.format("Chrome/118.0.0.0"),
    "a Galaxy nobody has updated": ANDROID.format("SamsungBrowser/24.0 Chrome/117.0.0.0"),
}
CAN = {
    "an Android": ANDROID.format("Chrome/119.0.0.0"),
    "a Galaxy": ANDROID.format("SamsungBrowser/28.0 Chrome/130.0.0.0"),
    "LINE on an Android": ANDROID.format("Version/4.0 Chrome/138.0.7204.63") + " Line/15.9.0/IAB",
    "Edge": "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/137.0.0.0 "
    "Safari/537.36 Edg/137.0.0.0",
}
NOBODY_KNOWS = {
    "nothing": "",
    "curl": "curl/8.14.1",
    "a very old browser": "Mozilla/4.0 (compatible; MSIE 8.0; Windows NT 6.1; Trident/4.0)",
    "a number that is none": ANDROID.format("Chrome/W.X.Y.Z"),
    "a search engine": f"{IPHONE} (Applebot/0.1; +http://www.apple.com/go/applebot)",
}


@pytest.mark.parametrize("name", CANNOT)
def test_those_that_cannot_tell_are_told(name: str) -> None:
    assert unable(CANNOT[name])


@pytest.mark.parametrize("name", [*CAN, *NOBODY_KNOWS])
def test_all_others_get_a_page_as_it_is(name: str) -> None:
    assert not unable((CAN | NOBODY_KNOWS)[name])
