"""Checkpoints: read as written, by known keys only, and by old keys for old ones."""

from __future__ import annotations

from base64 import b64decode

import pytest

from portal.consent import checkpoint as notes
from portal.consent.checkpoint import Checkpoint, Signer, Unreadable, Unsigned, Verifier, opened, origin, read, signed

LOG = origin("990019")
OLD, NEW, WITNESS = Signer(LOG, b"1" * 32), Signer(LOG, b"2" * 32), Signer("witness.example/w", b"3" * 32)
HEAD = Checkpoint(LOG, 20852163, b"\x0a" * 32)


def test_a_note_of_others_can_be_read() -> None:
    # The example of golang.org/x/mod/sumdb/note, whose format the specification took over.
    (key,) = notes.keys("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n")
    text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
    box = b64decode("x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=")
    assert key.id == box[:4]
    assert key.fits(text, box[4:])
    assert not key.fits(text.upper(), box[4:])


def test_a_checkpoint_is_three_lines_and_signatures() -> None:
    lines = signed(HEAD, [NEW, OLD]).split("\n")
    assert lines[:4] == [LOG, "20852163", "CgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgo=", ""]
    assert [line.rsplit(" ", 1)[0] for line in lines[4:6]] == [f"— {LOG}"] * 2
    assert lines[6:] == [""]


def test_a_key_comes_back_from_its_line() -> None:
    told = f"# of the town\n{NEW.verifier.line}\n\n{OLD.verifier.line}\n"
    assert notes.keys(told) == [NEW.verifier, OLD.verifier]


@pytest.mark.parametrize("wrong", ["+", "a+b", "name+00000000+" + NEW.verifier.line.split("+", 2)[2], "x" * 99])
def test_what_is_no_key(wrong: str) -> None:
    with pytest.raises(Unreadable):
        notes.keys(wrong)


def test_old_keys_open_old_checkpoints_and_those_signed_while_keys_changed() -> None:
    before, while_changing, after = (signed(HEAD, by) for by in ([OLD], [NEW, OLD], [NEW]))
    assert opened(before, [OLD.verifier]) == opened(while_changing, [OLD.verifier]) == HEAD
    assert opened(after, [NEW.verifier, OLD.verifier]) == HEAD
    with pytest.raises(Unsigned):
        opened(after, [OLD.verifier])


def test_unknown_signers_are_passed_over() -> None:
    note = signed(HEAD, [WITNESS, NEW])
    assert opened(note, [NEW.verifier]) == HEAD
    assert opened(note, [WITNESS.verifier]) == HEAD
    namesake = Verifier(LOG, WITNESS.verifier.key)
    with pytest.raises(Unsigned):
        opened(note, [namesake])


def test_a_known_key_that_does_not_fit_spoils_the_note() -> None:
    good, forged = signed(HEAD, [OLD]), signed(Checkpoint(LOG, 1, HEAD.root), [NEW])
    note = good + forged.split("\n\n")[1]
    assert opened(note, [OLD.verifier]) == HEAD
    with pytest.raises(Unsigned):
        opened(note, [OLD.verifier, NEW.verifier])


def test_every_changed_sign_is_noticed() -> None:
    note = signed(HEAD, [NEW])
    for n, sign in enumerate(note):
        for other in {"A", "0", "\n", " ", ""} - {sign}:
            with pytest.raises((Unreadable, Unsigned)):
                opened(note[:n] + other + note[n + 1 :], [NEW.verifier])


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "a\n1\nb\n",
        signed(HEAD, []),
        signed(HEAD, [NEW]).removesuffix("\n"),
        signed(HEAD, [NEW]).replace("20852163", "020852163"),
        signed(HEAD, [NEW]).replace("\n\n", "\nmore\n\n"),
        signed(HEAD, [NEW] * 65),
    ],
    ids=["nothing", "no root", "no signature", "cut off", "a zero before", "a line more", "too many signatures"],
)
def test_what_is_no_checkpoint(wrong: str) -> None:
    with pytest.raises(Unreadable):
        read(wrong)
