"""Folding: a name or text brought to one plain form for finding and comparing, never for showing or keeping.

髙橋, 高橋 and 高　橋 are one; おおの, ｵｵﾉ and オーノ are one, オノ is another. Folding twice changes nothing more.
"""

from __future__ import annotations

import re
import unicodedata

import jaconv

_OLD = (
    "亞惡爲榮衞圓緣薗應櫻奧橫溫價壞懷樂渴卷陷寬氣僞戲虛峽狹曉駈勳薰惠揭鷄藝擊縣儉劍險圈檢顯驗嚴廣恆黃國黑碎雜兒濕實"
    "壽收從澁獸縱緖敍將涉燒奬條狀乘淨剩疊孃讓釀眞寢愼盡粹醉穗瀨齊靜攝專戰纖禪壯爭莊搜巢曾裝瘦騷增藏臟卽帶滯瀧單團彈"
    "晝鑄廳徵聽鎭轉傳嶋燈盜稻德拜盃賣髮拔晚祕冨拂佛步峯飜每萬默埜彌藥與搖樣謠來賴覽龍凉綠淚壘禮曆歷鍊郞錄"
)
_NEW = (
    "亜悪為栄衛円縁園応桜奥横温価壊懐楽渇巻陥寛気偽戯虚峡狭暁駆勲薫恵掲鶏芸撃県倹剣険圏検顕験厳広恒黄国黒砕雑児湿実"
    "寿収従渋獣縦緒叙将渉焼奨条状乗浄剰畳嬢譲醸真寝慎尽粋酔穂瀬斉静摂専戦繊禅壮争荘捜巣曽装痩騒増蔵臓即帯滞滝単団弾"
    "昼鋳庁徴聴鎮転伝島灯盗稲徳拝杯売髪抜晩秘富払仏歩峰翻毎万黙野弥薬与揺様謡来頼覧竜涼緑涙塁礼暦歴錬郎録"
)
"""Old forms of kanji that names may have, and their new forms (戸籍法施行規則, annex 2, list 2)."""
_ALSO = (
    "髙高 﨑崎 嵜崎 碕崎 邊辺 邉辺 齋斉 齎斉 斎斉 澤沢 濱浜 濵浜 嶌島 𠮷吉 桒桑 栁柳 舘館 籐藤 槇槙 學学 關関"
    " 鐵鉄 淺浅 當当 會会 敎教 曻昇 昻昂 晧皓 祢禰 戶戸 户戸 吳呉 姬姫 內内 渕淵 渊淵 冝宜 繩縄 豐豊 鄕郷 產産"
    " 靑青 礒磯 槗橋 莵菟 寳宝 寶宝 靏鶴 靍鶴 嶽岳 菴庵 籠篭 檜桧 莱萊 蘆芦 藪薮 鴎鷗 竈竃 譽誉 壺壷 點点 假仮"
    " 區区 驛駅"
)
"""Further pairs that family names often have, the rarer form first."""
_PLAIN_KANJI = str.maketrans(dict(zip(_OLD, _NEW, strict=True)) | {pair[0]: pair[1] for pair in _ALSO.split()})
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_MARKS = str.maketrans({"゛": "\u3099", "゜": "\u309a"})
_SAME_SOUND = str.maketrans({"ヂ": "ジ", "ヅ": "ズ", "ヲ": "オ", "ヰ": "イ", "ヱ": "エ", "đ": "d", "ø": "o", "ł": "l"})
_REPEATED = re.compile("([ァ-ヺ])([ヽヾ]+)")
_V = {"ヴア": "バ", "ヴイ": "ビ", "ヴエ": "ベ", "ヴオ": "ボ", "ヴ": "ブ"}
_V_SOUNDS = re.compile("ヴ[アイエオ]?")
_ROWS = {"アカサタナハマヤラワガザダバパ": "アー", "イキシチニヒミリギジビピ": "イー"}
_ROWS |= {"ウクスツヌフムユルグズブプ": "ウー", "エケセテネヘメレゲゼデベペ": "イエー"}
_ROWS |= {"オコソトノホモヨロゴゾドボポ": "ウオー"}
_LONG = re.compile("|".join(f"(?<=[{row}])[{long}]" for row, long in _ROWS.items()))
_MANY_LONG = re.compile("ーー+")
_STROKED = str.maketrans("đĐøØłŁ", "dDoOlL")
_ACCENTED = re.compile("[À-ɏḀ-ỿ]")
_DROPPED = re.compile(r"[\W_]")


def folded(text: str) -> str:
    """The text in one plain form: width, kana, small kana, long sounds, old kanji, accents and spaces do not tell."""
    plain = unicodedata.normalize("NFKC", text.translate(_MARKS)).casefold().translate(_PLAIN_KANJI)
    kana = jaconv.enlarge_smallkana(jaconv.hira2kata(_ACCENTED.sub(_without_accent, plain)))
    said = _REPEATED.sub(_said_again, _DROPPED.sub("", kana))
    same = _V_SOUNDS.sub(lambda v: _V[v[0]], said).translate(_SAME_SOUND)
    return _MANY_LONG.sub("ー", _LONG.sub("ー", same))


def in_new_kanji(name: str) -> str:
    """A name in today's kanji, for looking it up: 髙橋 and 高橋, 渡邉 and 渡辺 alike; kana stay as they are."""
    return _SELECTORS.sub("", unicodedata.normalize("NFKC", name)).translate(_PLAIN_KANJI)


def unaccented(text: str) -> str:
    """Latin letters without their accents, as passbooks and old systems print them: Nguyễn is Nguyen, Łódź Lodz."""
    return _ACCENTED.sub(_without_accent, unicodedata.normalize("NFC", text)).translate(_STROKED)


def one_slip(typed: str, meant: str) -> bool:
    """Whether one letter is too many, missing, wrong, or changed round with the next."""
    start = 0
    while start < min(len(typed), len(meant)) and typed[start] == meant[start]:
        start += 1
    end = 0
    while end < min(len(typed), len(meant)) - start and typed[-1 - end] == meant[-1 - end]:
        end += 1
    one, other = typed[start : len(typed) - end], meant[start : len(meant) - end]
    return max(len(one), len(other)) <= 1 or (len(one) == 2 and one == other[::-1])


def _said_again(found: re.Match[str]) -> str:
    voiced = unicodedata.normalize("NFC", found[1] + "\u3099")
    return found[1] + "".join(voiced if mark == "ヾ" and len(voiced) == 1 else found[1] for mark in found[2])


def _without_accent(letter: re.Match[str]) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", letter[0]) if not unicodedata.combining(sign))
