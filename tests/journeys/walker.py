"""Walks any service over HTTP as it is asked: picks where told, else the first example of the question's kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from httpx2 import Response
from starlette.testclient import TestClient

from portal.answers import KINDS
from portal.catalogue.document import Question
from portal.catalogue.version import Version
from tests.journeys.benefit import pressing
from tests.photographed import photo

MOST = 60
"""More pages than any way has."""
Picks = Mapping[str, str]


@dataclass
class Walker:
    """A resident on the way through a service, in a language; `seen` has the steps as they came."""

    phone: TestClient
    version: Version
    picks: Picks
    language: str = "ja"
    town: str = "kasumigahama"
    seen: list[str] = field(default_factory=list)

    @property
    def service(self) -> str:
        """The service's own page."""
        return f"/{self.language}/{self.town}/{self.version.service}/"

    def to_review(self) -> Response:
        """Begin, answer everything, and stand before the review."""
        page = self.phone.post(self.service, data={"do": "begin"})
        for _ in range(MOST):
            assert page.status_code == 200, (page.url.path, page.text[-3000:])
            step = page.url.path.removeprefix(self.service)
            if step == "review":
                return page
            self.seen.append(step)
            page = self.answer(step)
        raise AssertionError(f"no end: {self.seen}")

    def send(self) -> Response:
        """The receipt."""
        act = self.phone.get(f"{self.service}consent")
        return self.phone.post(f"{self.service}consent", data=pressing(act.text))

    def answer(self, step: str) -> Response:
        """The page after an answer."""
        question = self.version.source.question(step.partition(".")[0])
        path = f"{self.service}{step}"
        if question.kind == "household":
            return self._people(path, question)
        files = {"photo": ("IMG_1.JPG", photo(), "image/jpeg")} if question.kind == "photo" else None
        return self.phone.post(path, data={**self._typed(question, step), "do": "next"}, files=files)

    def _people(self, path: str, question: Question) -> Response:
        for n, given in enumerate(self.picks.get(question.id, "").split()):
            words = {"given": given, "given_kana": "あいうえお"[n] * 2, "relation": question.options[n].id}
            typed = {**KINDS["household"].examples[0].typed, **words}
            form = self.phone.post(path, data={"do": "add"})
            page = self.phone.post(form.url.path, data={**typed, "do": "next"})
            assert given in page.text, page.text
        return self.phone.post(path, data={"do": "done"})

    def _typed(self, question: Question, step: str) -> dict[str, str]:
        if pick := self.picks.get(step, self.picks.get(question.id)):
            return {"value": pick}
        if question.kind == "choice":
            return {"value": question.options[0].id}
        if question.kind == "choices":
            return {f"pick-{question.options[0].id}": "on"}
        example = KINDS[question.kind].examples[question.role == "helper_name"]
        return {} if question.kind == "photo" else dict(example.typed)
