"""``leviers verifier`` and ``leviers reindexer``: whether all is well, and what can be built again."""

import sys
import time
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass

from levers_app.catalogue.errors import LeviersError
from levers_app.catalogue.files import content_version
from levers_app.catalogue.records import CaseStudy
from levers_app.catalogue.typography import NBSP
from levers_app.cli.progress import IndexProgress
from levers_app.cli.terminal import say
from levers_app.paths import content_folder
from levers_app.search.errors import IndexPlaceTakenError
from levers_app.search.place import IndexPlace
from levers_app.services import Services
from levers_app.sheets.wording import counted
from levers_app.store.errors import DamagedBaseError, StorageError, way_back

_GOOD, _WRONG = "✓", "✗"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing checked: how it is and, when it is wrong, what to do."""

    good: bool
    text: str
    advice: str = ""

    def __str__(self) -> str:
        """« ✓ Base… » or « ✗ Base… » with its advice."""
        return f"{_GOOD if self.good else _WRONG} {self.text}" + (f" {self.advice}" if self.advice else "")


def rebuild_index(_: Namespace, services: Services) -> int:
    """Build the index again from the base, telling how far it is."""
    start = time.perf_counter()
    services.engine.rebuild(IndexProgress(sys.stdout))
    seconds = f"{time.perf_counter() - start:.1f}".replace(".", ",")
    records = counted(services.engine.status().documents, "fiche")
    say(f"L’index de recherche est reconstruit{NBSP}: {records} en {seconds}{NBSP}s.")
    return 0


def check(arguments: Namespace, services: Services) -> int:
    """Check everything, a line each, and with ``reparer`` build again what can be; 1 when something stays wrong."""
    if services.base.load_report is not None:  # a first start or newer content: the index follows, as in the window
        services.follow_index(IndexProgress(sys.stdout, lines=False))
    if arguments.reparer:
        _repair(services)
    if said := services.read_only_notice():
        say(said)
    good = True
    for line in _lines(services):
        say(str(line))
        good = good and line.good
    return 0 if good else 1


def _repair(services: Services) -> None:
    if services.engine.check().sound:
        say("L’index de recherche n’avait pas besoin d’être reconstruit.")
    else:
        services.engine.rebuild(IndexProgress(sys.stdout, lines=False))
        say("L’index de recherche a été reconstruit.")


def _lines(services: Services) -> Iterator[Line]:
    yield from _base_lines(services)
    try:
        yield _content_line(services)
        yield _index_line(services)
        yield from _attachment_lines(services)
        yield from _unused_lines(services)
    except DamagedBaseError:  # told above
        yield Line(good=False, text=f"Index de recherche{NBSP}: il ne peut pas être comparé à une base abîmée.")
    yield _personal_line(services)


def _attachment_lines(services: Services) -> Iterator[Line]:
    reader = services.base.reader
    records = reader.records(sorted(id_ for id_ in reader.ids() if id_.startswith("case:")))
    deleted = (version.record for version in services.base.history.bin())  # they may come back
    cases = (case for case in (*records, *deleted) if isinstance(case, CaseStudy))
    attached = [(case.title, each) for case in cases for each in case.attachments]
    faults = services.attachments.check(attached)
    advice = "Ajoutez-la de nouveau à l’exemple depuis le fichier d’origine, ou reprenez-la d’une sauvegarde."
    yield from (Line(good=False, text=fault, advice=advice) for fault in faults)
    if attached and not faults:
        count = counted(len(attached), "pièce jointe lisible", "pièces jointes lisibles")
        yield Line(good=True, text=f"Photos et documents{NBSP}: {count}.")


def _unused_lines(services: Services) -> Iterator[Line]:
    from levers_app.store.unused import unused  # noqa: PLC0415 - for this command only

    try:
        files = unused(services.base, services.personal, services.attachments)
    except StorageError:  # told with the base, or with the personal file
        return
    if files:
        count = counted(len(files), "fichier que rien ne cite plus", "fichiers que rien ne cite plus")
        yield Line(good=True, text=f"Dossier «{NBSP}{services.folder.attachments.name}{NBSP}»{NBSP}: {count}.")


def _base_lines(services: Services) -> Iterator[Line]:
    from levers_app.store.checking import check as check_base  # noqa: PLC0415 - for this command only

    findings = check_base(services.base)
    yield from (Line(good=False, text=finding.text) for finding in findings[:-1])
    if findings:
        yield Line(
            good=False,
            text=findings[-1].text,
            advice=f"Leviers ne sait pas réparer cela. Dans «{NBSP}{services.folder.root}{NBSP}», "
            f"{way_back(services.base.path)}",
        )
    else:
        yield Line(good=True, text=f"Base{NBSP}: le fichier, les liens et le journal sont en ordre.")


def _content_line(services: Services) -> Line:
    here, shipped = services.base.reader.content_version(), content_version(content_folder())
    of_program = "celle de ce programme" if here == shipped else f"ce programme fournit la version {shipped}"
    return Line(good=True, text=f"Contenu fourni{NBSP}: version {here}, {of_program}.")


def _index_line(services: Services) -> Line:
    try:
        IndexPlace(services.folder.index).check_free()
    except IndexPlaceTakenError as error:
        return Line(good=False, text=str(error))
    if not services.engine.begun:
        when = "il ne peut pas être construit ici" if services.base.read_only else "construit à la première recherche"
        return Line(good=True, text=f"Index de recherche{NBSP}: absent, {when}.")
    found = services.engine.check()
    if found.sound:
        records = counted(services.engine.status().documents, "fiche")
        return Line(good=True, text=f"Index de recherche{NBSP}: {found.condition.value}, {records}.")
    said = [f"Index de recherche{NBSP}: {found.condition.value}"]
    if found.missing:
        said.append(counted(len(found.missing), "fiche absente", "fiches absentes"))
    if found.extra:
        said.append(counted(len(found.extra), "fiche en trop", "fiches en trop"))
    return Line(
        good=False,
        text=f"{', '.join(said)}.",
        advice=f"«{NBSP}leviers verifier --reparer{NBSP}» le reconstruit.",
    )


def _personal_line(services: Services) -> Line:
    personal = services.personal
    try:
        favourites, _, _ = personal.favourites(), personal.visits(1), personal.settings()
    except LeviersError as error:
        return Line(good=False, text=f"Fichier personnel{NBSP}: {error}")
    if personal.notice:
        return Line(good=False, text=f"Fichier personnel{NBSP}: {personal.notice}")
    return Line(good=True, text=f"Fichier personnel{NBSP}: lisible, {counted(len(favourites), 'favori')}.")
