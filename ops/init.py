"""Makes the settings and the secrets of this host; what is there already is never overwritten."""

from __future__ import annotations

import argparse
import os
import secrets
import ssl
from pathlib import Path

from ops import env_file, key_file, preflight
from ops.console import ROOT, Failure, guard, say

STATE = ROOT / "state"
SECRETS = STATE / "secrets"
DATA = STATE / "data"
SERVICE_USER = 65532  # 'nonroot' in distroless images: containers of a stack that root set up
DEBIAN_CA_BUNDLE = "/etc/ssl/certs/ca-certificates.crt"


def _host_settings() -> dict[str, str]:
    """Return the settings that depend on this host."""
    uid, gid = (os.getuid(), os.getgid()) if os.getuid() else (SERVICE_USER, SERVICE_USER)
    settings = {
        "STUDENT_API_KEY": key_file.new_key(),
        "STACK_USER": f"{uid}:{gid}",
        "LLAMACPP_THREADS": str(min(8, os.cpu_count() or 1)),
    }
    if not preflight.gpu_names():
        settings["COMPOSE_FILE"] = f"compose.yaml:{preflight.CPU_OVERLAY}"
    bundle = os.environ.get("SSL_CERT_FILE") or ssl.get_default_verify_paths().cafile
    if bundle and bundle != DEBIAN_CA_BUNDLE and not Path(DEBIAN_CA_BUNDLE).exists():
        settings["BUILD_CA_BUNDLE"] = bundle
    return settings


def settings_file(chosen: dict[str, str]) -> dict[str, str]:
    """Return the settings of env/student.env, making the file from the example where it is missing.

    Args:
        chosen: settings that replace the example's and the host's, used only when the file is made.

    Raises:
        Failure: a chosen name is not a setting, or the file has an empty key or no user.
    """
    if not env_file.ENV_FILE.exists():
        example = env_file.EXAMPLE.read_text()
        if unknown := set(chosen) - set(env_file.parse(example)):
            raise Failure(f"{', '.join(sorted(unknown))} is no setting", "see env/student.example.env for the names")
        env_file.write_private(env_file.ENV_FILE, env_file.with_values(example, _host_settings() | chosen))
        say("   made   env/student.env with a fresh key")
    elif chosen:
        raise Failure("env/student.env is there already and is not overwritten", "edit it, or move it away")
    settings = env_file.read()
    for name, fix in (
        ("STUDENT_API_KEY", "write STUDENT_API_KEY=<the output of 'openssl rand -base64 32'> there, then 'make up'"),
        ("STACK_USER", "write STACK_USER=<uid>:<gid> there, the owner of state/"),
    ):
        if not settings.get(name):
            raise Failure(f"{name} is empty in env/student.env", fix)
    if env_file.ENV_FILE.stat().st_mode & 0o077:
        env_file.ENV_FILE.chmod(0o600)
        say("   mended env/student.env: mode 600, it holds a key")
    return settings


def _secret(path: Path, text: str) -> None:
    if not path.exists():
        env_file.write_private(path, text)
        say(f"   made   {path.relative_to(ROOT)}")


def owners(user: str) -> None:
    """Give everything in state/ to the containers' user, with no access for others, and the folder models/.

    Raises:
        Failure: a file belongs to somebody else and this user may not change that.
    """
    uid, gid = (int(part) for part in user.split(":"))
    for path in [STATE, *STATE.rglob("*"), ROOT / "models"]:  # models/: what is fetched goes there
        status = path.lstat()
        if (status.st_uid, status.st_gid) != (uid, gid):
            try:
                os.chown(path, uid, gid, follow_symlinks=False)
            except PermissionError:
                fix = f"sudo chown -R {user} state && sudo chown {user} models"
                raise Failure(f"{path.relative_to(ROOT)} belongs to uid {status.st_uid}, not {user}", fix) from None


def main(arguments: list[str] | None = None) -> None:
    """Make what is missing.

    Args:
        arguments: settings as NAME=VALUE for a first set-up; None takes them from the command line.
    """
    parser = argparse.ArgumentParser(prog="make init", description=__doc__)
    parser.add_argument("settings", nargs="*", metavar="NAME=VALUE", help="replaces the example's value")
    pairs = parser.parse_args(arguments).settings
    if wrong := [pair for pair in pairs if "=" not in pair]:
        raise Failure(f"{wrong[0]!r} is not a setting", "NAME=VALUE")
    settings = settings_file(dict(pair.split("=", 1) for pair in pairs))
    for name in ("gateway", "engine", "prometheus", "grafana"):
        (DATA / name).mkdir(parents=True, exist_ok=True)
    (STATE / "certs").mkdir(exist_ok=True)
    STATE.chmod(0o700)
    _secret(SECRETS / "engine_key", key_file.new_key() + "\n")
    _secret(SECRETS / "grafana_password", secrets.token_urlsafe(24) + "\n")
    if preflight.DOWNLOAD_OVERLAY in settings["COMPOSE_FILE"]:
        _secret(SECRETS / "hub_token", "")  # empty: for a gated model the operator writes a token there
    key_file.ensure_client(settings["STUDENT_API_KEY"])
    owners(settings["STACK_USER"])


if __name__ == "__main__":
    guard(main)
