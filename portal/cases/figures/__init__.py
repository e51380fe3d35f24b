"""Figures: how many applications of a service came, how, and what became of them, day by day; never of whom.

May import what `portal.cases` may. `count` walks the events of a town and adds to the `tally`, away from the residents;
`hidden` says which numbers are too small to be shown, `spread` how long answers take.
"""
