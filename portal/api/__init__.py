"""The doors for machines: other systems of a town hall (v1), and those who watch over this one (health).

May import web and everything below; never another door.
"""
