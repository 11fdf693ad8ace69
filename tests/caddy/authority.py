"""A certificate authority of the tests' own, made with the openssl command."""

from __future__ import annotations

import shutil
import ssl
import subprocess
from pathlib import Path

EC = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2")


def _request(*arguments: str) -> None:
    subprocess.run(["openssl", "req", "-x509", *EC, *arguments], check=True, capture_output=True)


class Authority:
    """Issues certificates that only its ``root`` verifies."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.root, self._key = folder / "ca.pem", folder / "ca.key"
        usage = ("-addext", "basicConstraints=critical,CA:TRUE", "-addext", "keyUsage=critical,keyCertSign")
        _request("-subj", "/CN=authority of the tests", *usage, "-keyout", str(self._key), "-out", str(self.root))

    def issue(self, name: str, into: Path) -> None:
        """Write ``cert.pem`` and ``key.pem``, each atomically by renaming, like an operator's tool."""
        fresh = [self.folder / "cert.pem", self.folder / "key.pem"]
        issuer = ("-CA", str(self.root), "-CAkey", str(self._key))
        names = ("-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name}")
        leaf = ("-addext", "basicConstraints=critical,CA:FALSE")
        _request(*issuer, *names, *leaf, "-keyout", str(fresh[1]), "-out", str(fresh[0]))
        for path in fresh:
            path.chmod(0o600)
            shutil.move(path, into / path.name)

    def trusted(self) -> ssl.SSLContext:
        """Return a context that trusts this authority alone."""
        return ssl.create_default_context(cafile=str(self.root))
