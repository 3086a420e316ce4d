"""Check that each package of CycloneDX lists has a licence that somebody has looked at, and say what there is.

The moment and the random number of a list are taken out, so that the same packages give the same bytes.

    python scripts/setup/sbom.py LIST.cdx.json…

All of these may be used, changed and passed on; MPL and EPL ask for the sources of changed files only, and nothing is
changed.
"""

from __future__ import annotations

import collections
import json
import re
import sys
from pathlib import Path
from typing import Any

KNOWN = (
    r"MIT(-0)?|MIT License|The MIT License( \(MIT\))?|BSD([ -][023]-Clause)?( License)?|0BSD|BSD License|ISC( License.*)?|"
    r"Apache([ -]| License,? )?(Version )?2(\.0)?|Apache Software License|Apache-2\.0|PSF-2\.0|Python-2\.0|"
    r"Python Software Foundation License|MPL[ -]2\.0|Mozilla Public License 2\.0 \(MPL 2\.0\)|Unlicense|"
    r"The Unlicense \(Unlicense\)|BlueOak-1\.0\.0|CC0-1\.0|CC-BY-4\.0|Zlib|EPL-2\.0|GPL-3\.0-or-later"
)
_FITS = re.compile(KNOWN)
_CHOICE = re.compile(r"\s+(?:OR|AND|WITH)\s+|[()]")
_CLASSIFIER = "License :: OSI Approved :: "
# What a package forgot to declare, and where it says so all the same.
SAID_ELSEWHERE = {"khroma": "MIT"}  # its file `license`
OURS = frozenset({"handbook", "handbook-frontend"})


def main(paths: list[str]) -> int:
    """Print the licences with their numbers; 1 when a package has none that is known."""
    counted: collections.Counter[str] = collections.Counter()
    strange = []
    for path in paths:
        for component in _settled(Path(path)).get("components", []):
            if component["name"] in OURS:
                continue
            names = _licences(component)
            counted.update(names[:1])
            if not any(_is_known(name) for name in names):
                strange.append(
                    f"{component['name']} {component.get('version', '')}：{'、'.join(names) or '没有写许可证'}"
                )
    for name, number in counted.most_common():
        sys.stdout.write(f"{number:4} {name}\n")
    for line in strange:
        sys.stderr.write(f"没有核对过的许可证：{line}\n")
    return 1 if strange else 0


def _settled(path: Path) -> dict[str, Any]:
    """A list, rewritten without what differs from run to run."""
    bom: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    bom.pop("serialNumber", None)
    bom.get("metadata", {}).pop("timestamp", None)
    path.write_text(json.dumps(bom, ensure_ascii=False, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    return bom


def _licences(component: dict[str, Any]) -> list[str]:
    elsewhere = SAID_ELSEWHERE.get(str(component["name"]))
    found = [elsewhere] if elsewhere else []
    for entry in component.get("licenses") or []:
        licence = entry.get("license", {})
        found += filter(None, (licence.get("id"), entry.get("expression"), licence.get("name")))
    return [name.removeprefix(_CLASSIFIER) for name in found]


def _is_known(name: str) -> bool:
    """True for a known licence, and for an expression of known ones."""
    parts = [part.strip() for part in _CHOICE.split(name) if part.strip()]
    return bool(_FITS.fullmatch(name)) or (bool(parts) and all(map(_FITS.fullmatch, parts)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
