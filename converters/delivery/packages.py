"""What a site is built with: a bill of materials in CycloneDX's form, of the packages installed here."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution

OWN = "referat"
FORM = {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1}
_REQUIRED = re.compile(r"(?P<name>[A-Za-z0-9][\w.-]*)\s*(?:\[(?P<extras>[^\]]*)\])?(?P<rest>.*)")
_EXTRA = re.compile(r"""\bextra\s*==\s*['"](?P<extra>[^'"]+)['"]""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A package that is installed here, and the names of those it needs."""

    of: Distribution
    needs: tuple[str, ...]

    @property
    def address(self) -> str:
        """Its name and version as programs that look for flaws know them."""
        return f"pkg:pypi/{_plain(self.of.metadata['Name'])}@{self.of.version}"


def bill_of_materials() -> str:
    """Everything that Referat needs and has here, as JSON; the same packages give the same bytes."""
    found: dict[str, Package] = {}
    _find(OWN, (), found)
    own = found.pop(OWN)
    others = [found[name] for name in sorted(found)]
    whole = {
        **FORM,
        "metadata": {"component": _component(own, kind="application")},
        "components": [_component(one, kind="library") for one in others],
        "dependencies": [
            {
                "ref": one.address,
                "dependsOn": sorted(found[name].address for name in one.needs if name in found),
            }
            for one in (own, *others)
        ],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _find(name: str, extras: Collection[str], found: dict[str, Package]) -> None:
    """Find a package and all that it needs; what is for other machines is not here, and not needed."""
    try:
        of = distribution(name)
    except PackageNotFoundError:
        return
    asked = dict(_asked(of, extras))
    found[name] = Package(of=of, needs=tuple(asked))
    for needed, own in asked.items():
        if needed not in found:
            _find(needed, own, found)


def _asked(of: Distribution, extras: Collection[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The packages that one needs, each with the extras it is wanted with."""
    for line in of.requires or ():
        required = _REQUIRED.match(line)
        only = _EXTRA.search(required["rest"].partition(";")[2]) if required else None
        if required and (only is None or only["extra"] in extras):
            wanted = tuple(word.strip() for word in (required["extras"] or "").split(",") if word.strip())
            yield _plain(required["name"]), wanted


def _component(package: Package, *, kind: str) -> dict[str, object]:
    one = package.of
    row: dict[str, object] = {
        "type": kind,
        "bom-ref": package.address,
        "name": one.metadata["Name"],
        "version": one.version,
        "purl": package.address,
    }
    known = one.metadata.json
    expression, words = known.get("license_expression"), str(known.get("license") or "")
    if expression:
        row["licenses"] = [{"expression": expression}]
    elif words and "\n" not in words:
        row["licenses"] = [{"license": {"name": words}}]
    return row


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
