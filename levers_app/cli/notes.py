"""``leviers note``: sheets composed as a note, on paper, as one file of text, or as a spreadsheet of its actions."""

from argparse import Namespace
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from levers_app.catalogue.brief import Brief, Options
from levers_app.catalogue.brief_file import read_file
from levers_app.catalogue.brief_models import MODELS, Model, after, new_brief, sheet_item, with_record
from levers_app.catalogue.errors import LeviersError
from levers_app.catalogue.typography import NBSP, shortened
from levers_app.cli.arguments import COVER
from levers_app.cli.terminal import printable, say, warn
from levers_app.paths import from_home
from levers_app.services import Services
from levers_app.sheets.document import AttachedItem
from levers_app.sheets.edition import Edition, LeftOut
from levers_app.sheets.edition_html import edition_html
from levers_app.sheets.edition_text import edition_markdown, edition_text
from levers_app.sheets.pictures import data_address
from levers_app.sheets.wording import counted, file_size, name_of_day

_WHOLE = Model("", "Note", "", Options(photos=True), "full", "full")
"""What is followed when no model is named: whole sheets, one after the other."""
_MOST_SHOWN = 10
_WHY = {
    "restricted": f"il est restreint. Ajoutez l’option «{NBSP}--restreints{NBSP}» pour l’y mettre cette fois.",
    "draft": "un brouillon ne sort pas. Envoyez-le d’abord.",
    "gone": "aucune fiche de cette base n’a cet identifiant.",
}


class UnknownModelError(LeviersError):
    """A name that no model has."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        """Say which ones there are."""
        super().__init__(
            f"Aucun modèle de note ne s’appelle «{NBSP}{shortened(printable(name))}{NBSP}». Rien n’a été écrit. "
            f"Modèles{NBSP}: {', '.join(shortened(printable(each)) for each in known)}."
        )


class EmptyNoteError(LeviersError):
    """Nothing of the note can be written."""

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__("Il ne reste rien à écrire dans cette note. Rien n’a été écrit. Ajoutez-y des fiches.")


def write_note(arguments: Namespace, services: Services) -> int:
    """Write a note in the format that its file name asks for; what is not in it is told."""
    path = from_home(arguments.sortie)
    brief = _composed(arguments, services)
    found = services.edition(brief, restricted=arguments.restreints)
    for left in found.left_out:
        warn(_told(left))
    if brief.cover.logo:
        _warn_of_logo(found.logo)
    if not found.parts:
        raise EmptyNoteError
    say(f"{path}{NBSP}: {_write(found, path)}.")
    return 0


def _warn_of_logo(logo: AttachedItem | None) -> None:
    """Say that the logo is not in the note, when it is not."""
    if logo is None or not logo.path:
        warn(f"Le logo de la note n’est pas sur cet ordinateur{NBSP}: il n’y figure pas.")
    elif not data_address(logo):
        warn(f"Le logo de la note ne peut pas être lu{NBSP}: il n’y figure pas.")


def _composed(arguments: Namespace, services: Services) -> Brief:
    """Return the note that the file, the sheets, the model and the options make.

    Raises:
        LeviersError: one of them names nothing.
    """
    ids = tuple(dict.fromkeys(arguments.ids))
    for id_ in ids:  # a slip of the hand: nothing is written without what was asked for
        services.library.sheet(id_)
    model = _model(arguments.modele, services) if arguments.modele else None
    if arguments.fichier:
        path = from_home(arguments.fichier)
        brief = read_file(path)
        brief = brief if brief.name.strip() else replace(brief, name=path.stem)
        own = {each.key: each for each in services.briefs.models()}
        brief = _with_sheets(brief, ids, MODELS.get(brief.model) or own.get(brief.model, _WHOLE))
        brief = after(brief, model) if model else brief
    else:
        brief = _new(model or _WHOLE, ids, services)
    return _with_choices(brief, arguments)


def _new(model: Model, ids: Iterable[str], services: Services) -> Brief:
    """Return a new note, called and signed as the window does it."""
    items, profile = [sheet_item(id_, model) for id_ in ids], services.recorder.profile
    name = name_of_day(model.name, datetime.now().astimezone().date())
    return new_brief(model, items, name=name, organisation=profile.organisation, author=profile.name)


def _with_sheets(brief: Brief, ids: Iterable[str], model: Model) -> Brief:
    for id_ in ids:
        if id_ not in brief.records:
            brief = with_record(brief, id_, model)
    return brief


def _with_choices(brief: Brief, arguments: Namespace) -> Brief:
    """Return a note with what the options say of its cover, and of what is printed beside its items."""
    said = {field: text for field, _ in COVER.values() if (text := getattr(arguments, field)) is not None}
    chosen = {name: choice for names in arguments.option for name, choice in names.items()}
    return replace(brief, cover=replace(brief.cover, **said), options=replace(brief.options, **chosen))


def _model(name: str, services: Services) -> Model:
    """Return a model of the program by its key, or one of this person's own by its name.

    Raises:
        UnknownModelError: there is none.
    """
    own = services.briefs.models()
    wanted = name.strip().casefold()
    found = MODELS.get(wanted) or next((model for model in own if model.name.strip().casefold() == wanted), None)
    if found is None:
        raise UnknownModelError(name, (*MODELS, *(model.name for model in own)))
    return found


def _told(left: LeftOut) -> str:
    return f"«{NBSP}{shortened(left.title)}{NBSP}» n’est pas dans la note{NBSP}: {_WHY[left.why]}"


def _write(edition: Edition, path: Path) -> str:
    """Write a note in the format that the end of its file name says, and return its size in words: « 3 pages ».

    Raises:
        NoActionsError: a spreadsheet of no action is asked for.
        SaveError: it cannot be written; what stood there is as it was.
    """
    suffix = path.suffix.lower()
    write = _FORMS.get(suffix)
    if write is None:
        from levers_app.briefs.brief import write_edition  # noqa: PLC0415 - reportlab is for paper only

        written = write_edition(edition, path)
        if written.boxed:
            shown = f"«{NBSP}{shortened(written.boxed, _MOST_SHOWN)}{NBSP}»"
            warn(
                f"Des caractères n’ont pas de dessin dans le PDF{NBSP}: un carré y remplace {shown}. "
                f"La même note en «{NBSP}.html{NBSP}» les montre."
            )
        return counted(written.pages, "page")
    from levers_app.briefs.saving import save  # noqa: PLC0415 - only here

    data = write(edition)
    save(path, data, suffix=suffix)
    return file_size(len(data))


def _text(write: Callable[[Edition], str], edition: Edition) -> bytes:
    return write(edition).encode("utf-8", "replace")


def _spreadsheet(edition: Edition) -> bytes:
    from levers_app.briefs.spreadsheet import actions_workbook  # noqa: PLC0415 - XlsxWriter is for spreadsheets only

    return actions_workbook(edition)


_FORMS: Mapping[str, Callable[[Edition], bytes]] = {
    ".html": partial(_text, edition_html),
    ".md": partial(_text, edition_markdown),
    ".txt": partial(_text, edition_text),
    ".xlsx": _spreadsheet,
}
