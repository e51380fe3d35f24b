"""Work: what a clerk does about a case, so that two of them never overwrite each other, and what they should know.

May import what `portal.cases` may. Who does something says which `revision` of the case they have seen (`hold`): when
it has changed since, nothing is done and they are shown the case as it is now. `acts` is what one does about one case,
`many` approves what is clean; `deeds` keeps who did what, `notes` what clerks write to each other; `timeline` tells it
all in order; `beside` finds the same person, household, home or account.
"""
