"""reportlab's TrueType code, imported so that nothing outside of the program can change it.

While it is imported reportlab executes files of the home folder (~/.reportlab_settings, ~/.reportlab_mods), modules of
those names anywhere on the path, and reads RL_* of the environment. None of that reaches it from here; settings that
shape a subset font are put right even when something else imported reportlab first.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from types import ModuleType

_EXECUTED = ("reportlab_mods", "reportlab_settings")


@cache
def ttfonts() -> ModuleType:
    """The module reportlab.pdfbase.ttfonts."""
    strangers = {name: value for name, value in os.environ.items() if name.startswith("RL_")}
    for name in strangers:
        del os.environ[name]
    for name in _EXECUTED:
        sys.modules.setdefault(name, ModuleType(name))
    try:
        from reportlab import rl_config
        from reportlab.pdfbase import ttfonts as module
    finally:
        os.environ.update(strangers)
    rl_config.allowTTFSubsetting = []
    rl_config.autoGenerateMissingTTFName = 0
    result: ModuleType = module
    return result
