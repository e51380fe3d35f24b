"""What is attached to a case."""

from __future__ import annotations

from portal.cases.talk import replies
from portal.desk.papers.attached import attached, papers
from portal.storage.files import File
from tests.cases.work.given import whose
from tests.desk.given import HERE, TownHall
from tests.desk.test_visit import visit
from tests.desk.work.given import kept


def test_what_came_with_it_stands_before_what_came_later(hall: TownHall) -> None:
    one = kept(hall)
    with hall.database.writing() as db:
        later = [File("f9", HERE, one.id, "委任状.pdf", "application/pdf", b"x")]
        replies.write(db, hall.keys, whose(one), replies.Reply("r1", hall.now, ""), later)
    with visit(hall) as at:
        assert [*attached(at, one).items()] == [("f1", "通帳.jpg"), ("f9", "委任状.pdf")]


def test_a_picture_opens_on_its_page_and_a_document_by_itself(hall: TownHall) -> None:
    one = kept(hall)
    with visit(hall) as at:
        picture, document = papers(at, one, [("f1", "通帳.jpg"), ("f2", "書類.PDF")])
    assert (picture.address, picture.picture) == (f"{document.address[:-2]}f1/picture", f"{document.address[:-2]}f1")
    assert not document.picture
