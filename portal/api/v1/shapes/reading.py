"""Sentences that somebody heard read wrongly, as a system is given them."""

from __future__ import annotations

from portal.api.v1.shapes.both import Told, about


class Reading(Told):
    """読み方がちがうと言われた文

    A sentence that was heard read wrongly.
    """

    language: str = about("ページのことば", "Language of the page", examples=["ja", "ja-simple", "en"])
    sentence: str = about("ページの文", "The sentence of the page")
    count: int = about("何回言われたか", "How often it was said", ge=1)
    first_at: str = about("はじめて言われた日時（日本時間）", "First time (Japan's time)", format="date-time")
    last_at: str = about("最後に言われた日時（日本時間）", "Last time (Japan's time)", format="date-time")


class Readings(Told):
    """読み方がちがうと言われた文、多いものから

    Sentences that were heard read wrongly, the most frequent first.
    """

    readings: list[Reading] = about("この町のページの文", "Sentences of this town's pages")
