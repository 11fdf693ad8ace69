from __future__ import annotations

import pytest

from tests.caddy.gateway_box import go_build
from tests.conftest import ROOT

pytestmark = pytest.mark.docker


def test_the_gateways_own_modules_pass_their_go_tests() -> None:
    go_build("--target=test", str(ROOT / "caddy"))
