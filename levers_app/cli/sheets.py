"""``leviers fiche``: a sheet on the terminal."""

import json
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from functools import partial

from levers_app.catalogue.typography import NBSP
from levers_app.cli.terminal import use_utf8, write
from levers_app.services import Services
from levers_app.sheets.complement import without_complement
from levers_app.sheets.data import to_json
from levers_app.sheets.document import Document
from levers_app.sheets.html import to_html
from levers_app.sheets.leaving import RestrictedError, for_others, is_restricted
from levers_app.sheets.text import to_markdown, to_text


def show_sheet(arguments: Namespace, services: Services) -> int:
    """Write one sheet in the format asked for."""
    document = outside(services.library.sheet(arguments.id), arguments)
    if arguments.format != "texte":
        use_utf8()
    write(sys.stdout, _WRITERS[arguments.format](document))
    return 0


def outside(document: Document, arguments: Namespace) -> Document:
    """Return a sheet as it may leave.

    Raises:
        RestrictedError: it is a restricted example, and the person did not say that it may.
    """
    if is_restricted(document) and not arguments.restreints:
        raise RestrictedError(document.title, f"Ajoutez l’option «{NBSP}--restreints{NBSP}» pour cette fois.")
    return without_complement(document if arguments.restreints else for_others(document))


def _json(document: Document) -> str:
    return json.dumps(to_json(document), ensure_ascii=False, indent=2) + "\n"


_WRITERS: Mapping[str, Callable[[Document], str]] = {
    "texte": partial(to_text, ids=True),
    "markdown": partial(to_markdown, ids=True),
    "html": to_html,
    "json": _json,
}
