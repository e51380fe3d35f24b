"""Listening: the script of a page, the sound of a personal sentence, and a whole page as one sound.

Our script sends the page as it stands and is told what is said of it, sentence by sentence; without script the page is
made here anew. Personal words travel sealed in an address that is good for minutes, and are kept nowhere.
"""

from __future__ import annotations

import json
import re
from typing import Any

from starlette.requests import Request

from portal.language.words import CODES
from portal.resident import step
from portal.resident.home import PATH, Towns
from portal.resident.listening import ahead, heard, whole
from portal.resident.listening.ranges import SUFFIXES, sound
from portal.security.allowance import Allowance
from portal.speech import ticket as tickets
from portal.speech.normal import said
from portal.speech.script import NOTHING, Known, TooMuch, Utterance, script
from portal.speech.ticket import Ticket
from portal.speech.voices.voice import Silent
from portal.web.addresses import page_at
from portal.web.errors import Refused
from portal.web.house import Answer
from portal.web.visit import Page, Visit

SCRIPTS, SENTENCES, WHOLE = Allowance(240, 60), Allowance(1_200, 60), Allowance(20, 60)
"""How much one caller may listen to in a minute; an office of ten that reads without a pause needs half."""
PATIENCE = "2"
"""Seconds after which a voice that was busy is asked again."""
OURS = frozenset({"listen", "heard", "sentence", "picture", "code", "bundle", "manifest", "kept"})
"""What is no page."""
_LONGEST = 300
"""Characters of a page's address."""


def nothing(_visit: Visit) -> Answer:
    """There is no such page."""
    raise Refused(404)


def take(visit: Visit) -> Answer:
    """The script of the page that was sent, as JSON. Raises Refused for too much of it."""
    if not SCRIPTS.take(visit.client):
        raise Refused(429)
    visit.house.sounds.speaker.warm(visit.language)
    page = page_of(visit, visit.form.typed.get("page", ""), visit.request)
    with visit if page is None else page:
        known, coming = _beyond(page) if page else (_of_no_town(visit.form.typed.get("page", "")), [])
    try:
        told = told_of(visit, visit.form.typed.get("html", ""), known)
    except TooMuch:
        raise Refused(413) from None
    after = [_published(name) for text in coming if (name := visit.house.sounds.name(visit.language, text))]
    body = json.dumps(told | {"next": after}, ensure_ascii=False, separators=(",", ":")).encode()
    return Answer(body, media_type="application/json")


def told_of(visit: Visit, html: str, known: Known) -> dict[str, Any]:
    """What is said of a page, for a browser. Raises TooMuch."""
    utterances = script(html, visit.language, known)
    names = visit.house.sounds.names(utterances)
    told = [_told(visit, one, name, known) for one, name in zip(utterances, names, strict=True)]
    return {**_voice(visit), "utterances": told}


def _beyond(page: Visit) -> tuple[Known, list[str]]:
    """What is known of a page, and what comes after it; nothing where it is refused, as a service nobody offers is."""
    try:
        return heard.known(page), ahead.sentences_after(page)
    except Refused:
        return Known(private=True), []


def _of_no_town(path: str) -> Known:
    """The portal's own pages are the same for everybody; what else is sent may hold anything."""
    return NOTHING if PATH.fullmatch(path) else Known(private=True)


def sentence(visit: Visit) -> Answer:
    """The sound of a personal sentence, or the times of its words. Raises Refused for a ticket that is not ours."""
    text, _, suffix = visit.parts["ticket"].rpartition(".")
    ticket = tickets.opened(text, visit.house.keys.town(visit.town.code), visit.now)
    if ticket is None or suffix not in SUFFIXES:
        raise Refused(404)
    if not SENTENCES.take(visit.client):
        raise Refused(429)
    heard_of = said(ticket.spoken or ticket.seen, ticket.language, ticket.names)
    try:
        body = visit.house.sounds.speaker.made(suffix, heard_of, ticket.language)
    except Silent:
        return silent()
    return sound(body, suffix, visit.request.headers.get("range"))


def show(visit: Visit) -> Answer:
    """A whole page as one sound, made as it would be shown now. Raises Refused where there is no such page."""
    path = visit.request.query_params.get("page", "")
    request = Request({**visit.request.scope, "headers": _cookies(visit.request)})
    page = page_of(visit, path, request)
    if page is None and not PATH.fullmatch(path):
        raise Refused(404)
    if not WHOLE.take(visit.client):
        raise Refused(429)
    html, known = _made(page) if page else (Towns(visit.house).html(request, path), NOTHING)
    utterances = script(whole.spoken_of(html), page.language if page else path.split("/")[1], known)
    try:
        body = whole.sound(visit.house.sounds, utterances, known.names)
    except Silent:
        return silent()
    return sound(body, "mp3", visit.request.headers.get("range"))


def _made(page: Visit) -> tuple[str, Known]:
    """A page as it would be shown now. Raises Refused where it would lead elsewhere."""
    with page:
        known = heard.known(page)
        answer = step.as_left(page) if page.name == "step" else page.house.doors[page.name].show(page)
    if answer.status not in {200, 422}:
        raise Refused(404)
    return answer.body.decode(), known


def silent() -> Answer:
    """No voice is free, or none can say it; the browser asks again, or speaks with a voice of its own."""
    return Answer(status=503, media_type="text/plain", headers={"Retry-After": PATIENCE})


def page_of(visit: Visit, path: str, request: Request) -> Visit | None:
    """A visit to the page at a path of this town, or None where there is none."""
    found = re.fullmatch(r"/([^/]+)/([^/]+)/(.*)", path) if len(path) <= _LONGEST else None
    if found is None or found[1] not in CODES or found[2] != visit.town.slug:
        return None
    at = page_at(found[3])
    if at is None or at[0] in OURS:
        return None
    page = Visit(visit.house, request, Page(*at))
    page.language = found[1]
    return page


def _cookies(request: Request) -> list[tuple[bytes, bytes]]:
    """Of the headers only what tells whose page it is: it is to come whole, and not compressed."""
    return [(name, value) for name, value in request.scope["headers"] if name in {b"cookie", b"host"}]


def _voice(visit: Visit) -> dict[str, Any]:
    try:
        speaker = visit.house.sounds.speaker
        voice = speaker.voices.of(visit.language)
    except Silent:
        return {"credit": "", "machine": False}
    return {"credit": visit.say(voice.credit), "machine": voice.machine}


def _told(visit: Visit, one: Utterance, name: str, known: Known) -> dict[str, Any]:
    """An utterance for the browser: its place, its words, and where its sound is, published under `name` or not.

    `src` is empty where no voice of ours speaks the language: a voice of the reader's own device need not wait for us.
    """
    told: dict[str, Any] = {
        "at": one.at,
        "start": one.start,
        "end": one.end,
        "text": one.seen or one.spoken,
        "lang": CODES[one.language].html_lang,
        "public": bool(name),
        "src": _source(visit, one, name, known),
    }
    if told["src"] and one.seen and not one.spoken:
        told["times"] = told["src"].removesuffix("mp3") + "json"
    if one.places:
        told["places"] = one.places
    return told


def _source(visit: Visit, one: Utterance, name: str, known: Known) -> str:
    if name:
        return _published(name)
    return "" if one.language in visit.house.voiceless else _personal(visit, one, known)


def _published(name: str) -> str:
    return f"/speech/{name}.mp3"


def _personal(visit: Visit, one: Utterance, known: Known) -> str:
    bare = "".join(one.seen.split())
    names = {} if one.spoken else {name: kana for name, kana in known.names.items() if "".join(name.split()) in bare}
    sealer = visit.house.keys.town(visit.town.code)
    text = tickets.issued(Ticket(one.seen, one.language, one.spoken, names), sealer, visit.now)
    return f"{visit.url('listen')}/{text}.mp3"
