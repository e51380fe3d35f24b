"""`python -m a11y.webkit`: WebKit alone, on a server of its own; 1 when anything was found or a fault was missed."""

from pathlib import Path
from tempfile import TemporaryDirectory

from a11y import webkit
from tests.serving import Server, serving

with TemporaryDirectory() as folder, serving(Server(Path(folder))) as server:
    seen = webkit.run(server.address)
for finding in sorted(set(seen.findings)):
    print(f"{finding.check}: {finding.page} [{finding.variant}]: {finding.what}")
for fault in seen.faults:
    print(f"{'caught' if fault.caught else 'MISSED'}  {fault.fault} → {fault.check}")
raise SystemExit(bool(seen.findings) or not all(fault.caught for fault in seen.faults))
