"""Taking a note out of here: saved in one of several forms, printed, copied; restricted examples only if it is said."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from levers_app.desktop.brief_forms import FORMS, FormsDialog, including, restricted_titles, told
from levers_app.desktop.dialogs import Choice, Dialog
from levers_app.desktop.messages import Toasts
from levers_app.desktop.paper import PaperOrder, brief_order
from levers_app.desktop.pdf_saving import FolderMemory, PdfSaving
from levers_app.desktop.printing import Printing

if TYPE_CHECKING:
    from collections.abc import Callable

    from levers_app.catalogue.brief import Brief
    from levers_app.desktop.brief_desk import BriefDesk
    from levers_app.desktop.window import MainWindow
    from levers_app.sheets.edition import Edition

_NOTHING = "Cette note est vide\u00a0: il n’y a rien à imprimer."


class BriefSaving(QObject):
    """Works on the note of the desk, as it is when it is asked."""

    def __init__(self, window: "MainWindow", toasts: Toasts, desk: "BriefDesk", folder: FolderMemory) -> None:
        """``folder`` remembers where the last file went."""
        super().__init__(window)
        self._window, self._toasts, self._desk = window, toasts, desk
        self._files = PdfSaving(window, window.jobs, toasts, folder)
        self._printing = Printing(window, window.jobs, toasts, self._files)

    def save(self) -> None:
        """Ask in which form, then where."""
        self._with_edition(self._ask_form)

    def print(self) -> None:
        """Print through the system's dialog."""
        self._with_edition(partial(self._let_out, "Imprimer", self._print))

    def copy(self) -> None:
        """Put the note on the clipboard, formatted, as Markdown and as plain text."""
        self._with_edition(partial(self._let_out, "Copier", self._copy))

    def _with_edition(self, then: "Callable[[Brief, Edition], object]") -> None:
        """Lay the note out as it is now, and go on with that; with nothing in it, say so."""
        brief, services = self._desk.brief, self._desk.services
        if brief is None:
            return

        def done(edition: "Edition") -> None:
            if edition.parts or any(left.why == "restricted" for left in edition.left_out):
                then(brief, edition)
            else:
                self._toasts.show(_NOTHING)

        self._window.jobs.read(lambda: services.edition(brief), done, self._window.tell_error)

    # -- with or without what is restricted

    def _let_out(
        self, verb: str, do: "Callable[[Brief, Edition, bool], object]", brief: "Brief", edition: "Edition"
    ) -> None:
        left = restricted_titles(edition)
        if not left:
            do(brief, edition, False)
            return
        dialog = Dialog(verb, self._window)
        dialog.add_text(told(left))
        dialog.add_text(
            f"{verb} avec {'lui' if len(left) == 1 else 'eux'}\u00a0: chaque page portera la mention "
            "«\u00a0Restreint\u00a0». Ce choix ne vaut que pour cette fois.",
            quiet=True,
        )
        dialog.add_choices((Choice(including(left), partial(do, brief, edition, True)),))
        if edition.parts:
            without = f"{verb} sans {'lui' if len(left) == 1 else 'eux'}"
            dialog.add_choices((Choice(without, partial(do, brief, edition, False)),))
        dialog.add_close("Abandonner")
        dialog.open()

    # -- saving

    def _ask_form(self, brief: "Brief", edition: "Edition") -> None:
        dialog = FormsDialog(edition, self._window)
        dialog.chosen.connect(partial(self._save, brief, edition.title))
        dialog.open()

    def _save(self, brief: "Brief", title: str, key: str, restricted: bool) -> None:
        form = next(form for form in FORMS if form.key == key)
        content = form.content
        if content is None:
            self._files.ask(self._paper(brief, title, restricted=restricted))
            return
        services = self._desk.services

        def write(path: Path) -> None:
            from levers_app.briefs.saving import save  # noqa: PLC0415 - not before something is saved

            save(path, content(services, brief, restricted), suffix=form.file.suffix)

        self._files.ask(PaperOrder(title, write, form.file))

    def _paper(self, brief: "Brief", title: str, *, restricted: bool) -> PaperOrder:
        edition = partial(self._desk.services.edition, brief, restricted=restricted)
        return brief_order(title, edition, lambda: self._window.jobs.closing)

    # -- printing and copying

    def _print(self, brief: "Brief", edition: "Edition", restricted: bool) -> None:
        self._printing.ask(self._paper(brief, edition.title, restricted=restricted))

    def _copy(self, brief: "Brief", edition: "Edition", restricted: bool) -> None:
        services = self._desk.services

        def work() -> tuple[str, str, str]:
            return _texts(services.edition(brief, restricted=True) if restricted else edition)

        self._window.jobs.read(work, self._put_on_clipboard, self._window.tell_error)

    def _put_on_clipboard(self, texts: tuple[str, str, str]) -> None:
        text, html, markdown = texts
        data = QMimeData()
        data.setText(text)
        data.setHtml(html)
        data.setData("text/markdown", markdown.encode())
        QGuiApplication.clipboard().setMimeData(data)
        self._toasts.show("Le texte de la note est copié.")


def _texts(edition: "Edition") -> tuple[str, str, str]:
    from levers_app.sheets.edition_html import edition_html  # noqa: PLC0415 - when something is copied
    from levers_app.sheets.edition_text import edition_markdown, edition_text  # noqa: PLC0415 - the same

    return edition_text(edition), edition_html(edition), edition_markdown(edition)
