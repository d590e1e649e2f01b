"""Licences: ids and plain words to SPDX, and what is asked back."""

from __future__ import annotations

import pytest

from builders.lesson.licenses import LicenseProblem, license_named, read_license
from builders.lesson.model import License


@pytest.mark.parametrize(
    ("text", "id", "url"),
    [
        ("CC BY 4.0", "CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("cc-by-sa-3.0", "CC-BY-SA-3.0", "https://creativecommons.org/licenses/by-sa/3.0/"),
        ("CC-BY-SA 3.0 DE", "CC-BY-SA-3.0-DE", "https://creativecommons.org/licenses/by-sa/3.0/de/"),
        ("CC BY-SA 3.0 (Germany)", "CC-BY-SA-3.0-DE", "https://creativecommons.org/licenses/by-sa/3.0/de/"),
        ("Creative Commons Attribution 4.0", "CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
        (
            "Creative Commons Attribution-NonCommercial-NoDerivatives 4.0 International License",
            "CC-BY-NC-ND-4.0",
            "https://creativecommons.org/licenses/by-nc-nd/4.0/",
        ),
        ("Attribution-ShareAlike 2.5", "CC-BY-SA-2.5", "https://creativecommons.org/licenses/by-sa/2.5/"),
        ("CC BY 4", "CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("CC SA BY 4.0", "CC-BY-SA-4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
        ("CC0", "CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("public domain", "PDM-1.0", "https://creativecommons.org/publicdomain/mark/1.0/"),
        ("Public Domain.", "PDM-1.0", "https://creativecommons.org/publicdomain/mark/1.0/"),
        ("US-Gov-PD", "US-Gov-PD", "https://www.usa.gov/government-copyright"),
        ("permission", "LicenseRef-Permission", None),
        ("fair use", "LicenseRef-FairUse", None),
        ("unknown", "unknown", None),
        ("?", "unknown", None),
        (
            "OGL 3.0",
            "OGL-UK-3.0",
            "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
        ),
    ],
)
def test_known(text: str, id: str, url: str | None) -> None:
    found = license_named(text)
    assert found is not None
    assert (found.id, found.url) == (id, url)
    assert license_named(found.id) == found, "the id names the same licence"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("CC BY", ("CC BY 4.0", "CC BY 3.0", "CC BY 2.0")),
        ("CC BY 9.0", ("CC BY 4.0", "CC BY 3.0")),
        ("CC SA 1.0", ("CC BY 4.0", "CC BY-SA 4.0")),
        ("© 2017 A. Person", ("permission", "fair use")),
        ("all rights reserved", ("permission", "fair use")),
        ("found on Google", ()),
        ("", ()),
    ],
)
def test_asked_back(text: str, names: tuple[str, ...]) -> None:
    found = read_license(text)
    assert isinstance(found, LicenseProblem)
    assert found.names == names
    assert all(isinstance(read_license(name), License) for name in names)
