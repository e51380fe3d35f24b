"""Bounces: letters that a mail server took and that came back all the same, read from the mailbox they return to.

May import what `portal.delivery` may.
"""
