from __future__ import annotations

import pytest

from tests.caddy.gateway_box import go_build
from tests.conftest import ROOT

pytestmark = pytest.mark.docker


@pytest.mark.proves("security/key-guessing", "security/hostile-bodies")
def test_go_modules_pass_their_tests() -> None:
    go_build("--target=test", str(ROOT / "caddy"))
