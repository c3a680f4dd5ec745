"""Write the list of the communes of France that forms complete: communes.py PACKAGE.tgz.

PACKAGE.tgz is made by ``npm pack @etalab/decoupage-administratif@6.0.0`` (Licence Ouverte). Kept are the communes of
today, their delegated and associated communes, and the arrondissements of Paris, Lyon and Marseille, in the departments
that the program knows: name, department and population between tabulators (0 where none is published), the most
populous first.
"""

import json
import sys
import tarfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from levers_app.catalogue.departments import DEPARTMENTS, REGIONS
from levers_app.catalogue.typography import french
from levers_app.paths import communes_file


def main() -> None:
    """Read the package named on the command line and write the list."""
    with tarfile.open(Path(sys.argv[1])) as package:
        communes, departments, regions = (_read(package, name) for name in ("communes", "departements", "regions"))
    _check_departments(departments, {region["code"]: french(region["nom"]) for region in regions})
    lines = commune_lines(communes)
    communes_file().write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print(f"{len(lines)} communes")


def commune_lines(communes: Iterable[Mapping[str, Any]]) -> list[str]:
    """Return a line a commune; what has the name of another place of its department is that place."""
    populations: dict[tuple[str, str], int] = {}
    for commune in communes:
        if commune["departement"] in DEPARTMENTS:
            place = french(commune["nom"].replace(" Arrondissement", " arrondissement")), commune["departement"]
            populations[place] = max(populations.get(place, 0), commune.get("population", 0))
    ranked = sorted(populations.items(), key=lambda item: (-item[1], item[0]))
    return [f"{name}\t{department}\t{population}" for (name, department), population in ranked]


def _read(package: tarfile.TarFile, name: str) -> list[dict[str, Any]]:
    file = package.extractfile(f"package/data/{name}.json")
    if file is None:
        raise SystemExit(f"{name}.json : absent du paquet")
    entries: list[dict[str, Any]] = json.load(file)
    return entries


def _check_departments(departments: Iterable[Mapping[str, Any]], regions: Mapping[str, str]) -> None:
    """Stop when a department has another name or region than here; overseas collectivities are none."""
    theirs = {d["code"]: (french(d["nom"]), regions[d["region"]]) for d in departments if d["zone"] != "com"}
    ours = {number: (name, REGIONS[number]) for number, name in DEPARTMENTS.items()}
    if theirs != ours:
        raise SystemExit(f"À revoir dans catalogue/departments.py : {set(theirs.items()) ^ set(ours.items())}")


if __name__ == "__main__":
    main()
