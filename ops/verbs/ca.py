"""Writes the root certificate of the gateway's own authority to a file for clients to trust."""

from __future__ import annotations

import hashlib
import os
import ssl
from pathlib import Path

from ops.lib import env_file
from ops.lib.console import ROOT, Failure, guard, say
from ops.lib.gateway import CA_FILE, ROOT_CERTIFICATE


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
        what = f"GATEWAY_TLS is {kind}: the certificate was not issued by the gateway's own authority"
        raise Failure(what, "trust the CA that issued it")
    if not ROOT_CERTIFICATE.exists():
        raise Failure(f"no {ROOT_CERTIFICATE.relative_to(ROOT)}: the gateway makes it at its first start", "make up")
    certificate = ROOT_CERTIFICATE.read_text()
    target = Path(os.environ.get("FILE") or CA_FILE)
    target.write_text(certificate)
    target.chmod(0o644)
    say(f"   made   {target}; it is not secret. docs/tls.md says how to trust it")
    say(f"   SHA-256 {fingerprint(certificate)}")


if __name__ == "__main__":
    guard(main)
