"""Search: a case is found by a name, a birth date or a telephone, though none of them lies open in the database.

Beside each case lie its traces: HMAC-SHA256 of each word, cut to 64 bits, with a key of the town that is kept apart
from the database. A trace is looked for by making it again from what a clerk typed, brought to one plain form.

Who steals the database without the keys learns no name and cannot try names out. They see which cases of one town share
a word without knowing the word or its kind, and so how often each occurs: a very frequent one may be guessed to be a
frequent family name. Nothing joins two towns. Who has the keys as well could open the cases themselves.

May import what `portal.cases` may. `words` says what a case is found by, `traces` keeps it, `typed` understands what a
clerk typed, `found` looks for it, `fill` makes the traces of older cases.
"""
