"""Cases: what was sent, frozen with the words it was asked with; where it stands; the letters about it.

May import delivery, accounts and everything below; never journey, web or a door.
"""
