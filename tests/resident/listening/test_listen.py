"""Listening at the door: scripts, sounds of what is published and of what is nobody else's, and whole pages."""

from __future__ import annotations

import io
import re

import pytest
import soundfile
from httpx2 import Response
from starlette.testclient import TestClient

from portal.resident.listening import listen
from portal.security.allowance import Allowance
from portal.speech.voices.voice import Silent
from portal.web.house import House
from tests.journeys.benefit import HOME, SERVICE, TYPED
from tests.languages import unmarked
from tests.resident.conftest import Phone
from tests.resident.filling import answered, begun, reviewed, sent
from tests.resident.listening.asked import listened, script, words


@pytest.fixture
def quick(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """No voice is woken: every sound is the same few bytes."""
    monkeypatch.setattr(house.sounds.speaker, "warm", lambda language: None)
    monkeypatch.setattr(house.sounds.speaker, "made", lambda suffix, said, language: f"{suffix} {said.heard}".encode())


def personal(told: dict[str, object]) -> list[dict[str, str]]:
    """Utterances that are nobody else's."""
    return [one for one in told["utterances"] if not one["public"]]  # type: ignore[attr-defined]


@pytest.mark.usefixtures("quick")
class TestScript:
    def test_a_question_is_told_in_the_order_of_its_page(self, phone: Phone) -> None:
        client = phone()
        told = words(script(client, begun(client)))
        order = ["だれの分を申し込みますか", "3個の中から、1つ選びます。", "1番目。", "わたし一人の分"]
        assert [told.index(one) for one in order] == sorted(told.index(one) for one in order)
        assert told[-1] == "もどる"

    def test_an_untouched_question_has_nothing_personal_in_it(self, phone: Phone) -> None:
        client = phone()
        told = script(client, begun(client))
        assert not personal(told)
        assert all(one["src"].startswith("/speech/") for one in told["utterances"])

    def test_what_no_voice_of_ours_speaks_has_no_sound_to_wait_for(self, phone: Phone) -> None:
        client = phone()
        told = script(client, client.get("/tl/kasumigahama/reading"))["utterances"]
        assert len(told) > 5
        assert not [one["text"] for one in told if bool(one["src"]) == (one["lang"] == "tl")]

    def test_errors_are_told_first_and_once(self, phone: Phone) -> None:
        client = phone()
        begun(client)
        answered(client, "filer", TYPED["filer"])
        page = answered(client, "applicant-name", {"family": "", "given": ""})
        told = words(script(client, page))
        assert told[0] == "1か所、直してください。"
        assert told[1] == "名字を書いてください。"
        assert told.count("名字を書いてください。") == 1

    def test_what_stands_in_the_boxes_is_spoken_by_its_kind(self, phone: Phone, house: House) -> None:
        client = phone()
        begun(client)
        for step in ("filer", "applicant-name", "birth-date"):
            answered(client, step, TYPED[step])
        told = script(client, client.get(f"{SERVICE}/birth-date"))
        said = [client.get(one["src"]).content.decode() for one in personal(told)]
        assert any("ショウワ" in one and "キュウジュウイッサイ" in one for one in said)

    def test_names_are_said_from_the_persons_own_furigana(self, phone: Phone) -> None:
        client = phone()
        page = reviewed(client)
        said = [client.get(one["src"]).content.decode() for one in personal(script(client, page))]
        assert any("タカハシ" in one for one in said)
        assert not any("髙橋" in one for one in said)

    def test_the_receipt_knows_the_name_of_whoever_sent_it(self, phone: Phone) -> None:
        client = phone()
        sent(client)
        told = script(client, client.get(f"{SERVICE}/done"))
        named = [one for one in personal(told) if "花子" in one["text"]]
        assert named
        assert all("タカハシ" in client.get(one["src"]).content.decode() for one in named)

    def test_what_comes_next_is_named_for_fetching_ahead(self, phone: Phone) -> None:
        client = phone()
        told = script(client, begun(client))
        after = script(client, answered(client, "filer", TYPED["filer"]))
        assert told["next"]
        assert set(told["next"]) <= {one["src"] for one in after["utterances"]}

    def test_every_page_says_whose_voice_it_is(self, phone: Phone) -> None:
        client = phone()
        japanese = script(client, client.get(f"{HOME}/"))
        english = script(client, client.get("/en/kasumigahama/"))
        assert "CC BY 3.0" in japanese["credit"]
        assert not japanese["machine"]
        assert english["machine"]

    def test_a_page_nobody_knows_is_read_as_it_stands(self, phone: Phone) -> None:
        client = phone()
        answer = client.post(f"{HOME}/listen", data={"page": "/elsewhere", "html": "<main><p>こんにちは。</p></main>"})
        assert words(answer.json()) == ["こんにちは。"]

    @pytest.mark.parametrize("path", ["no-such-service/", "kyufukin/review", "no-such-service/filer"])
    def test_a_page_that_is_refused_can_be_heard(self, phone: Phone, path: str) -> None:
        client = phone()
        page = client.get(f"{HOME}/{path}")
        assert page.status_code >= 400
        assert "電話してください" in "".join(words(script(client, page)))

    @pytest.mark.parametrize("html", ["", "<main>", "<" * 5_000, "</main>" * 900, "<p " + "a=" * 4_000, "\0\ud7ff"])
    def test_broken_pages_break_nothing(self, phone: Phone, html: str) -> None:
        client = phone()
        assert client.post(f"{HOME}/listen", data={"page": f"{HOME}/", "html": html}).status_code == 200

    def test_too_much_of_a_page_is_refused(self, phone: Phone) -> None:
        client = phone()
        page = {"page": f"{HOME}/", "html": "<p>" * 30_000}
        assert client.post(f"{HOME}/listen", data=page).status_code == 413

    def test_listening_takes_nobodys_turn_to_write(self, phone: Phone, house: House) -> None:
        client = phone()
        page = begun(client)
        with house.database.writing():
            assert listened(client, page).status_code == 200

    def test_other_sites_cannot_listen(self, phone: Phone) -> None:
        client = phone(Sec_Fetch_Site="cross-site")
        assert client.post(f"{HOME}/listen", data={"html": "<main></main>"}).status_code == 403


@pytest.mark.usefixtures("quick")
class TestSounds:
    def address(self, client: TestClient) -> str:
        """A personal sound's address."""
        return personal(script(client, reviewed(client)))[0]["src"]

    def test_personal_sound_is_kept_by_no_cache(self, phone: Phone, house: House) -> None:
        client = phone()
        answer = client.get(self.address(client))
        assert answer.headers["cache-control"] == "no-store"
        assert not list(house.settings.var.glob("speech/sounds/*/*"))

    def test_published_sound_is_kept_for_ever(self, phone: Phone) -> None:
        client = phone()
        told = script(client, client.get(f"{HOME}/"))
        answer = client.get(told["utterances"][0]["src"])
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
        assert client.get(told["utterances"][0]["src"], headers={"Range": "bytes=0-1"}).status_code == 206

    def test_each_sound_is_had_as_mp3_opus_and_times(self, phone: Phone) -> None:
        client = phone()
        src = self.address(client)
        for suffix, kind in {"mp3": "audio/mpeg", "opus": "audio/ogg; codecs=opus", "json": "application/json"}.items():
            answer = client.get(src.removesuffix("mp3") + suffix)
            assert (answer.status_code, answer.headers["content-type"]) == (200, kind)
        assert client.get(src.removesuffix("mp3") + "wav").status_code == 404

    def test_a_ticket_opens_in_its_own_town_alone(self, phone: Phone) -> None:
        client = phone()
        src = self.address(client)
        assert client.get(src).status_code == 200
        assert client.get(src.replace("kasumigahama", "hoshino")).status_code == 404

    @pytest.mark.parametrize("name", ["x.mp3", "x" * 32 + ".mp3", "0" * 32 + ".mp3", "0" * 32 + ".exe"])
    def test_sounds_nobody_has_are_not_found(self, phone: Phone, name: str) -> None:
        assert phone().get(f"/speech/{name}").status_code == 404

    def test_a_busy_voice_says_when_to_ask_again(
        self, phone: Phone, house: House, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def silent(*_: object) -> bytes:
            raise Silent("busy")

        client = phone()
        src = self.address(client)
        published = script(client, client.get(f"{HOME}/"))["utterances"][0]["src"]
        monkeypatch.setattr(house.sounds.speaker, "made", silent)
        for address in (src, published):
            answer = client.get(address)
            assert (answer.status_code, answer.headers["retry-after"]) == (503, "2")

    def test_nobody_listens_without_end(self, phone: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(listen, "SENTENCES", Allowance(1, 60))
        client = phone()
        src = self.address(client)
        assert [client.get(src).status_code for _ in range(2)] == [200, 429]


class TestWholePages:
    def heard(self, client: TestClient, path: str) -> Response:
        """A whole page's sound."""
        return client.get(f"{HOME}/listen.mp3", params={"page": path})

    def test_a_page_is_one_sound(self, phone: Phone) -> None:
        client = phone()
        begun(client)
        answer = self.heard(client, f"{SERVICE}/filer")
        samples, rate = soundfile.read(io.BytesIO(answer.content))
        assert answer.headers["content-type"] == "audio/mpeg"
        assert answer.headers["cache-control"] == "no-store"
        assert len(samples) / rate > 10

    def test_a_refused_answer_is_told_of_without_script_too(self, phone: Phone, house: House) -> None:
        client = phone()
        begun(client)
        answered(client, "filer", TYPED["filer"])
        whole = self.heard(client, f"{SERVICE}/applicant-name").content
        answered(client, "applicant-name", {"family": "", "given": "花子"})
        assert len(self.heard(client, f"{SERVICE}/applicant-name").content) > len(whole)

    @pytest.mark.parametrize("path", ["/ja/", "/en/", "/ja-simple/accessibility"])
    def test_a_page_of_no_town_is_heard_at_the_door_of_one(self, phone: Phone, path: str) -> None:
        page = phone().get(path)
        heading = re.search("<h1[^>]*>([^<]+)<", unmarked(page.text))
        told = script(phone(), page)
        assert heading
        assert [one["public"] for one in told["utterances"] if one["text"] == heading[1]] == [True]
        assert self.heard(phone(), path).headers["content-type"] == "audio/mpeg"

    @pytest.mark.parametrize(
        "path",
        ["", "/", "/xx/", "/ja/status", "/ja/hoshino/", "/xx/kasumigahama/", f"{HOME}/listen", f"{HOME}/listen.mp3",
         f"{HOME}/listen/x.mp3", f"{SERVICE}/filer", f"{SERVICE}/review", f"{HOME}/" + "x" * 400],
    )  # fmt: skip
    def test_what_is_no_page_of_this_phone_has_no_sound(self, phone: Phone, path: str) -> None:
        assert self.heard(phone(), path).status_code == 404
