"""Writes a note as a PDF: the door to this package."""

import gc
import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from levers_app.briefs.about import PROGRAM, About
from levers_app.briefs.fonts import boxed, printable, visible
from levers_app.briefs.pages import lay_out
from levers_app.briefs.saving import save
from levers_app.briefs.story import Story
from levers_app.sheets.edition import Edition

Progress = Callable[[int, int], None]
_COLLECT_AFTER = 10_000


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: how many pages, and on which one, from 1, each part of the note begins.

    ``boxed`` are the characters that no face has: a box stands for each of them.
    """

    pages: int
    starts: tuple[int, ...]
    boxed: str = ""


def write_edition(edition: Edition, path: Path, *, progress: Progress | None = None) -> Written:
    """Write a note as a PDF at ``path``. The same edition gives the same bytes.

    ``progress`` is told how many parts are begun, out of how many; it may raise to stop.

    Raises:
        SaveError: the file cannot be written; what stood there is as it was.
        ValueError: nothing of it can be printed.
    """
    if not edition.parts:
        raise ValueError("a note needs a part")

    def begun(place: int) -> None:
        if progress:
            progress(place, len(edition.parts))

    story, file = Story(edition, begun), io.BytesIO()
    with _few_collections():
        canvas = lay_out(file, story.flowables(), list(story.templates()), _about(edition), story.contents)
    save(path, file.getvalue())
    starts = tuple(canvas.starts.get(name, 1) for name in story.starts)
    return Written(canvas.getPageNumber() - 1, starts, boxed(canvas.document))


@contextmanager
def _few_collections() -> Iterator[None]:
    """Have Python look for cycles after more objects than usual: pages are made of many, and few of them make any.

    It takes a tenth of the time of a long note (``benchmarks``, « catalogue »), and no more memory to speak of.
    """
    usual = gc.get_threshold()
    gc.set_threshold(max(usual[0], _COLLECT_AFTER), *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _about(edition: Edition) -> About:
    said = dict(edition.about)
    author = ", ".join(filter(None, (said.get("Auteur"), said.get("Organisme")))) or PROGRAM
    subject = edition.subtitle or edition.kind
    return About(
        printable(visible(edition.title, edition.kind)),
        printable(author),
        printable(subject),
        tuple(map(printable, edition.keywords)),
        edition.printed,
        edition.base_line,
        edition.mention,
    )
