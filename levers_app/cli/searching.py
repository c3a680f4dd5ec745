"""``leviers chercher``: one search, or one a line from standard input."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import replace

from levers_app.catalogue.records import RESTRICTED
from levers_app.catalogue.typography import NBSP, quoted
from levers_app.cli.filters import UnknownValueError, chosen
from levers_app.cli.progress import IndexProgress
from levers_app.cli.terminal import marked, plain, printable, say, use_utf8, warn
from levers_app.search.errors import IndexBusyError, IndexFolderError, IndexPlaceTakenError, RebuildCutShortError
from levers_app.search.remarks import remarks
from levers_app.search.results import Hit, Results
from levers_app.services import Services
from levers_app.sheets.wording import counted

WRONG_USE = 2
_FROM_INPUT = ["-"]
_LINE_ENDS = {ord(end): f"\\u{ord(end):04x}" for end in "\u0085\u2028\u2029"}
"""What JSON leaves as it is, and some readers take for the end of a line."""
_KINDS = {"lever": "levier", "case": "exemple de terrain", "text": "texte juridique", "term": "glossaire"}


def search(arguments: Namespace, services: Services) -> int:
    """Answer the searches of ``arguments``, each as soon as it is asked."""
    try:
        choice = chosen(arguments, services)
    except UnknownValueError as error:
        warn(f"leviers chercher{NBSP}: {error}")
        return WRONG_USE
    if arguments.json:
        use_utf8()
    bring_index_in_step(services)
    for words in _searches(arguments.words):
        results = services.engine.search(words, choice.filters, limit=arguments.limite)
        if not arguments.restreints:
            results = _outside(results)
        if arguments.json:
            show_as_json(results)
        else:
            show_results(results, choice.words)
    return 0


def _outside(results: Results) -> Results:
    """Return ``results`` without restricted examples, and say that there are some."""
    shown = tuple(hit for hit in results.hits if hit.card.confidentiality != RESTRICTED)
    hidden = len(results.hits) - len(shown)
    if hidden:
        said = counted(hidden, "exemple restreint n’est pas montré", "exemples restreints ne sont pas montrés")
        warn(f"{said}{NBSP}: ajoutez «{NBSP}--restreints{NBSP}» pour les voir.")
    return replace(results, hits=shown, total=results.total - hidden)


def bring_index_in_step(services: Services) -> None:
    """Let the index catch up, or build it; when that cannot be, say so: searches answer with what is there."""
    try:
        services.follow_index(IndexProgress(sys.stderr, lines=False))
    except (IndexBusyError, IndexFolderError, IndexPlaceTakenError, RebuildCutShortError) as error:
        warn(str(error))


def show_as_json(results: Results) -> None:
    """Write ``results`` as one line of JSON."""
    found = [
        {"id": hit.id, "title": plain(hit.title), "score": round(hit.score, 3), "snippet": plain(hit.snippet)}
        for hit in results.hits
    ]
    data = {
        "query": results.query,
        "ms": round(results.milliseconds, 1),
        "total": results.total,
        "results": found,
    }
    say(json.dumps(data, ensure_ascii=False).translate(_LINE_ENDS))


def show_results(results: Results, only: str = "") -> None:
    """Write ``results`` for a person; ``only`` is what filters let through, in words."""
    say("\n\n".join(("\n".join(_heading(results, only)), *map(_entry, results.hits))))


def _searches(words: list[str]) -> Iterator[str]:
    if words != _FROM_INPUT:
        yield " ".join(words)
        return
    for line in sys.stdin or ():
        yield line.rstrip("\r\n").lstrip("\ufeff")


def _heading(results: Results, only: str) -> Iterator[str]:
    """Say how many there are, and how the words were understood."""
    shown = len(results.hits)
    said = counted(results.total, "résultat") if results.total else "Aucun résultat"
    first = f" ({shown} {'affichés' if shown > 1 else 'affiché'})" if shown < results.total else ""
    words = f" pour {quoted([printable(results.query)])}" if results.query.strip() else ""
    yield f"{said}{words}{first}"
    if only:
        yield f"Filtres{NBSP}: {printable(only)}"
    yield from (printable(remark.plain()) for remark in remarks(results))
    if not results.complete:
        yield "Sans l’index de recherche, seuls les titres et les résumés ont été cherchés."


def _entry(hit: Hit) -> str:
    return "\n".join((marked(hit.title), f"{_KINDS[hit.kind]} · {hit.id}", f"  {marked(hit.snippet)}"))
