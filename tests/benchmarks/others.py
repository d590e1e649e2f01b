"""The programs to compare with, where this machine has them."""

from __future__ import annotations

import shutil
from importlib import import_module
from importlib.util import find_spec
from typing import Any


def pandoc() -> str | None:
    """The program pandoc: pypandoc_binary's, else the system's."""
    if find_spec("pypandoc") is not None:
        try:
            return str(import_module("pypandoc").get_pandoc_path())
        except OSError:  # pypandoc without the program
            pass
    return shutil.which("pandoc")


def typst() -> Any:
    """The package typst, or None."""
    return import_module("typst") if find_spec("typst") is not None else None
