"""What clerks call the pages, their states and their parts, which `make screenshots` names by a word each.

Headings that residents read are told in their own words, and are translated with them.
"""

from __future__ import annotations

from collections.abc import Mapping

from portal.language.words import Say, say
from portal.web.errors import WORDS

PAGES: Mapping[str, str | Say] = {
    "towns": "どこに住んでいますか",
    "home": "どの手続きをしますか",
    "resume": "とちゅうから続ける",
    "status": "申し込みの様子を見る",
    "posted": "役所の手紙が届いた人",
    "verify": "控えが本物か、確かめる",
    "checked": "控えが本物か、確かめる",
    "install": "ホーム画面に置く",
    "device": "このスマホから消す",
    "offline": "いまは、つながりません",
    "preferences": "見やすさとことば",
    "reading": "読み方がちがうとき",
    "voice": "読み上げの声",
    "accessibility": "ウェブアクセシビリティ",
    "sign": "この申し込みを、頼みましたか",
    "object": "頼んでいないことを、役所に知らせる",
    "signed": "本人が確かめること",
    "own": "あなたの申し込みを、確かめてください",
    "ask": "本人に、確かめてもらう",
    "revoke": "代わりの人に頼むことを、やめる",
    "reply": "役所に書いて送る",
    "call": "電話してほしい",
    "turn": "順番を待っています",
    "waiting": "まだ送っていません",
    "unsent": "まだ送っていません",
    "notice": "手続きのお知らせ（紙）",
    "listening": "読み上げているときの画面",
    "counter": "窓口でする手続きの画面",
    "api": "プログラムを作る人の画面",
    **{f"problem/{reason}": title for reason, (title, _) in WORDS.items()},
}
"""Pages of a town by their headings."""
OF_SERVICE: Mapping[str, str | Say] = {
    "start": say("はじめの画面"),
    "review": "書いた内容を、確かめてください",
    "consent": say("同意の画面"),
    "done": say("申し込みを受けつけたときの画面"),
    "later": "あとで続ける",
    "again": "この手続きは、もう届いています",
    "withdraw": "この申し込みを、取りやめますか",
    "person": "足す人のことを、教えてください",
    "recap": say("答えを読み返す画面"),
    "notice": PAGES["notice"],
    "waiting": PAGES["waiting"],
}
"""Pages that belong to a service and are no question of it."""
QUESTION = say("手続きの質問")
"""One that is asked no more."""
WHAT = {
    "button": say("ボタン"),
    "heading": say("見出し"),
    "label": say("項目の名前"),
    "summary": say("押すと開く言葉"),
    "link": say("リンク"),
    "text": say("文章"),
    "name": say("読み上げる人にだけ伝わる言葉"),
}
"""What a message is on its page."""
READ_BACK = "read back"
AMISS, ASKED = say("書き直しを頼むとき"), say("これでよいか、聞くとき")
NOT_FOUND, ONE_OF = say("見つからなかったとき"), say("一つ選ぶとき")
UNSENT, PHOTO = say("つながらず、まだ送れないとき"), say("写真を選んだあと")
WHEN = {
    "as it opens": say("開いたとき"),
    "empty": say("まだ書いていないとき"),
    "filled": say("書いたあと"),
    "editing": say("直すとき"),
    "left empty": AMISS,
    "in error": AMISS,
    "wrong": AMISS,
    "doubted": ASKED,
    "in doubt": ASKED,
    "with doubts": ASKED,
    "found": say("見つかったとき"),
    "not found": NOT_FOUND,
    "nothing found": NOT_FOUND,
    "towns to choose from": ONE_OF,
    "banks to choose from": ONE_OF,
    "branches to choose from": ONE_OF,
    "looked up": say("郵便番号から住所を入れたとき"),
    "holder written in": say("名前を入れておいたとき"),
    "reading not known": say("読み方がわからないとき"),
    "half of the reading known": say("読み方が半分わかるとき"),
    "reading filled in": say("読み方を入れておいたとき"),
    "nobody yet": say("まだ人を足していないとき"),
    "one person": say("人を足したあと"),
    "many people": say("人を足したあと"),
    "the first chosen": PHOTO,
    "every photo kept": PHOTO,
    "dark": say("写真が暗いとき"),
    "blurred": say("写真がぼやけているとき"),
    "languages open": say("言葉の一覧を開いたとき"),
    "another language proposed": say("ほかの言葉をすすめるとき"),
    "the browser can do it": say("ボタンだけで置けるとき"),
    "without a voice": say("声を出せないとき"),
    "unsure": say("まだ確かめていないとき"),
    "not done": say("できなかったとき"),
    "late to arrive": say("担当の課に、まだ届かないとき"),
    "begun by the office": say("役所が手続きを始めたとき"),
    "decided": say("手続きが終わったとき"),
    "at the counter": say("窓口の画面で書くとき"),
    "draft under way": say("書きかけがあるとき"),
    "closed": say("受けつけていないとき"),
    "cut off": say("通信が切れたとき"),
    "as it was kept": UNSENT,
    "not sent yet": UNSENT,
    "asked once more": say("送ったあとで、もう一度聞くとき"),
    "in line": say("待つ人が多いとき"),
    "code shown": say("続きの番号を見せるとき"),
    "explained": say("わかったかを聞いたあと"),
    "changed meanwhile": say("とちゅうで答えが変わったとき"),
    "told when there is an answer": say("知らせを頼んだあと"),
    "taken back": say("取りやめたあと"),
    "ended": say("頼むことを、やめたあと"),
    "link shown": say("入り口を作ったあと"),
    "handed over": say("スマホを本人に渡すとき"),
    "on the other's telephone": say("代わりの人のスマホで開いたとき"),
    "a yes": say("「はい」と答えたあと"),
    "a no": say("「いいえ」と答えたあと"),
    "asked": say("頼んだあと"),
    "asked before": say("前に頼んであるとき"),
    "asked by the office": say("役所が聞いているとき"),
    "sent": say("送ったあと"),
    "answered": say("役所が返事をしたあと"),
    "wiped": say("消したあと"),
    READ_BACK: say("読み返すとき"),
    "together": say("いっしょに読むとき"),
}
"""In which state a page stands, by the first words of its name."""
MORE = "together"
"""The only word after a state's own that changes what is said."""
USED: Mapping[str, str | Say] = {
    "a letter": say("手紙（メール）"),
    "a letter, or where an application stands": say("手紙（メール）か、申し込みの様子"),
    "a paper to print": say("印刷する紙"),
    "what comes of checking a receipt, on a page and at the command line": say("控えを確かめた結果"),
    "said by the voice that reads aloud": say("読み上げる声だけが言う言葉"),
    "an answer that is shown, or what to mend about it": say("答えの見せ方か、直し方の説明"),
    "what to mend or to look at once more": say("直すことや、もう一度見ることの説明"),
    "a page of an error": "うまくいかなかったときの画面",
    "the box that tells whom to call": say("どこに電話するかを伝える所"),
    "a service": say("手続きの説明や質問"),
    "a page": say("画面"),
    "somewhere else": say("ほかの所"),
}
"""What is on no page that was walked past, by the files it is written in."""
