"""Own: what a town has changed itself at the desk, version by version, and the town as it stands by that.

A change names values of one part of the town (its contacts, its days, a department, …). What a change names is as the
desk has said it, whatever the file says later; all else is as the file says, now and later.
"""
