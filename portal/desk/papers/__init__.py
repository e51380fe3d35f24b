"""Papers: what came with a case, as it was sent and large, and the case itself on paper.

May import what `portal.desk` may. Whatever is opened here is a look at the case, and kept like every other.
"""
