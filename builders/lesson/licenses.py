"""Licences: an SPDX id or plain words in, a `License` or what is wrong with the words out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from builders.lesson.model import License

UNKNOWN = License("unknown", "licence not stated", None)
PUBLIC_DOMAIN = License("PDM-1.0", "Public domain", "https://creativecommons.org/publicdomain/mark/1.0/")
CC0 = License("CC0-1.0", "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/")
US_GOVERNMENT = License(
    "US-Gov-PD", "Public domain (US government work)", "https://www.usa.gov/government-copyright"
)
PERMISSION = License("LicenseRef-Permission", "Used with permission", None)
FAIR_USE = License("LicenseRef-FairUse", "Fair use", None)
NO_KNOWN = License(
    "LicenseRef-NoKnownCopyright",
    "No known copyright restrictions",
    "https://rightsstatements.org/vocab/NKC/1.0/",
)

NEEDS_BASIS = frozenset({PUBLIC_DOMAIN.id, PERMISSION.id, FAIR_USE.id})
"""Ids that say nothing without `basis`: why it is public domain, who permitted it, why the use is fair."""

_FIXED = {
    UNKNOWN: "unknown|not known|none known|unclear|?|n/a|na|no licence|no license",
    PUBLIC_DOMAIN: "pdm-1.0|pdm 1.0|pdm|public domain mark 1.0|public domain mark|public domain|pd|in the public domain"
    "|the public domain|dominio público|domaine public|gemeinfrei|общественное достояние",
    CC0: "cc0-1.0|cc0 1.0|cc0|cc zero|creative commons zero|cc0 1.0 universal|creative commons zero 1.0",
    US_GOVERNMENT: "us-gov-pd|us government work|u.s. government work|us government public domain|pd-usgov"
    "|public domain us government|work of the us government|us federal government work",
    PERMISSION: "licenseref-permission|permission|with permission|used with permission|by permission"
    "|used by permission",
    FAIR_USE: "licenseref-fairuse|fair use|fairuse|fair dealing",
    NO_KNOWN: "licenseref-noknowncopyright|no known copyright restrictions|no known restrictions|no known copyright"
    "|no known restrictions on publication",
    License("GFDL-1.2-or-later", "GNU FDL 1.2 or later", "https://www.gnu.org/licenses/old-licenses/fdl-1.2.html"):
        "gfdl-1.2-or-later|gfdl 1.2 or later|gfdl 1.2|gfdl-1.2|gnu fdl 1.2|gnu free documentation license 1.2|gfdl",
    License("GFDL-1.3-or-later", "GNU FDL 1.3 or later", "https://www.gnu.org/licenses/fdl-1.3.html"):
        "gfdl-1.3-or-later|gfdl 1.3 or later|gfdl 1.3|gfdl-1.3|gnu fdl 1.3|gnu free documentation license 1.3",
    License(
        "OGL-UK-3.0",
        "OGL 3.0",
        "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    ): "ogl-uk-3.0|ogl 3.0|ogl v3.0|ogl3|open government licence 3.0|open government licence v3.0"
    "|open government licence",
    License("etalab-2.0", "Licence Ouverte 2.0", "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"):
        "etalab-2.0|licence ouverte 2.0|licence ouverte|open licence 2.0|etalab",
    License("LAL-1.3", "Free Art License 1.3", "https://artlibre.org/licence/lal/en/"):
        "lal-1.3|free art license 1.3|free art license|free art licence|licence art libre",
    License("MIT", "MIT", "https://opensource.org/license/mit"): "mit|mit license|mit licence",
    License("Apache-2.0", "Apache 2.0", "https://www.apache.org/licenses/LICENSE-2.0"):
        "apache-2.0|apache 2.0|apache license 2.0",
}  # fmt: skip
_BY_NAME = {name: license for license, names in _FIXED.items() for name in names.split("|")}

_VERSIONS = ("1.0", "2.0", "2.1", "2.5", "3.0", "4.0")
_COUNTRY = {
    "germany": "de", "deutschland": "de", "france": "fr", "spain": "es", "españa": "es", "austria": "at",
    "netherlands": "nl", "poland": "pl", "united states": "us", "united kingdom": "uk", "international": "",
    "unported": "", "generic": "", "igo": "igo",
}  # fmt: skip
_CREATIVE_COMMONS = re.compile(
    r"(?:cc|creative commons)[ -]?(?P<terms>(?:by|nc|nd|sa)(?:[ -]+(?:by|nc|nd|sa))*)"
    r"(?:[ -]+v?(?P<version>\d(?:\.\d)?))?(?:[ -]+(?P<country>[a-z]{2}|igo))?"
)
_WORDS = (
    (re.compile(r"\b(?:licen[cs]e[ds]?|under|a|the|deed|attribution required)\b"), " "),
    (re.compile(r"attribution"), "by"),
    (re.compile(r"non[ -]?commercial"), "nc"),
    (re.compile(r"no[ -]?deriv(?:ative)?s?(?: works)?"), "nd"),
    (re.compile(r"share[ -]?alike"), "sa"),
)
TERMS = (("by",), ("by", "sa"), ("by", "nd"), ("by", "nc"), ("by", "nc", "sa"), ("by", "nc", "nd"))


@dataclass(frozen=True, slots=True)
class LicenseProblem:
    """Why words name no licence, and the names that were perhaps meant; `of_versions` when only the version lacks."""

    message: str
    names: tuple[str, ...] = ()
    of_versions: bool = False


def forbids_changes(license: License) -> bool:
    """Whether the work may only be passed on as it is (NoDerivatives): not even cropped."""
    return "-ND-" in license.id


def license_named(text: str) -> License | None:
    """The licence that an SPDX id or plain words name, or None."""
    found = read_license(text)
    return found if isinstance(found, License) else None


def read_license(text: str) -> License | LicenseProblem:
    """Read an SPDX id or plain words such as "CC BY-SA 3.0 DE" or "Creative Commons Attribution 4.0"."""
    words = " ".join(text.casefold().split()).strip(" .,;()")
    if words in _BY_NAME:
        return _BY_NAME[words]
    found = _creative_commons(words)
    if found is not None:
        return found
    if re.search(r"©|\bcopyright\b|all rights reserved", words):
        return LicenseProblem(
            "A copyright notice is not a licence. If its holder allowed this use, write “permission” and add "
            "`basis`; if you rely on fair use, write “fair use” and add `basis`.",
            ("permission", "fair use"),
        )
    return LicenseProblem(
        "This licence isn't known here; write for example CC BY 4.0, CC BY-SA 3.0, CC0, public domain (with `basis`), "
        "permission (with `basis`) or unknown."
    )


def _creative_commons(words: str) -> License | LicenseProblem | None:
    if not words.startswith(("cc", "creative commons", "attribution")):
        return None
    text = words if not words.startswith("attribution") else f"cc {words}"
    for pattern, short in _WORDS:
        text = pattern.sub(short, text)
    for country, code in _COUNTRY.items():
        text = text.replace(country, code)
    text = re.sub(r"[ _/,()]+", " ", text).strip(" -")
    text = re.sub(r" *- *", "-", text)
    found = _CREATIVE_COMMONS.fullmatch(text)
    if found is None:
        return None
    terms = tuple(sorted(re.split("[ -]+", found["terms"]), key=("by", "nc", "nd", "sa").index))
    if terms not in TERMS:
        return LicenseProblem(
            f"Creative Commons has no licence “{' '.join(terms).upper()}”.", ("CC BY 4.0", "CC BY-SA 4.0")
        )
    name = "CC " + "-".join(terms).upper()
    version = found["version"]
    if version is None:
        return LicenseProblem(
            f"“{name}” lacks its version; it stands beside the picture where you found it.",
            (f"{name} 4.0", f"{name} 3.0", f"{name} 2.0"),
            of_versions=True,
        )
    version = version if "." in version else f"{version}.0"
    if version not in _VERSIONS:
        return LicenseProblem(f"“{name}” has no version {version}.", (f"{name} 4.0", f"{name} 3.0"))
    country = found["country"] or ""
    path = f"{'-'.join(terms)}/{version}/" + (f"{country}/" if country else "")
    return License(
        f"CC-{'-'.join(terms).upper()}-{version}" + (f"-{country.upper()}" if country else ""),
        f"{name} {version}" + (f" {country.upper()}" if country else ""),
        f"https://creativecommons.org/licenses/{path}",
    )
