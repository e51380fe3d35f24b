"""Processes: what speaks outside the server, so that neither its memory nor its visitors wait for a voice.

`pool` bounds how many there are and how many may wait; `worker` and `espeak_child` are what runs inside. May import
its siblings in speech and below.
"""
