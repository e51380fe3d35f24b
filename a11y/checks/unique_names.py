"""What does different things is called differently, so that it can be picked out of a list or by voice; and no link is
called only "here"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from playwright.sync_api import Page

from a11y.check import Check, Fault, State, Variant
from a11y.seen import told
from a11y.tree import by_number

DOES = """() => {
  const all = [...document.querySelectorAll("*")];
  return controls().filter((it) => it.matches("a, button, summary")).map((it) => {
    const at = all.indexOf(it), pressed = it.matches("summary") ? `opens ${at}` : `${it.name}=${it.value}`;
    return [at, it.href ?? `${it.form?.action} ${pressed}`];
  });
}"""

MERE = re.compile(
    r"(?:[詳く]わ?しくは)?(?:こちら|ここ|これ)(?:を(?:クリック|押す|見る))?|この(?:ページ|リンク)|リンク|クリック"
    r"|(?:詳細|続き|もっと|さらに)を?(?:見る|読む)?"
    r"|(?:click|press|tap|read|see|learn|go|follow)?(?:here|more|this|thislink)|details?|link"
    r"|(?:点击|點擊)?(?:这里|這裡|此处|此處|更多|详情|詳情)|여기(?:를)?|더보기|자세히"
    r"|(?:xem)?(?:tạiđây|ởđây|thêm)|(?:cliqueaqui|aqui|saibamais|maisinformações)|(?:aquí|haclicaquí|más|leermás)"
    r"|dito|higitpa|यहाँ|थप|(?:di)?sini|selengkapnya|lainnya",
    re.IGNORECASE,
)
"""A link's whole name, less its spaces and signs, in the portal's languages, that points and does not say where to."""
SIGNS = re.compile(r"[\s.,!:;…、。！：；（）()「」“”\"'»›>→-]+")


def look(page: Page, _state: State) -> Iterator[str]:
    """One name for several things, and links that only say "here"."""
    nodes = by_number(page)
    meant: dict[tuple[str, str], set[str]] = defaultdict(set)
    for at, does in told(page, DOES):
        if at in nodes:
            kind = "link" if nodes[at].role == "link" else "button"
            meant[kind, "".join(nodes[at].name.split())].add(does)
    for (kind, name), does in meant.items():
        if kind == "link" and MERE.fullmatch(SIGNS.sub("", name)):
            yield f"the link {name!r} does not say where it leads"
        if len(does) > 1:
            yield f"{len(does)} things are all called {kind} {name!r}: {' and '.join(sorted(does)[:2])}"


CHECK = Check(
    protects=__doc__ or "",
    criteria=("2.4.4", "2.4.9"),
    look=look,
    faults=(
        Fault("two ways under one name", 'document.querySelectorAll("footer a")[1].textContent = "手続きを選ぶ"'),
        Fault(
            "choose, choose, choose",
            'for (const link of document.querySelectorAll("main .list a")) link.textContent = "選ぶ"',
            page="home",
        ),
        Fault(
            "a link that says here",
            'document.querySelector("main .hint").innerHTML = "番号が分からない人は、<a href=/ja/>こちら</a>。"',
        ),
        Fault(
            "a link that says here, in another language",
            'document.querySelector("main .hint").innerHTML = "Lost your number? <a href=/en/>Click here.</a>"',
            variant=Variant("en"),
        ),
        Fault(
            "two buttons under one name",
            'const twin = document.querySelector("main .go").cloneNode(true); twin.value = "other";'
            'document.querySelector("main form").append(twin)',
        ),
    ),
)
