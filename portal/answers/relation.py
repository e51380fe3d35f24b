"""Relations to the applicant: by the option's id, by its words, or as people say it themselves: 長男, つま, 孫."""

from __future__ import annotations

import re
from collections.abc import Iterable

from portal.answers.answer_type import Option, Value
from portal.language.folding import folded

_SAID = {
    ("husband", "spouse"): "夫 おっと 主人 ご主人 旦那 旦那さん だんな 配偶者 未届の夫 未届けの夫 内縁の夫 husband",
    ("wife", "spouse"): "妻 つま 家内 女房 奥さん 未届の妻 未届けの妻 内縁の妻 wife",
    ("spouse",): "夫婦 夫または妻 夫か妻 つれあい パートナー spouse partner",
    ("son", "child"): "息子 むすこ 長男 次男 二男 三男 四男 五男 養子 son",
    ("daughter", "child"): "娘 むすめ 長女 次女 二女 三女 四女 五女 養女 娘さん daughter",
    ("child",): "子 こども 子供 子ども お子さん 実子 妻の子 夫の子 前妻の子 前夫の子 連れ子 child",
    ("child-in-law", "child"): "婿 むこ 娘婿 子の夫 子の妻 長男の妻 長女の夫 息子の妻 娘の夫"
    " 息子の嫁 長男の嫁 次男の嫁 二男の嫁 子の嫁",
    ("grandchild",): "孫 まご 孫娘 お孫さん 子の子 grandchild",
    ("father", "parent"): "父 ちち お父さん おとうさん 父親 実父 養父 継父 おやじ father",
    ("mother", "parent"): "母 はは お母さん おかあさん 母親 実母 養母 継母 おふくろ mother",
    ("parent",): "親 おや 父母 父または母 父か母 parent",
    ("parent-in-law", "parent"): "義父 義母 舅 姑 しゅうと しゅうとめ 夫の父 夫の母 妻の父 妻の母",
    ("grandparent",): "祖父 祖母 おじいさん おばあさん おじいちゃん おばあちゃん じいちゃん ばあちゃん"
    " そふ そぼ grandfather grandmother",
    ("brother", "sibling"): "兄 弟 あに おとうと brother",
    ("sister", "sibling"): "姉 妹 あね いもうと sister",
    ("sibling",): "兄弟 姉妹 兄弟姉妹 きょうだい sibling",
    ("relative", "other"): "親せき 親戚 甥 姪 おい めい 伯父 叔父 伯母 叔母 おじ おば いとこ"
    " ひ孫 ひまご 曽孫 曾孫 曽祖父 曽祖母 兄の妻 弟の妻 姉の夫 妹の夫 relative",
    ("head",): "世帯主 せたいぬし householder",
    ("other",): "その他 そのほか ほか 同居人 縁故者 里子 友人 知人 other",
}
"""What people say, and the ids that mean it, the closest first; 嫁 is a wife to some and a son's wife to others."""
_BESIDE = re.compile(r"\s*(?:[(（][^()（）]{0,20}[)）])?(?:です)?。?$")
_IDS = {folded(said): ids for ids, forms in _SAID.items() for said in forms.split()}
_GENERATIONS = {"grandparent": 2, "parent": 1, "father": 1, "mother": 1, "child": -1, "son": -1, "daughter": -1}
_GENERATIONS |= {"grandchild": -2, "parent-in-law": 1, "child-in-law": -1}


def read_relation(text: str, options: Iterable[Option]) -> str:
    """The id of the option a text means, or ""."""
    plain = text.strip()
    known = {option.id: option.label for option in options}
    if plain in known or not plain:
        return plain
    said = {folded(plain), folded(_BESIDE.sub("", plain))} - {""}
    named = next((id for id, label in known.items() if folded(label) in said), "")
    return named or next((id for one in said for id in _IDS.get(one, ()) if id in known), "")


def generation(person: Value) -> int:
    """How many generations before (1, 2) or after (-1, -2) the applicant; 0 for the same and where nobody knows."""
    return _GENERATIONS.get(person.get("relation", ""), 0)
