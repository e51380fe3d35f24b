"""What is said not to be there is not there: no film, picture of letters, motion, pop-up; no sound but the voice that
reads the page; no shortcut of one letter but those of the staff's lists, which a button beside them switches off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from a11y.check import Check, Fault

LOOKED_AT = (".html", ".css", ".js")
FILM = "1.2.2, 1.2.3, 1.2.4, 1.2.5"
SOUND = "1.2.1, 1.4.2"
VOICE = ("templates/components/listen/", "static/components/listen.js", "static/listen/")
"""The one thing that sounds: it says what stands on the page. The checks `read_aloud` and `asked_first` judge it."""
KINDS: Mapping[str, tuple[str, re.Pattern[str]]] = {
    "shows a film": (FILM, re.compile(r"<(?:video|embed|object|iframe)\b|\.mp4\b")),
    "plays a sound": (SOUND, re.compile(r"<audio\b|new Audio\(|AudioContext|speechSynthesis|\.play\(")),
    "is a picture of ours": (
        "1.4.5",
        re.compile(
            r"<(?:img|image)\b[^>]*(?:\basset\(|/static/)|<picture\b|:\s*url\("
            r"|<svg\b(?:(?!</svg>)[\s\S])*?<(?:text|path|use|image|foreignObject)\b"  # bars and lines are no letters
        ),
    ),
    "moves or flashes": (
        "2.2.2, 2.3.1",
        re.compile(
            r"@keyframes|\banimation(?:-name)?\s*:|<(?:marquee|blink|animate)\b|\.animate\(|setInterval\("
            r"|http-equiv=\W?refresh|\.gif\b"
        ),
    ),
    "appears on hover or focus": (
        "1.4.13",
        re.compile(
            r"<[a-z][^>]*\stitle=|mouse(?:enter|over)|pointerenter|popover="
            r"|:(?:hover|focus)[^{};]*\{(?:[^}]*[\s;])?(?:display|visibility|opacity|content)\s*:"
        ),
    ),
    "is set off by a single letter": ("2.1.4", re.compile(r"\baccesskey\b|\.key\s*={2,3}\s*[\"'].[\"']")),
}


def read(sources: Mapping[str, str]) -> Iterator[str]:
    """Each place with such a thing: the criteria must then be judged."""
    for path, text in sources.items():
        if path.endswith(LOOKED_AT):
            for what, (criteria, pattern) in KINDS.items():
                if criteria == SOUND and path.startswith(VOICE):
                    continue
                for found in pattern.finditer(text):
                    line = text.count("\n", 0, found.start()) + 1
                    yield f"{path}:{line}: {found[0][:60]!r} {what} [WCAG {criteria}]"


def _fault(name: str, path: str, text: str) -> Fault:
    return Fault(name, sources={path: text})


SCRIPT, STYLE, PAGE = "static/components/new.js", "static/components/new.css", "templates/resident/new.html"
CHECK = Check(
    protects=__doc__ or "",
    criteria=(*FILM.split(", "), *SOUND.split(", "), "1.4.5", "1.4.13", "2.1.4", "2.2.2", "2.3.1"),
    read=read,
    faults=(
        _fault("a film", PAGE, '<video src="help.mp4"></video>'),
        _fault("a voice by itself", SCRIPT, "speechSynthesis.speak(words)"),
        _fault("music on a page", PAGE, '<audio src="hymn.mp3" autoplay></audio>'),
        _fault("a picture of letters", PAGE, '<img src="/static/title.png" alt="給付金">'),
        _fault("letters that are drawn", PAGE, '<svg role="img"><rect/><text>給付金</text></svg>'),
        _fault("a picture behind", STYLE, "h1 { background: url(/static/title.png) }"),
        _fault("a bar that slides", STYLE, ".bar { animation: slide 2s infinite }"),
        _fault("a page that loads itself anew", PAGE, '<meta http-equiv="refresh" content="60">'),
        _fault("words that come on hover", STYLE, ".hint:hover + .more { display: block }"),
        _fault("a tooltip", PAGE, '<button title="もっと大きく">A</button>'),
        _fault("a shortcut", PAGE, '<a href="/" accesskey="1">はじめへ</a>'),
        _fault("a shortcut of one letter", SCRIPT, 'addEventListener("keydown", (it) => it.key === "n" && next())'),
    ),
)
