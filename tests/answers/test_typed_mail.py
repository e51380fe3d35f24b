"""Mail addresses among other words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.answers.typed_mail import read_mail

LOCAL = st.text(alphabet="abcxyz019._+-", min_size=1, max_size=20)
DOMAIN = st.sampled_from(["example.jp", "gmail.com", "docomo.ne.jp", "sub.example.co.jp", "xn--wgv71a119e.jp"])


@given(LOCAL, DOMAIN)
def test_what_is_kept_is_read_again_as_it_is(local: str, domain: str) -> None:
    assert read_mail(f"{local}@{domain}") == (f"{local}@{domain}", None)


@given(LOCAL, DOMAIN)
def test_wide_signs_headings_and_notes_change_nothing(local: str, domain: str) -> None:
    wide = "".join(chr(ord(sign) + 0xFEE0) for sign in f"{local}@{domain}")
    assert read_mail(f"メール：{wide}（自宅）") == (f"{local}@{domain}", None)


def test_letters_beyond_ascii_are_for_domains_only() -> None:
    assert read_mail("info@日本語.jp") == ("info@xn--wgv71a119e.jp", None)
    assert read_mail("日本語@example.jp")[1] is not None


@pytest.mark.parametrize(
    "text", ["@" * 1000, "a" * 1000 + "@", "a@" + "b." * 490 + "jp", "<" * 1000, "a@" + "あ" * 900]
)
def test_many_signs_are_no_address(text: str) -> None:
    assert read_mail(text)[0] == ""
