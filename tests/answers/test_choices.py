"""Several of several."""

from __future__ import annotations

from tests.answers.given import options, read, refused, shown, spoken, told

THREE = options(fever="熱", cough="せき", pain="いたみ")


def test_picks_are_kept_in_the_order_they_are_offered() -> None:
    assert read("choices", {"pick-pain": "on", "pick-fever": "on", "pick-cough": ""}, options=THREE) == [
        "fever",
        "pain",
    ]


def test_a_pick_that_is_not_offered_is_nothing() -> None:
    assert "pick-fever" in told(refused("choices", {"pick-else": "on"}, options=THREE))


def test_too_few_and_too_many() -> None:
    one, all_of_them = {"pick-fever": "on"}, {f"pick-{option.id}": "on" for option in THREE}
    assert "2つ以上" in told(refused("choices", one, options=THREE, limits={"least": 2}))["pick-fever"]
    assert "2つまで" in told(refused("choices", all_of_them, options=THREE, limits={"most": 2}))["pick-fever"]


def test_each_on_its_line_and_in_one_breath() -> None:
    assert shown("choices", ["fever", "pain"], options=THREE) == ("熱", "いたみ")
    assert spoken("choices", ["fever", "pain"], options=THREE) == "熱、いたみ"
    assert spoken("choices", ["fever", "pain"], options=THREE, language="en") == "熱, いたみ"
