"""Prints every budget of the design beside what this machine does: ``python -m benchmarks`` (``make bench``)."""

import argparse
import platform
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from benchmarks import (
    advising,
    busy,
    forms,
    indexing,
    practice,
    printing,
    quality,
    scaling,
    searching,
    starting,
    writing,
)
from benchmarks.ground import Ground
from benchmarks.harness import Line, header

Row = Callable[[Ground], Iterable[Line]]

ROWS: Mapping[str, Row] = {
    "demarrage": starting.start,
    "memoire": starting.memory,
    "frappe": searching.key_press,
    "facettes": searching.facet_counts,
    "situations": advising.advice,
    "occupation": busy.busy,
    "formulaire": forms.form,
    "ecriture": writing.save_and_find,
    "index": indexing.full_index,
    "chargement": writing.content_load,
    "pdf": printing.one_sheet,
    "notes": printing.notes,
    "catalogue": printing.all_sheets,
    "fins": printing.last_pages,
    "pertinence": quality.relevance,
    "pratique": practice.practice,
    "tailles": scaling.scaling,
}
SIZES = (1_000, 10_000, 100_000)


def main() -> int:
    """Do what the command line asks."""
    options = _options()
    names = options.lignes.split(",") if options.lignes else list(ROWS)
    with tempfile.TemporaryDirectory(prefix="leviers-bench-") as temporary:
        ground = Ground(options.donnees or Path(temporary), options.nombre, options.rapide, options.tailles)
        try:
            _measure(ground, names)
        finally:
            ground.close()
    return 0


def _measure(ground: Ground, names: Iterable[str]) -> None:
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {ground.crowd}.")
    print("Les chiffres dépendent de la machine : comparez chaque ligne à sa référence.\n")
    print(header(), flush=True)
    for name in names:
        for line in ROWS[name](ground):
            print(line, flush=True)


def _sizes(text: str) -> tuple[int, ...]:
    """Return the numbers of « 1000,10000 »."""
    sizes = text.split(",")
    if not all(size.isdecimal() and int(size) for size in sizes):
        raise argparse.ArgumentTypeError(f"« {text} » : écrivez des nombres d’exemples, comme 1000,10000")
    return tuple(dict.fromkeys(map(int, sizes)))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--nombre", type=int, help="exemples ajoutés au contenu fourni (10 000 ; 1 000 avec --rapide)")
    parser.add_argument("--rapide", action="store_true", help="moins de répétitions")
    parser.add_argument("--lignes", help=f"seulement celles-ci, séparées par des virgules : {', '.join(ROWS)}")
    parser.add_argument(
        "--tailles",
        type=_sizes,
        help="nombres d’exemples de la ligne « tailles » (1000,10000,100000 ; 1000 avec --rapide)",
    )
    parser.add_argument("--donnees", type=Path, help="dossier des bases d’essai, gardé et repris d’une fois à l’autre")
    options = parser.parse_args()
    options.nombre = options.nombre or (1_000 if options.rapide else 10_000)
    options.tailles = options.tailles or (SIZES[:1] if options.rapide else SIZES)
    unknown = set(options.lignes.split(",")) - ROWS.keys() if options.lignes else set()
    if unknown:
        parser.error(f"lignes inconnues : {', '.join(sorted(unknown))}")
    return options


if __name__ == "__main__":
    raise SystemExit(main())
