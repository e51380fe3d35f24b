"""A language of three sentences, in files of its own."""

from __future__ import annotations

from pathlib import Path

HEAD = r"""msgid ""
msgstr ""
"Language: vi\n"
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=1; plural=0;\n"
"""
PORTAL = f"""{HEAD}
#: templates/resident/start.html
msgid "次へ"
msgstr "Tiếp tục"

#: templates/resident/later.html
#, python-brace-format
msgid "「次へ」を押してください。{{number}}は、続きの番号です。"
msgstr "Hãy bấm “Tiếp tục”. {{number}} là số để tiếp tục."

#: portal/answers/photo.py
#, python-brace-format
msgid "{{n}}人"
msgid_plural "{{n}}人"
msgstr[0] "{{n}} người"
"""
SERVICES = f"""{HEAD}
#: portal/catalogue/services/kyufukin/2026-04-01.yaml
msgid "世帯主"
msgstr "Chủ hộ (世帯主)"
"""
GLOSSARY = """
terms: {続きの番号: số để tiếp tục, 世帯主: chủ hộ (世帯主)}
also: {}
reasons: []
"""


def files(folder: Path) -> Path:
    """The files in a folder, for vi and the same as English."""
    for language in ("vi", "en"):
        place = folder / language / "LC_MESSAGES"
        place.mkdir(parents=True)
        (place / "portal.po").write_text(PORTAL.replace("Language: vi", f"Language: {language}"))
        (place / "services.po").write_text(SERVICES.replace("Language: vi", f"Language: {language}"))
    (folder / "vi" / "glossary.yaml").write_text(GLOSSARY)
    return folder
