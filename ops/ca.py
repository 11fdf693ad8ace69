"""Writes the root certificate of the gateway's own authority to a file that clients can be told to trust."""

from __future__ import annotations

import hashlib
import os
import ssl
from pathlib import Path

from ops import env_file
from ops.console import ROOT, Failure, guard, say

ROOT_CERTIFICATE = ROOT / "state" / "data" / "gateway" / "caddy" / "pki" / "authorities" / "local" / "root.crt"
DEFAULT_FILE = "student-ca.crt"


def fingerprint(certificate: str) -> str:
    """Return the SHA-256 fingerprint of a certificate in PEM, as other tools show it."""
    digest = hashlib.sha256(ssl.PEM_cert_to_DER_cert(certificate)).hexdigest().upper()
    return ":".join(digest[i : i + 2] for i in range(0, len(digest), 2))


def main() -> None:
    """Write the certificate to FILE.

    Raises:
        Failure: the gateway uses another authority, or has not made its own yet.
    """
    kind = env_file.read().get("GATEWAY_TLS") or "internal"
    if kind != "internal":
        raise Failure(f"GATEWAY_TLS is {kind}: the certificate is not of the gateway's own authority", "trust its CA")
    if not ROOT_CERTIFICATE.exists():
        raise Failure(f"no {ROOT_CERTIFICATE.relative_to(ROOT)}: the gateway makes it at its first start", "make up")
    certificate = ROOT_CERTIFICATE.read_text()
    target = Path(os.environ.get("FILE") or DEFAULT_FILE)
    target.write_text(certificate)
    target.chmod(0o644)
    say(f"   made   {target}, no secret; docs/tls.md says how to trust it")
    say(f"   SHA-256 {fingerprint(certificate)}")


if __name__ == "__main__":
    guard(main)
