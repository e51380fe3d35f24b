"""Google's voice: published words only, politely asked for, against a stand-in on this machine."""

from __future__ import annotations

import base64
import io
import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs

import numpy as np
import pytest
import soundfile

from portal.speech.published import Published
from portal.speech.published.public import PublicText
from portal.speech.voices import google
from portal.speech.voices.google import MOST, TRIES, GivenUp, Google, pieces
from portal.speech.voices.voice import Silent


def second() -> bytes:
    """A second of a tone as MP3."""
    file = io.BytesIO()
    samples = np.sin(np.arange(24_000) * 0.1).astype(np.float32)
    soundfile.write(file, samples, 24_000, format="MP3", subtype="MPEG_LAYER_III")
    return file.getvalue()


class StandIn(ThreadingHTTPServer):
    """The service on this machine: what it was asked, and what it is to answer before it gives a sound."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answering)
        self.asked = list[tuple[str, str]]()
        self.refusals = list[tuple[int, dict[str, str]]]()
        self.sound: str | None = base64.b64encode(second()).decode()


class Answering(BaseHTTPRequestHandler):
    """One question to the stand-in."""

    server: StandIn

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        (((rpc, parameters, *_),),) = json.loads(parse_qs(body)["f.req"][0])
        text, language, *_ = json.loads(parameters)
        self.server.asked.append((text, language))
        if self.server.refusals:
            status, headers = self.server.refusals.pop(0)
            self.send_response(status)
            for name, value in {**headers, "Content-Length": "0"}.items():
                self.send_header(name, value)
            self.end_headers()
            return
        found = json.dumps([self.server.sound]) if self.server.sound is not None else None
        told = ")]}'\n\n99\n" + json.dumps([["wrb.fr", rpc, found, None, "generic"]]) + '\n25\n[["e",4]]\n'
        self.send_response(200)
        self.send_header("Content-Length", str(len(told)))
        self.end_headers()
        self.wfile.write(told.encode())

    def log_message(self, *_: Any) -> None:
        return


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[StandIn]:
    """The stand-in, in place of the service."""
    with StandIn() as standing:
        Thread(target=standing.serve_forever, daemon=True).start()
        monkeypatch.setattr(google, "ENDPOINT", f"http://127.0.0.1:{standing.server_port}/")
        yield standing
        standing.shutdown()


@pytest.fixture
def waited() -> list[float]:
    """The seconds that would have been waited."""
    return []


@pytest.fixture
def voice(waited: list[float]) -> Google:
    """The voice, whose patience costs no time."""
    return Google(waited.append)


def test_a_published_sentence_becomes_a_sound(service: StandIn, voice: Google, public: PublicText) -> None:
    sound = voice.speak(public)
    assert sound.seconds == pytest.approx(1.0, abs=0.1)
    assert "".join(text for text, _ in service.asked) == public.seen
    assert {language for _, language in service.asked} == {"ja"}


@pytest.mark.parametrize("text", ["山田太郎", None, b"", object()])
def test_nothing_else_is_ever_sent(service: StandIn, voice: Google, text: Any) -> None:
    with pytest.raises(TypeError):
        voice.speak(text)
    assert service.asked == []


def test_it_waits_as_long_as_it_is_asked_to(
    service: StandIn, voice: Google, public: PublicText, waited: list[float]
) -> None:
    service.refusals = [(429, {"Retry-After": "7"}), (429, {}), (503, {}), (429, {"Retry-After": "99999"})]
    assert voice.speak(public).seconds
    assert waited == [7.0, 4.0, 8.0, google.LONGEST_WAIT]


def test_it_gives_up_after_some_tries(service: StandIn, voice: Google, public: PublicText, waited: list[float]) -> None:
    service.refusals = [(429, {})] * (TRIES + 1)
    with pytest.raises(GivenUp):
        voice.speak(public)
    assert len(service.asked) == TRIES
    assert waited == [2.0, 4.0, 8.0, 16.0, 32.0, 64.0]


@pytest.mark.parametrize("status", [400, 403, 404])
def test_a_refusal_for_good_is_not_argued_with(
    service: StandIn, voice: Google, public: PublicText, status: int, waited: list[float]
) -> None:
    service.refusals = [(status, {})]
    with pytest.raises(Silent, match=str(status)):
        voice.speak(public)
    assert len(service.asked) == 1
    assert waited == []


@pytest.mark.parametrize(
    "sound", [None, "", "not base64!", base64.b64encode(b"no MP3").decode()], ids=["none", "empty", "garbled", "no MP3"]
)
def test_an_answer_without_a_sound_is_silent(
    service: StandIn, voice: Google, public: PublicText, sound: str | None
) -> None:
    service.sound = sound
    with pytest.raises(Silent):
        voice.speak(public)


def test_a_service_out_of_reach_is_silent(
    service: StandIn, voice: Google, public: PublicText, monkeypatch: pytest.MonkeyPatch, waited: list[float]
) -> None:
    service.shutdown()
    service.server_close()
    with pytest.raises(GivenUp):
        voice.speak(public)
    assert len(waited) == TRIES


CUT = {
    "short": ("はい。", ["はい。"]),
    "at the last comma": ("あ" * 60 + "、" + "い" * 60 + "。", ["あ" * 60 + "、", "い" * 60 + "。"]),
    "no comma at all": ("あ" * 250, ["あ" * 100, "あ" * 100, "あ" * 50]),
    "between words": ("word " * 30, [("word " * 20).strip(), ("word " * 10).strip()]),
}


@pytest.mark.parametrize(("text", "cut"), CUT.values(), ids=CUT.keys())
def test_cuts_where_one_breathes(text: str, cut: list[str]) -> None:
    assert list(pieces(text)) == cut


def test_every_published_sentence_is_taken_whole(published: Published) -> None:
    for text in published:
        parts = list(pieces(text.seen))
        assert "".join("".join(parts).split()) == "".join(text.seen.split())
        assert all(len(part) <= MOST for part in parts)
