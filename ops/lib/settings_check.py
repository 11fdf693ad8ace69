"""Checks env/student.env against the example of this version, and settings against each other."""

from __future__ import annotations

import difflib
import itertools
import re
from collections.abc import Iterator, Mapping

from ops.lib import env_file, env_grammar, overlays, setting_values
from ops.lib.check import Check
from ops.lib.console import ROOT, Failure
from ops.lib.engine_memory import CONTEXT

NAME = "settings"
RETIRED = {
    "HF_TOKEN": "the hub's token is read from state/secrets/hub_token",
    "HUGGING_FACE_HUB_TOKEN": "the hub's token is read from state/secrets/hub_token",
    "GATEWAY_MAX_IN_FLIGHT": "ENGINE_MAX_REQUESTS is read for it",
    "GATEWAY_PUBLIC": "compose/public.yaml in COMPOSE_FILE sets it",
    "GATEWAY_AUTHORITY": "make kubernetes sets it",
    "GATEWAY_ENGINE_HOST": "every engine is reached as engine",
    "GATEWAY_ENGINE_PORT": "every engine is reached at port 8000",
}
"""Names that nothing reads from env/student.env, with their replacements."""
OF_COMPOSE = {
    "COMPOSE_ANSI",
    "COMPOSE_BAKE",
    "COMPOSE_HTTP_TIMEOUT",
    "COMPOSE_IGNORE_ORPHANS",
    "COMPOSE_MENU",
    "COMPOSE_PARALLEL_LIMIT",
    "COMPOSE_PROGRESS",
    "COMPOSE_REMOVE_ORPHANS",
    "COMPOSE_STATUS_STDOUT",
}
"""Further names that Compose itself reads from its env file, and that do not change the stack."""
PORTS = ("GATEWAY_HTTP_PORT", "GATEWAY_HTTPS_PORT", "PROMETHEUS_PORT", "GRAFANA_PORT")


def _failed(what: str, fix: str) -> Check:
    return Check(NAME, "failed", what, fix)


def checks() -> list[Check]:
    """Return a check for each fault of env/student.env, or one check that it is good."""
    if not env_file.ENV_FILE.exists():
        return [Check(NAME, "n/a", "none yet: 'make init' makes env/student.env")]
    try:
        lines = env_grammar.read(env_file.text_of(env_file.ENV_FILE))
    except env_grammar.BadLine as error:
        return [_failed(f"env/student.env line {error.number}: {error.what}", error.fix)]
    except Failure as error:
        return [_failed(error.what, error.fix)]
    found = [*_values(lines), *_names(lines)]
    if not any(check.status == "failed" for check in found):
        found += between(env_file.read())
    ok = Check(NAME, "ok", f"{len(lines)} in env/student.env, all of them read by this version")
    return found if any(check.status == "failed" for check in found) else [ok, *found]


def _values(lines: list[env_grammar.Line]) -> Iterator[Check]:
    for line in lines:
        if fault := setting_values.fault(line.name, line.value):
            what = f"env/student.env line {line.number}: {line.name} {fault}"
            yield _failed(what, f"correct it; the example has {env_file.defaults()[line.name] or 'nothing'}")


def _names(lines: list[env_grammar.Line]) -> Iterator[Check]:
    here, known = {line.name: line for line in lines}, env_file.defaults()
    missing = [name for name in known if name not in here]
    for name in missing:
        if known[name]:
            yield _failed(f"{name} is not in env/student.env", f"add {name}={known[name]}")
    if empty := [name for name in missing if not known[name]]:
        yield Check(NAME, "n/a", f"not in env/student.env, and so empty: {', '.join(empty)}")
    elsewhere = of_files(here["COMPOSE_FILE"].value if "COMPOSE_FILE" in here else "compose.yaml")
    for name in here.keys() - known.keys() - OF_COMPOSE - elsewhere:
        where = f"env/student.env line {here[name].number}: {name}"
        if name in RETIRED:
            yield _failed(f"{where} is not a setting: {RETIRED[name]}", "delete the line")
        elif near := difflib.get_close_matches(name.upper(), known, 1, 0.7):
            yield _failed(f"{where} is not read", f"write {near[0]} for it, or delete the line")
        else:
            yield _failed(f"{where} is not read", "delete the line, or put a # before it")


def of_files(compose_file: str) -> set[str]:
    """Return every word in capitals of the Compose files in use, since an operator's overlay may read a name."""
    paths = [ROOT / name for name in compose_file.split(":") if (ROOT / name).is_file()]
    return {word for path in paths for word in re.findall(r"[A-Z][A-Z0-9_]+", path.read_text(errors="replace"))}


def between(settings: Mapping[str, str]) -> list[Check]:
    """Return a check for each pair of settings that contradict each other.

    Args:
        settings: with valid values.
    """
    found = [
        _failed(f"COMPOSE_FILE names {name}, which does not exist", "correct COMPOSE_FILE in env/student.env")
        for name in overlays.used(settings)
        if not (ROOT / name).is_file()
    ]
    defaults = env_file.defaults()
    student = int(settings["STUDENT_MAX_TOKENS"] or defaults["STUDENT_MAX_TOKENS"])
    bound = int(settings["GATEWAY_MAX_TOKENS"] or defaults["GATEWAY_MAX_TOKENS"])
    if bound and student > bound:
        what = f"STUDENT_MAX_TOKENS is {student}, and the gateway refuses more than GATEWAY_MAX_TOKENS, {bound}"
        found.append(_failed(what, f"set STUDENT_MAX_TOKENS={bound}, or raise GATEWAY_MAX_TOKENS"))
    longest, which = (bound, "GATEWAY_MAX_TOKENS") if bound else (student, "STUDENT_MAX_TOKENS")
    for engine in set(settings["COMPOSE_PROFILES"].split(",")) & CONTEXT.keys():
        context = int(settings[CONTEXT[engine]])
        if longest >= context:
            what = f"{which} is {longest}, and {CONTEXT[engine]}, {context}, leaves no room for a prompt"
            found.append(_failed(what, f"set {which} to less, such as {context // 2}, or raise {CONTEXT[engine]}"))
        if engine == "tgi" and int(settings["TGI_MAX_INPUT_TOKENS"]) >= context:
            what = (
                f"TGI_MAX_INPUT_TOKENS is {settings['TGI_MAX_INPUT_TOKENS']}, not under TGI_MAX_TOTAL_TOKENS, {context}"
            )
            found.append(_failed(what, f"set TGI_MAX_INPUT_TOKENS={context * 3 // 4}"))
    ports = [*PORTS, *(["GATEWAY_PUBLIC_HTTP_PORT"] if overlays.PUBLIC in overlays.used(settings) else [])]
    return found + [
        _failed(f"{other} and {name} are both {settings[name]}", f"give {name} another port")
        for other, name in itertools.combinations(ports, 2)
        if settings[name] == settings[other]
    ]


def required() -> None:
    """Refuse an env/student.env without a setting that Compose would treat as empty.

    Raises:
        Failure: at least one is missing.
    """
    here = env_file.read()
    read = {
        name
        for file in overlays.used(here)
        if (ROOT / file).is_file()
        for name in re.findall(r"\$\{([A-Z][A-Z0-9_]*)\}", (ROOT / file).read_text(errors="replace"))
    }
    missing = [f"{name}={value}" for name, value in env_file.defaults().items() if name in read - here.keys() and value]
    if missing:
        one = "settings are" if len(missing) > 1 else "setting is"
        fix = f"add {', '.join(missing)} there, or 'make upgrade' does it"
        raise Failure(f"{len(missing)} {one} missing in env/student.env, and Compose treats them as empty", fix)
