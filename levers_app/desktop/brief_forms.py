"""The forms in which a note is saved, and the dialog that says what each of them is for."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QWidget

from levers_app.catalogue.brief_file import SUFFIX, to_file
from levers_app.desktop.dialogs import Dialog, text_label
from levers_app.desktop.paper import PDF, FileForm
from levers_app.sheets.edition import ActionsPart

if TYPE_CHECKING:
    from levers_app.catalogue.brief import Brief
    from levers_app.services import Services
    from levers_app.sheets.edition import Edition

Content = Callable[["Services", "Brief", bool], bytes]


@dataclass(frozen=True, slots=True)
class Form:
    """A form: how it is called, what it offers, and what the file holds (PDF is written apart).

    A form ``of_actions`` is for notes that have some.
    """

    key: str
    label: str
    about: str
    file: FileForm
    content: Content | None = None
    of_actions: bool = False


def _page(services: "Services", brief: "Brief", restricted: bool) -> bytes:
    from levers_app.sheets.edition_html import edition_html  # noqa: PLC0415 - when a note is saved so

    return edition_html(services.edition(brief, restricted=restricted)).encode()


def _markdown(services: "Services", brief: "Brief", restricted: bool) -> bytes:
    from levers_app.sheets.edition_text import edition_markdown  # noqa: PLC0415 - when a note is saved so

    return edition_markdown(services.edition(brief, restricted=restricted)).encode()


def _spreadsheet(services: "Services", brief: "Brief", restricted: bool) -> bytes:
    from levers_app.briefs.spreadsheet import actions_workbook  # noqa: PLC0415 - when a note is saved so

    return actions_workbook(services.edition(brief, restricted=restricted))


def _file(_services: "Services", brief: "Brief", _restricted: bool) -> bytes:
    return to_file(brief).encode()


FORMS = (
    Form(
        "pdf",
        "PDF",
        "Pour imprimer et envoyer. Balisé\u00a0: les lecteurs d’écran le lisent dans l’ordre.",
        PDF,
    ),
    Form(
        "html",
        "Page web accessible",
        "La même note en un seul fichier, pour un lecteur d’écran, un téléphone, ou copier des passages.",
        FileForm(".html", "Page web (*.html)", "Enregistrer en page web"),
        _page,
    ),
    Form(
        "markdown",
        "Markdown",
        "Du texte avec ses titres et ses listes, pour un wiki ou un autre logiciel.",
        FileForm(".md", "Texte Markdown (*.md)", "Enregistrer en Markdown"),
        _markdown,
    ),
    Form(
        "spreadsheet",
        "Tableur (Excel, LibreOffice)",
        "Les actions en tableau, pour les trier, les compléter et les suivre\u202f; le reste de la note à côté.",
        FileForm(".xlsx", "Classeur (*.xlsx)", "Enregistrer pour un tableur"),
        _spreadsheet,
        of_actions=True,
    ),
    Form(
        "note",
        "Fichier de note",
        "Pour rouvrir la note dans Leviers\u00a0: vos choix, vos paragraphes et vos actions, sans les fiches.",
        FileForm(SUFFIX, f"Note de Leviers (*{SUFFIX})", "Enregistrer le fichier de note"),
        _file,
    ),
)


class FormsDialog(Dialog):
    """A choice of one form, each with what it offers.

    Signals:
        chosen: key of the form, and whether restricted examples are in it this time.
    """

    chosen = Signal(str, bool)

    def __init__(self, edition: "Edition", parent: QWidget) -> None:
        """Offer what suits ``edition``: where nothing of it can be printed, all forms but one need what is left out."""
        super().__init__("Enregistrer la note", parent, columns=72)
        self._buttons_of: dict[str, QRadioButton] = {}
        for form in forms_of(edition):
            button = self._buttons_of[form.key] = QRadioButton(form.label, self)
            button.setAccessibleDescription(form.about)
            self.body.addWidget(button)
            about = text_label(form.about, self, role="quiet")
            about.setContentsMargins(24, 0, 0, 6)
            self.body.addWidget(about)
        self._include: QCheckBox | None = None
        if restricted := restricted_titles(edition):
            self._offer_restricted(restricted)
        self.add_button("Abandonner", self.close)
        self._go = self.add_close("Choisir où…")
        self._go.clicked.connect(self._choose)
        self._printable = bool(edition.parts)
        for box in self.findChildren(QAbstractButton):
            if box.isCheckable():
                box.toggled.connect(self._show_ready)
        self._buttons_of["pdf"].setChecked(True)
        self._buttons_of["pdf"].setFocus()
        self._show_ready()

    def _offer_restricted(self, titles: tuple[str, ...]) -> None:
        self.add_text(told(titles))
        self._include = QCheckBox(including(titles), self)
        self.body.addWidget(self._include)
        self.add_text("Chaque page portera alors la mention «\u00a0Restreint\u00a0».", quiet=True)

    @Slot()
    def _show_ready(self) -> None:
        """Without the restricted examples there may be nothing to write: only the choices themselves can be saved."""
        self._go.setEnabled(self._printable or self._form() == "note" or self._includes())

    def _form(self) -> str:
        return next(key for key, button in self._buttons_of.items() if button.isChecked())

    def _includes(self) -> bool:
        return self._include is not None and self._include.isChecked()

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self._form(), self._includes())


def forms_of(edition: "Edition") -> tuple[Form, ...]:
    """Return the forms in which a note can be saved."""
    has_actions = any(isinstance(part, ActionsPart) for part in edition.parts)
    return tuple(form for form in FORMS if has_actions or not form.of_actions)


def restricted_titles(edition: "Edition") -> tuple[str, ...]:
    """Return the titles of the restricted examples that are left out."""
    return tuple(left.title for left in edition.left_out if left.why == "restricted")


def set_aside(count: int) -> str:
    """Say how many restricted examples are left out; the sentence goes on, or ends with a point."""
    return (
        "Un exemple restreint est laissé de côté" if count == 1 else f"{count} exemples restreints sont laissés de côté"
    )


def told(titles: tuple[str, ...]) -> str:
    """Say which restricted examples are left out."""
    named = ", ".join(f"«\u00a0{title}\u00a0»" for title in titles)
    return f"{set_aside(len(titles))}\u00a0: {named}."


def including(titles: tuple[str, ...]) -> str:
    """Return what the choice to print them all the same is called."""
    return "L’inclure cette fois" if len(titles) == 1 else "Les inclure cette fois"
