"""The service worker's side of the server: its script, and static files of builds that were replaced.

Part of web; may import whatever that may.
"""
