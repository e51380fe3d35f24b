"""Delivery, the post office: envelopes, the outbox they wait in, and the ways out. It never sees a case.

Each channel has its way: `mail`, carried by a mail server or as files, `webhook`, and `push`.
May import typesetting, municipalities, templating, storage, security and settings; no other room on its step.
"""
