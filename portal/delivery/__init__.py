"""Delivery, the post office: envelopes, the outbox they wait in, and the ways out. It never sees a case.

May import templating, storage, security and settings; no other room on its step.
"""
