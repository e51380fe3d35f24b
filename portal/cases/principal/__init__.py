"""Principal: the person an application is about, where somebody else sent it: their way in, their word, how it stands.

May import what `portal.cases` may.
"""
