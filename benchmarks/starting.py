"""Rows of the start, beside a bare PySide6 window with a list and a text view; and of memory."""

from collections.abc import Iterator

from benchmarks.ground import Ground
from benchmarks.harness import Line, at_most, figure, median, ratio_at_most
from benchmarks.running import probe

_BARE = "fenêtre nue"
_SHEET = "lever:clspd"


def start(ground: Ground) -> Iterator[Line]:
    """From the start of the program to the window, to the home page filled, to a first sheet; turn by turn."""
    folder = str(ground.many_folder)
    ground.close()
    for warm_up in (("bare",), ("start", folder, _SHEET)):
        probe(*warm_up)
    bare, ours = [], []
    for _ in range(ground.repeat(15)):
        bare.append(probe("bare")["visible"])
        ours.append(probe("start", folder, _SHEET))
    base = median(bare)
    steps = (("visible", "fenêtre visible", 1.5), ("home", "accueil rempli", 3), ("sheet", "première fiche lisible", 3))
    for key, name, limit in steps:
        what = name if key == "visible" else f"{name}, {ground.crowd}"
        yield ratio_at_most(what, median([run[key] for run in ours]), base, limit, _BARE)


def memory(ground: Ground) -> Iterator[Line]:
    """Resident memory of the window after a hundred searches."""
    folder = str(ground.many_folder)
    ground.close()
    bare, ours = probe("bare").get("megabytes"), probe("memory", folder).get("megabytes")
    what = f"mémoire, {ground.crowd}, après 100 recherches"
    if bare is None or ours is None:
        yield Line(what, "non mesurée ici", budget="≤ 200 Mo")
    else:
        yield at_most(what, ours, 200, "Mo", f"{figure(bare, 'Mo')} ({_BARE})")
