"""Whatever is in another language than its page says so, so that the right voice reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playwright.sync_api import Page

from a11y.check import Check, Fault, State, Variant
from a11y.seen import told
from portal.language.counting import CHINESE
from portal.language.words import AT_THE_DESK, CODES, SOURCE

TEXTS = r"""() => {
  const tongue = (it) => it.closest("[lang]")?.lang ?? "";
  const japanese = /[\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff]/g;
  const written = (text) => { // a box holds text alone: names within a letter in another language cannot be marked
    const less = text.replace(japanese, "");
    return text.length < 2 * less.length ? less : text;
  };
  const wordsOf = ({ node, it }) => it.matches('textarea:not([lang^="ja"])') ? written(node.data) : node.data;
  const seen = [...words()].map((one) => [tongue(one.it), wordsOf(one).trim()]);
  const said = ["aria-label", "alt", "title", "placeholder", "aria-description"].flatMap((name) =>
    [...document.querySelectorAll(`[${name}]`)].map((it) => [tongue(it), it.getAttribute(name)]));
  const own = (it) => { // less the words in it that are of another language yet
    const copy = it.cloneNode(true);
    for (const other of copy.querySelectorAll("[lang]")) other.remove();
    return (it.matches('textarea:not([lang^="ja"])') ? written(copy.textContent) : copy.textContent).trim();
  };
  const marked = [...document.querySelectorAll("body [lang]")].map((it) => [it.lang, own(it)]);
  const { lang } = document.documentElement;
  const names = [...document.querySelectorAll("main h1 [lang]")].map((it) => it.textContent);
  const title = names.reduce((rest, name) => rest.replace(name, ""), document.title); // a title cannot be marked
  const bare = title.replace(/ ?[(（][^()（）]*[)）]/g, ""); // nor can the office's own word beside a term
  return { lang, texts: [...seen, ...said, [lang, bare]], marked };
}"""
JAPANESE = re.compile("[\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa]")
SAID = re.compile(r"\w")
"""What a voice says: stops between words that are marked themselves are in no language."""
AT_WORK = ("desk/", "api")
"""Pages for clerks and programmers, in fewer languages than the residents'."""
ENGLISH = re.compile(r"\b[a-z]{2,}(?: [a-z']+){2,}")
"""Three small words in a row: no name of a person or a thing."""


def look(page: Page, state: State) -> Iterator[str]:
    """Words a voice would read in the wrong language."""
    seen = told(page, TEXTS)
    chosen = state.variant.language
    if state.page.startswith(AT_WORK) and chosen not in AT_THE_DESK:
        chosen = SOURCE
    wanted = CODES[chosen].html_lang
    if seen["lang"] != wanted:
        yield f"the page says its language is {seen['lang']!r}, not {wanted!r}"
    for lang, words in seen["texts"]:
        if lang.startswith("ja") and ENGLISH.search(words) and not JAPANESE.search(words):
            yield f"{words!r} is English and read as {lang}"
        elif not lang.startswith("ja") and _japanese(lang).search(words):
            yield f"{words!r} is Japanese and read as {lang}"
    for lang, words in seen["marked"]:
        if lang not in {one.html_lang for one in CODES.values()}:
            yield f"{words!r} is marked {lang!r}, which is no language of the portal"
        elif SAID.search(words) and lang.startswith("ja") != bool(_japanese(lang).search(words)):
            yield f"{words!r} is marked {lang!r}, but is not"


def _japanese(lang: str) -> re.Pattern[str]:
    """What tells a Japanese word in a text of this language: Chinese has the same signs but kana."""
    return KANA if lang in CHINESE else JAPANESE


ENGLISH_PAGE = Variant(language="en")

CHECK = Check(
    protects=__doc__ or "",
    criteria=("3.1.1", "3.1.2"),
    look=look,
    faults=(
        Fault("a page in another language than it says", 'document.documentElement.lang = "en"'),
        Fault("no language at all", 'document.documentElement.removeAttribute("lang")'),
        Fault(
            "Japanese in an English page", 'document.querySelector("main p").textContent = "番号"', variant=ENGLISH_PAGE
        ),
        Fault(
            "a Japanese name only readers hear",
            'document.querySelector("main form").setAttribute("aria-label", "様子")',
            variant=ENGLISH_PAGE,
        ),
        Fault(
            "English in a Japanese page", 'document.querySelector("main p").textContent = "Please call the town hall."'
        ),
        Fault(
            "a Japanese letter in a box that says English",
            """document.querySelector("main").insertAdjacentHTML("beforeend",
              '<textarea lang="en">名前の書き方を確かめたいです。OK</textarea>')""",
        ),
        Fault("a mark on the wrong words", 'document.querySelector("main h1").lang = "en"'),
    ),
)
