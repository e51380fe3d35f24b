"""What is attached to a case: files that came with it, or with what the resident answered."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from portal.cases.case import Case
from portal.cases.document import about_file
from portal.cases.talk import replies
from portal.desk.visit import DeskVisit


class Paper(NamedTuple):
    """A file: where it opens, its name, and where it is shown by itself if it is a picture, else ""."""

    address: str
    name: str
    picture: str


def papers(visit: DeskVisit, case: Case, files: Iterable[tuple[str, str]]) -> list[Paper]:
    """Files by id and name; a picture opens on a page to look at it."""
    return [_paper(visit, case, id, name) for id, name in files]


def attached(visit: DeskVisit, case: Case) -> dict[str, str]:
    """The names of all files of a case by their ids, in the order they came."""
    answered = replies.of_case(visit.db, visit.house.keys, case)
    sent = {id: about_file(case, id)[1].get("name") or "" for id in case.files}
    return sent | {id: name for reply in answered for id, name in reply.files}


def is_picture(name: str) -> bool:
    """Whether a file is a picture, by its name: what is kept is a picture or a PDF."""
    return not name.lower().endswith(".pdf")


def _paper(visit: DeskVisit, case: Case, id: str, name: str) -> Paper:
    itself = visit.url("file", case=case.id, file=id)
    if not is_picture(name):
        return Paper(itself, name, "")
    return Paper(visit.url("picture", case=case.id, file=id), name, itself)
