"""A time stamping authority on this machine: a root, a certificate under it, and openssl's own `ts -reply`."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

CONFIG = """[ts]
serial = {folder}/serial
signer_cert = {folder}/stamp.pem
signer_key = {folder}/stamp.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
"""


def made(folder: Path, now: datetime) -> Path:
    """The authority's files; gives the PEM file of its root."""
    folder.mkdir()
    root_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    root = _certificate("root", "root", (root_key.public_key(), root_key), now)
    stamp = _certificate("stamp", "root", (key.public_key(), root_key), now)
    (folder / "root.pem").write_bytes(root.public_bytes(Encoding.PEM))
    (folder / "stamp.pem").write_bytes(stamp.public_bytes(Encoding.PEM))
    (folder / "stamp.key").write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    (folder / "serial").write_text("01\n")
    (folder / "ts.conf").write_text(CONFIG.format(folder=folder))
    return folder / "root.pem"


def _certificate(
    name: str, issuer: str, keys: tuple[ec.EllipticCurvePublicKey, ec.EllipticCurvePrivateKey], now: datetime
) -> x509.Certificate:
    ours, theirs = (x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, one)]) for one in (name, issuer))
    is_root, begun = name == issuer, now - timedelta(days=1)
    made = x509.CertificateBuilder(
        theirs, ours, keys[0], x509.random_serial_number(), begun, now + timedelta(days=3650)
    )
    made = made.add_extension(x509.BasicConstraints(ca=is_root, path_length=None), critical=True)
    if not is_root:
        made = made.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
    return made.sign(keys[1], hashes.SHA256())


@contextmanager
def stamping(folder: Path) -> Iterator[str]:
    """The authority's address while it answers."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            query = folder / "query.tsq"
            query.write_bytes(self.rfile.read(int(self.headers["Content-Length"])))
            command = ["openssl", "ts", "-reply", "-config", folder / "ts.conf", "-section", "ts", "-queryfile", query]
            reply = subprocess.run([*map(str, command)], capture_output=True, check=True).stdout
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.end_headers()
            self.wfile.write(reply)

        def log_message(self, *_words: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
