"""Options and the rule about outside tools: without them a test skips with the reason, in CI it fails."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable

import pytest

REQUIRED = os.environ.get("LESSONPRESS_REQUIRE_TOOLS") == "1"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write goldens and expected diagnostics anew")


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """True when goldens are to be written anew."""
    return bool(request.config.getoption("--update"))


def need(programs: Iterable[str]) -> None:
    """Skip (in CI: fail) unless all these programs are on the PATH."""
    missing = [program for program in programs if shutil.which(program) is None]
    if missing:
        message = f"needs {', '.join(missing)}"
        pytest.fail(message) if REQUIRED else pytest.skip(message)
