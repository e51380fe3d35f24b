"""Processes: work apart from the server, whose memory comes back when it ends and whose fall takes nobody along.

May import nothing of the house.
"""
