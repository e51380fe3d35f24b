"""Talk: office and resident about a case, beside the office's messages: answers, papers, and the wish to be called.

May import what `portal.cases` may. Whoever writes or wants to be called is waited for by the office from then on: the
case's turn says so (`waiting`) until a clerk has read it (`replies`) or spoken with them (`calls`). `questions` has a
polite question ready for each doubt, `script` what to say on the telephone.
"""
