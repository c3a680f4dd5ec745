"""Reference pages: what a few notes look like, drawn small; made again by ``python -m tests.briefs.reference``."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from PIL import Image

from levers_app.briefs.brief import write_edition
from levers_app.catalogue.actions import STATES, Action
from levers_app.catalogue.brief import Options
from levers_app.sheets.action_table import action_table
from levers_app.sheets.comparison import comparison
from levers_app.sheets.document import (
    Document,
    EvidenceBlock,
    NumberedSource,
    Paragraph,
    RecordItem,
    RecordList,
    Row,
    Rows,
    SourceMark,
    Text,
)
from levers_app.sheets.edition import ActionsPart, ComparisonPart, Edition, Part, SheetPart, TextPart
from tests.briefs.documents import SOURCE, bullets, case, edition_of, lever, line, section

FOLDER = Path(__file__).parent / "reference"
_DOTS = 40 / 72
"""Pixels a point: enough to see a rule, a column or a sign that moved."""
_LONG = "Prévoir qui regarde, quand et avec quelle suite\u00a0: le suivi actif donne de meilleurs effets."
_NAMES = ("Vidéoprotection des parties communes", "Médiation sociale", "Contrôle d’accès")


def _sheet(name: str, slug: str) -> Document:
    more = (
        section(
            "description", "Description", *(Paragraph((Text(f"{_LONG} " * 3), SourceMark((1,)))) for _ in range(3))
        ),
        section("conditions", "À quelles conditions", bullets(*[_LONG] * 5)),
        section("limites", "Limites et effets indésirables", bullets(*["Déplacement possible des faits."] * 6)),
        section("preuves", "Preuves", EvidenceBlock("moyenne", "Preuves moyennes", (Row("Effet", line(_LONG)),))),
        section("textes", "Textes", Rows((Row("CSI L251-2", line(_LONG), verify="Version de 2019 lue"),) * 3)),
        section(
            "exemples",
            "Exemples de terrain",
            RecordList(
                tuple(
                    RecordItem(f"case:{mark}", "Un hall repris", mark, label, "Toulouse · 2015–2017")
                    for mark, label in (("positif", "Positif"), ("mitige", "Mitigé"), ("negatif", "N’a pas marché"))
                )
            ),
        ),
    )
    return replace(lever(name, slug), title=name, sections=more)


def _committee() -> Edition:
    sheets = (_sheet(_NAMES[0], "a"), case())
    told = section("texte-0", "La situation", Paragraph(line(_LONG)), bullets("14 faits", "deux départs"))
    parts: list[Part] = [TextPart(0, (told,))]
    parts += [SheetPart(place, replace(sheet, sources=())) for place, sheet in enumerate(sheets, start=1)]
    sources = (SOURCE, NumberedSource(2, "Rapport annuel", "Ville", 2024, "https://exemple.fr/rapport"))
    found = replace(edition_of(title="Comité du 27 novembre"), subtitle="Quartier Château", parts=tuple(parts))
    return replace(found, options=Options(paged=False), sources=sources, codes=sources)


def _one_page() -> Edition:
    sheet = _sheet(_NAMES[0], "a")
    return replace(edition_of(sheet), parts=(SheetPart(0, sheet, one_page=True),), codes=(SOURCE,))


def _comparison() -> Edition:
    compared = comparison([_sheet(name, name[0].lower()) for name in _NAMES])
    return replace(edition_of(title=""), heading=False, parts=(ComparisonPart(0, compared),), sources=(SOURCE,))


def _plan() -> Edition:
    steps = ("Partir d’un diagnostic partagé", "Écrire le mandat", "Installer l’équipe", "Évaluer")
    acts = [
        Action(step, _LONG, "a", partners="Ville, police, parquet", state=state) for step in steps for state in STATES
    ]
    acts += [
        Action(steps[0], _LONG, "b", "DSU", "", "juin 2027", _LONG * 2, "FIPD", f"{_LONG}\n{_LONG}"),
        Action(steps[1]),
    ]
    part = ActionsPart(0, action_table(acts, "", {"a": _NAMES[0], "b": _NAMES[1]}.__getitem__))
    return replace(edition_of(title="Plan d’actions du quartier Château"), parts=(part,))


def _dossier() -> Edition:
    found = edition_of(*(_sheet(name, name[0].lower()) for name in _NAMES), title="Dossier du quartier Château")
    return replace(found, options=Options(cover=True, contents=True), mention="Restreint")


NOTES: Mapping[str, tuple[Callable[[], Edition], int]] = {
    "comite": (_committee, 2),
    "fiche": (_one_page, 1),
    "comparatif": (_comparison, 1),
    "plan": (_plan, 3),
    "dossier": (_dossier, 3),
}
"""Notes by name, and how many of their pages are looked at."""


def drawn(name: str, folder: Path) -> list[Image.Image]:
    """Return the pages of a note in grey."""
    make, count = NOTES[name]
    path = folder / f"{name}.pdf"
    write_edition(make(), path)
    with pypdfium2.PdfDocument(path) as pdf:
        return [pdf[place].render(scale=_DOTS, grayscale=True).to_pil().convert("L") for place in range(count)]


def picture(name: str, place: int) -> Path:
    """Return where the reference of a page is."""
    return FOLDER / f"{name}-{place + 1}.png"


def main() -> None:
    """Draw all of them anew: look at each before it is committed."""
    FOLDER.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        for name in NOTES:
            for place, page in enumerate(drawn(name, Path(folder))):
                page.save(picture(name, place), optimize=True)


if __name__ == "__main__":
    main()
