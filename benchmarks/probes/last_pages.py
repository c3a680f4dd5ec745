"""How full the last pages of notes from the shipped content are: DATA_FOLDER [LEAST]."""

import random
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2

from benchmarks.probes.telling import tell
from levers_app.app import open_folder
from levers_app.briefs import styles
from levers_app.briefs.brief import Written, write_edition
from levers_app.briefs.pages import text_height
from levers_app.catalogue.actions import Action
from levers_app.catalogue.brief import ActionsItem, Brief, Depth, Options, SheetItem, TextItem, of_sheets
from levers_app.catalogue.brief_models import MODELS, new_brief
from levers_app.catalogue.records import slug_of
from levers_app.paths import DataFolder
from levers_app.sheets.document import BulletList, Text
from levers_app.sheets.editing import Press, edition

_LEAST = 0.12
_NOTES, _OTHERS = 60, 30
_SITUATION = (
    "Depuis **septembre**, le hall du 4 est occupé chaque soir\u00a0: les gardiens signalent des insultes.\n\n"
    "- 14 signalements en octobre\n- deux départs de gardiens\n\n"
)
_DEPTHS: tuple[Depth, ...] = ("full", "essential")


def notes(ids: list[str], press: Press) -> Iterator[tuple[str, Brief]]:
    """Yield each sheet alone, then notes of several, always the same ones."""
    levers, cases = ([id_ for id_ in ids if id_.startswith(kind)] for kind in ("lever:", "case:"))
    for record in (*levers, *cases):
        for depth in _DEPTHS:
            alone = replace(of_sheets(record), items=(SheetItem(record, depth),))
            yield f"{depth} {record}", alone
            if depth == "full":
                yield f"codes {record}", replace(alone, options=Options(codes=True, photos=True))
    for turn in range(_NOTES):
        yield f"comite {turn}", _told(_some("comite", turn, levers, cases))
    for turn in range(_OTHERS):
        yield f"dossier {turn}", _some("dossier", turn, levers, cases)
        yield f"suivi {turn}", _flowing(_some("dossier", turn, levers, cases))
        yield f"plan {turn}", _planned(_some("plan", turn, levers, cases[:0]), press)


def _some(model: str, turn: int, levers: list[str], cases: list[str]) -> Brief:
    """Return a note of one to three levers and up to three examples."""
    chance = random.Random(f"{model} {turn}")  # noqa: S311 - no secret
    records = chance.sample(levers, chance.randint(1, 3)) + chance.sample(cases, min(len(cases), chance.randint(0, 3)))
    return new_brief(MODELS[model], [SheetItem(id_) for id_ in records], name=f"Note {turn}", organisation="Office Hlm")


def _told(brief: Brief) -> Brief:
    """Return a note with a few words on its situation, more or less of them."""
    words = _SITUATION * (1 + len(brief.records) % 3)
    items = [
        replace(i, text=i.text + words) if isinstance(i, TextItem) and "situation" in i.text else i for i in brief.items
    ]
    return replace(brief, items=tuple(items))


def _flowing(brief: Brief) -> Brief:
    """Return a note whose sheets follow one another, in full."""
    return replace(brief, options=Options(paged=False, codes=True))


def _planned(brief: Brief, press: Press) -> Brief:
    """Return a plan with the steps of its levers as actions."""
    actions = []
    for record in brief.records:
        section = next((s for s in press.sheet(record).sections if s.key == "mise-en-oeuvre"), None)
        for block in section.blocks if section else ():
            for item in block.items if isinstance(block, BulletList) else ():
                what = "".join(piece.text for piece in item.line if isinstance(piece, Text))
                actions.append(Action(what[:120], lever=slug_of(record), who="DSU"))
    items = (replace(item, actions=tuple(actions)) if isinstance(item, ActionsItem) else item for item in brief.items)
    return _told(replace(brief, items=tuple(items)))


def filled(pdf: pypdfium2.PdfDocument, number: int) -> float:
    """Return which part of the height of a page, from 1, is filled."""
    page = pdf[number - 1]
    wide, high = page.get_size()
    text = page.get_textpage()
    lows = [text.get_rect(place)[1] for place in range(text.count_rects())]
    lows += [thing.get_bounds()[1] for thing in page.get_objects(max_depth=1)]
    low = min((low for low in lows if low > styles.FOOT), default=high)
    return float((high - styles.TOP - styles.HEAD_HEIGHT - low) / text_height(landscape=wide > high))


def last_pages(written: Written, *, paged: bool) -> list[int]:
    """Return the last page of the note, and of each part before that has pages of its own, if it has several."""
    ends = [after - 1 for after in written.starts[1:]] if paged else []
    found = {end for start, end in zip(written.starts, ends, strict=False) if end > start}
    return sorted(found | ({written.pages} if written.pages > 1 else set()))


def main() -> None:
    """Print the notes that have a nearly empty last page, and tell how many such pages there are of each kind."""
    services = open_folder(DataFolder(Path(sys.argv[1])))
    least = float(sys.argv[2]) if len(sys.argv) > 2 else _LEAST
    press = Press(services.sheet, services.library, services.brief_line(), date(2026, 11, 26))
    ids = sorted(services.base.reader.ids())
    stranded: dict[str, int] = {}
    pages = 0
    before = []
    with TemporaryDirectory() as folder:
        path = Path(folder) / "note.pdf"
        for name, brief in notes(ids, press):
            written = write_edition(edition(brief, press), path)
            pages += written.pages
            kind = " ".join(name.partition(":")[0].split()[: 1 + (":" in name)])
            stranded.setdefault(kind, 0)
            with pypdfium2.PdfDocument(path) as pdf:
                for number in last_pages(written, paged=brief.options.paged):
                    part = filled(pdf, number)
                    before.append(filled(pdf, number - 1))
                    if part < least:
                        stranded[kind] += 1
                        print(f"{name}: page {number} of {written.pages}, {part:.1%}")
    services.close()
    tell(pages=pages, emptiest_before=min(before), stranded=stranded)


if __name__ == "__main__":
    main()
