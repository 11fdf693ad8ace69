"""Makes the settings and the secrets of this host; never overwrites existing ones."""

from __future__ import annotations

import argparse
import os
import secrets
import ssl
from pathlib import Path

from ops.lib import checkout, cuda, env_file, gpus, host, key_file, overlays, secret_file, settings_check
from ops.lib.check import Check
from ops.lib.console import ROOT, STATE, Failure, guard, say

DATA = STATE / "data"
RECEIVERS = "alert_receivers.yml"
DEBIAN_CA_BUNDLE = "/etc/ssl/certs/ca-certificates.crt"


def _host_settings() -> dict[str, str]:
    """Return the settings that depend on this host."""
    settings = {
        "STUDENT_API_KEY": key_file.new_key(),
        "STACK_USER": host.stack_user(),
    }
    found = gpus.look()
    # Without a GPU one core stays free: the engine's threads wait for each other, and the verifier would hold them up.
    threads = (os.cpu_count() or 1) - (0 if found.gpus else 1)
    settings["LLAMACPP_THREADS"] = str(max(1, min(8, threads)))
    if found.words:
        say(f"   note   the CPU is used, as nvidia-smi fails: {found.words}. Fix: {found.fix}, then make init again")
    added = [overlays.CPU] if not found.gpus else [overlays.CUDA_12] if cuda.needs_overlay(found.gpus) else []
    added += [overlays.IPV6] if host.has_ipv6_loopback() else []
    settings["COMPOSE_FILE"] = ":".join(["compose.yaml", *added])
    bundle = os.environ.get("SSL_CERT_FILE") or ssl.get_default_verify_paths().cafile
    if bundle and bundle != DEBIAN_CA_BUNDLE and not Path(DEBIAN_CA_BUNDLE).exists():
        settings["BUILD_CA_BUNDLE"] = bundle
    return settings


def settings_file(chosen: dict[str, str]) -> dict[str, str]:
    """Return the settings of env/student.env; make the file from the example if it is missing.

    Args:
        chosen: settings that replace the example's and the host's, used only when the file is made.

    Raises:
        Failure: a chosen name is not a setting, or the file has no key or no user.
    """
    if not env_file.ENV_FILE.exists():
        example = env_file.EXAMPLE.read_text()
        if unknown := set(chosen) - set(env_file.parse(example)):
            raise Failure(f"{', '.join(sorted(unknown))} is not a setting", "see env/student.example.env for the names")
        env_file.write_private(env_file.ENV_FILE, env_file.with_values(example, _host_settings() | chosen))
        say("   made   env/student.env with a fresh key")
    elif chosen:
        raise Failure("env/student.env exists and is not overwritten", "edit it, or move it away")
    settings = env_file.read()
    for name, fix in (
        ("STUDENT_API_KEY", "write STUDENT_API_KEY=<the output of 'openssl rand -base64 32'> there, then 'make up'"),
        ("STACK_USER", "write STACK_USER=<uid>:<gid> there, the owner of state/"),
    ):
        if not settings.get(name):
            raise Failure(f"{name} is empty in env/student.env", fix)
    if env_file.ENV_FILE.stat().st_mode & 0o077:
        env_file.ENV_FILE.chmod(0o600)
        say("   fixed  env/student.env: mode 600, since it holds a key")
    return settings


def owners(user: str) -> None:
    """Make the containers' user the owner of the folder models/ and of everything in state/.

    Raises:
        Failure: a file belongs to another user, and this user may not change that.
    """
    uid, gid = (int(part) for part in user.split(":"))
    for path in [STATE, *STATE.rglob("*"), ROOT / "models"]:  # includes models/ for downloads
        status = path.lstat()
        if (status.st_uid, status.st_gid) != (uid, gid):
            try:
                os.chown(path, uid, gid, follow_symlinks=False)
            except PermissionError:
                fix = f"sudo chown -R {user} state && sudo chown {user} models"
                raise Failure(f"{path.relative_to(ROOT)} belongs to uid {status.st_uid}, not {user}", fix) from None


def _refuse(*looked: Check) -> None:
    for check in looked:
        if check.status == "failed":
            raise Failure(f"{check.name}: {check.found}", check.fix)


def main(arguments: list[str] | None = None) -> None:
    """Make what is missing.

    Args:
        arguments: settings as NAME=VALUE for a first set-up; None reads them from the command line.

    Raises:
        Failure: Docker or containers cannot read the folder, or a setting is wrong or missing.
    """
    parser = argparse.ArgumentParser(prog="make init", description=__doc__)
    parser.add_argument("settings", nargs="*", metavar="NAME=VALUE", help="replaces the example's value")
    pairs = parser.parse_args(arguments).settings
    if wrong := [pair for pair in pairs if "=" not in pair]:
        raise Failure(f"{wrong[0]!r} is not a setting", "write each setting as NAME=VALUE")
    _refuse(checkout.path(ROOT), checkout.link(ROOT))
    settings = settings_file(dict(pair.split("=", 1) for pair in pairs))
    settings_check.required()
    _refuse(checkout.modes(ROOT, settings["STACK_USER"]))
    for name in ("gateway", "engine", "prometheus", "grafana", "metrics"):
        (DATA / name).mkdir(parents=True, exist_ok=True)
    (STATE / "certs").mkdir(exist_ok=True)
    STATE.chmod(0o700)
    secret_file.ensure("engine_key", key_file.new_key())
    secret_file.ensure("grafana_password", secrets.token_urlsafe(24))
    if overlays.DOWNLOAD in overlays.used(settings):
        secret_file.ensure("hub_token", "")  # is empty until the operator of a gated model fills it
    if overlays.ALERTING in overlays.used(settings) and not (secret_file.FOLDER / RECEIVERS).exists():
        fix = f"install -m 600 prometheus/alertmanager/receivers.example.yml state/secrets/{RECEIVERS}, then edit that"
        raise Failure(
            f"{overlays.ALERTING} is used, and there is no state/secrets/{RECEIVERS}: nobody gets alerts", fix
        )
    secret_file.tidy()
    key_file.ensure_client(settings["STUDENT_API_KEY"])
    owners(settings["STACK_USER"])


if __name__ == "__main__":
    guard(main)
