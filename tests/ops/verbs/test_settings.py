"""docs/settings.md equals the output of 'make settings', and has every setting once."""

from __future__ import annotations

from ops.lib import env_file, setting_values
from ops.verbs import settings

EXAMPLE = """# Read by nobody.

# --- read by one ---
# What it is,
# in two lines: <a>|<b>.
GATEWAY_HOST=localhost
# Two together.
GATEWAY_HTTP_PORT=8001
GATEWAY_HTTPS_PORT=443
"""


def test_page_is_committed() -> None:
    assert settings.PAGE.read_text() == settings.page(env_file.EXAMPLE.read_text()), "Fix: make settings"


def test_page_has_every_setting_once() -> None:
    named = [
        name for _, found in settings.groups(env_file.EXAMPLE.read_text()) for one in found for name in one.defaults
    ]
    assert sorted(named) == sorted(env_file.defaults())
    assert set(named) == set(setting_values.KINDS)


def test_page_joins_a_comments_lines() -> None:
    text = settings.page(EXAMPLE)
    assert "| `GATEWAY_HOST` | `localhost` | What it is, in two lines: &lt;a>\\|&lt;b>. | a host's name" in text
    assert (
        "| `GATEWAY_HTTP_PORT`<br>`GATEWAY_HTTPS_PORT` | `8001`<br>`443` | Two together. | a port from 1 to 65535 |"
        in text
    )
