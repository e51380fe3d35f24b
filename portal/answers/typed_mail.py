"""A typed mail address among what comes with it: mailto:, a name, a heading, a note, signs of a Japanese keyboard."""

from __future__ import annotations

import re
from importlib import import_module

from portal.answers.mail_domain import KNOWN
from portal.language.width import narrow
from portal.language.words import Say, say

MOST = 254
"""Signs of a whole address (RFC 5321)."""
_LOCAL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}")
_DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}")
_NOWHERE = (".test", ".invalid", ".localhost", ".local")
"""Ends that are never reached from outside (RFC 2606, RFC 6762)."""
_HEADING = re.compile(r"(?:メールアドレス|メルアド|メール|アドレス|e-?mail|mail) ?[:] ?", re.IGNORECASE)
_IN_ANGLES = re.compile(r"[^<>]*<([^<>]+)>")
_ADDRESS = re.compile(
    r"(?<![A-Za-z0-9.!#$%&'*+/=?^_`{|}~-])[A-Za-z0-9.!#$%&'*+=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}"
)
_JAPANESE = re.compile("[ぁ-ヿ\u3400-\u9fff]")
_DOT_IN_WORDS = re.compile(" ?(?:ドット|どっと) ?")
_NOTE = re.compile(r" ?\([^()@]*\)$")
_AT_IN_WORDS = re.compile(r" ?[(\[]?(?:アットマーク|あっとまーく|アット|あっと)[)\]]? ?|[(\[]at[)\]]", re.IGNORECASE)
_DOTS = str.maketrans({"。": ".", "・": ".", "、": ","})
_LONG_SOUND = re.compile("(?<=[A-Za-z0-9])ー(?=[A-Za-z0-9])")
_ATS = re.compile("@[@ ]*")
_ENDS = {"gmail": "gmail.com", "icloud": "icloud.com", "docomo": "docomo.ne.jp", "ezweb": "ezweb.ne.jp"}
_SQUEEZED = {domain.replace(".", ""): domain for domain in KNOWN}
"""Domains without their dots, which mean nothing else: gmailcom."""
_ENDS |= {"yahoo": "yahoo.co.jp", "hotmail": "hotmail.com", "outlook": "outlook.jp", "softbank": "i.softbank.jp"}


def read_mail(text: str) -> tuple[str, Say | None]:
    """The address as it is kept, or "" and what is amiss."""
    plain = _alone(_bare(_LONG_SOUND.sub("-", narrow(text).translate(_DOTS))))
    pieces = {piece for piece in re.split(r"[,; /]", plain) if "@" in piece}
    if len(pieces) > 1:
        return "", say("メールアドレスが2つあるようです。1つだけ書いてください。")
    local, at, domain = _ATS.sub("@", plain).replace(" ", "").rpartition("@")
    domain = _mended(domain)
    if amiss := _amiss(local, at, domain):
        return "", amiss
    known = domain if _DOMAIN.fullmatch(domain) else _international(domain)
    if known is None or known.endswith(_NOWHERE) or len(local) + len(known) >= MOST:
        return "", _after(domain)
    return f"{local}@{known}", None


def _bare(plain: str) -> str:
    """The address alone."""
    named = _IN_ANGLES.fullmatch(plain)
    plain = _NOTE.sub("", named[1] if named else plain).strip()
    plain = _HEADING.sub("", plain.removeprefix("mailto:"), count=1) if _HEADING.match(plain) else plain
    plain = plain.removeprefix("mailto:")
    return plain if "@" in plain else _DOT_IN_WORDS.sub(".", _AT_IN_WORDS.sub("@", plain, count=1))


def _alone(plain: str) -> str:
    """The one address within a text with other words, or the text where there are none, or several addresses."""
    found = {one.rstrip(".-") for one in _ADDRESS.findall(plain)}
    around = _ADDRESS.sub("", plain)
    if len(found) == 1 and (_JAPANESE.search(around) or not any(map(str.isalnum, around))):
        (plain,) = found
    return plain


def _mended(domain: str) -> str:
    """The domain without slips that can mean nothing else: a comma, two dots, a dot at its end."""
    dotted = domain.lower().replace(",", ".")
    whole = ".".join(label for label in dotted.split(".") if label)
    return _SQUEEZED.get(whole, whole)


def _amiss(local: str, at: str, domain: str) -> Say | None:
    if not at or not local or not domain:
        return say("メールアドレスを、「名前@example.jp」のように、@の前と後を書いてください。")
    if not _LOCAL.fullmatch(local):
        return say("メールアドレスの、@より前を見直してください。英語の文字、数字、記号が使えます。")
    return None


def _after(domain: str) -> Say:
    if domain in _ENDS:
        return say("@より後が、とちゅうまでです。「{whole}」のように、最後まで書いてください。", whole=_ENDS[domain])
    return say("メールアドレスの、@より後を見直してください。「example.jp」のように書きます。")


def _international(domain: str) -> str | None:
    """A domain of letters beyond ASCII, in ASCII (IDNA); None where there can be no such domain."""
    library = import_module("email_validator")  # loaded by the few who need it
    try:
        known: str = library.validate_email(f"x@{domain}", check_deliverability=False).ascii_domain
    except library.EmailNotValidError:
        return None
    return known
