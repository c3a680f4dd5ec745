"""What is done on the page of a note beside changing its items: sheets added, models, logo, the note as a whole."""

import uuid
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from levers_app.catalogue.brief import SheetItem
from levers_app.catalogue.brief_models import MODELS, Model, after, with_record
from levers_app.desktop.action_desk import ActionDesk
from levers_app.desktop.brief_changes import inserted, seen, with_depth
from levers_app.desktop.brief_desk import BriefDesk
from levers_app.desktop.brief_page import BriefPage
from levers_app.desktop.brief_rows import lever_lines, sections_of, titles
from levers_app.desktop.lever_names import lever_names
from levers_app.desktop.messages import Toasts, undoing
from levers_app.desktop.name_dialog import NameDialog

if TYPE_CHECKING:
    from levers_app.catalogue.records import Attachment
    from levers_app.desktop.brief_shelf import Shelf
    from levers_app.desktop.window import MainWindow

_PICTURES = "Images (*.png *.jpg *.jpeg *.webp)"


class BriefCommands(QObject):
    """Works on the note on the page.

    Signals:
        copy_wanted, discard_wanted: id of the note.
    """

    copy_wanted = Signal(str)
    discard_wanted = Signal(str)

    def __init__(self, window: "MainWindow", toasts: Toasts, desk: BriefDesk, shelf: "Callable[[], Shelf]") -> None:
        """Pages of ``desk`` are connected one by one."""
        super().__init__(window)
        self._window, self._toasts, self._desk = window, toasts, desk
        self._shelf = shelf
        self._action_desk = ActionDesk(window, toasts, desk)

    def connect_page(self, page: BriefPage) -> None:
        """Do what is asked for on ``page``."""
        page.head.renamed.connect(self._rename)
        page.head.model_chosen.connect(self._follow_model)
        page.head.model_kept.connect(self._ask_model_name)
        page.head.model_renamed.connect(self._ask_new_name)
        page.head.model_removed.connect(self._remove_model)
        page.head.copy_wanted.connect(self._copy)
        page.head.discard_wanted.connect(self._discard)
        page.head.list_wanted.connect(partial(self._window.navigator.go_page, "notes"))
        page.contents.add_wanted.connect(self._add)
        page.contents.titles_wanted.connect(self._find_titles)
        page.contents.seen.connect(self._accept)
        page.contents.open_wanted.connect(self._window.navigator.open)
        page.contents.panel.sections_wanted.connect(self._find_sections)
        page.contents.choice_wanted.connect(self._begin_choice)
        page.cover.logo_wanted.connect(self._ask_logo)
        self._action_desk.connect_page(page)

    # -- items

    @Slot(str, int)
    def _add(self, record: str, place: int) -> None:
        brief, shelf = self._desk.brief, self._shelf()
        if brief is None:
            return
        if record in brief.records:
            self._toasts.show("Cette fiche est déjà dans la note.")
            return
        self._window.jobs.note(
            lambda: (record, shelf.item(record, brief)), partial(self._put, place), self._window.tell_error
        )

    def _put(self, place: int, found: tuple[str, SheetItem]) -> None:
        """Put an item at its place; a lever of a comparison joins the others."""
        record, item = found
        brief = self._desk.brief
        if brief is None:
            return
        model = self._models().get(brief.model, MODELS["dossier"])
        if model.compares and record.startswith("lever:"):
            changed = with_record(brief, record, model, item.seq)
        else:
            changed = inserted(brief, min(place, len(brief.items)), item)
        self._desk.change(changed)
        contents = self._desk.page.contents
        contents.list.choose(min(place, len(changed.items) - 1))

    @Slot()
    def _find_titles(self) -> None:
        services = self._desk.services
        self._window.jobs.read(
            lambda: (titles(services), lever_names(services)[1], lever_lines(services)),
            self._know_titles,
            self._window.tell_error,
        )

    def _know_titles(self, found: tuple[dict[str, str], dict[str, tuple[str, ...]], dict[str, int]]) -> None:
        self._desk.page.contents.know_titles(*found)  # another page than the one that asked, in another look

    @Slot(str)
    def _find_sections(self, record: str) -> None:
        services = self._desk.services
        self._window.jobs.read(
            lambda: [(section.key, section.title) for section in sections_of(services, record)],
            partial(self._know_sections, record),
            self._window.tell_error,
        )

    def _know_sections(self, record: str, sections: list[tuple[str, str]]) -> None:
        self._desk.page.contents.know_sections(record, sections)

    @Slot(int)
    def _begin_choice(self, place: int) -> None:
        """« Rubriques choisies »: begin with those that « L’essentiel » shows."""
        services, brief = self._desk.services, self._desk.brief
        item = brief.items[place] if brief is not None else None
        if not isinstance(item, SheetItem):
            return

        def done(sections: list[str]) -> None:
            now = self._desk.brief
            if now is not None and item in now.items:
                where = now.items.index(item)
                self._desk.change(with_depth(now, where, "chosen", sections), f"contenu:{where}")

        self._window.jobs.read(
            lambda: [section.key for section in sections_of(services, item.record) if section.essential],
            done,
            self._window.tell_error,
        )

    @Slot(int)
    def _accept(self, place: int) -> None:
        """« Vu »: the change of a sheet is known."""
        brief, proof = self._desk.brief, self._desk.board.proof
        if brief is not None and proof is not None and place in proof.standing.changed:
            self._desk.change(seen(brief, place, proof.standing.changed[place]), f"vu:{place}")
            self._desk.board.forget_change(place)

    # -- the note as a whole

    @Slot(str)
    def _rename(self, name: str) -> None:
        if self._desk.brief is not None:
            self._desk.change(replace(self._desk.brief, name=name), "nom")

    @Slot()
    def _copy(self) -> None:
        if self._desk.brief is not None:
            self._desk.keep()
            self.copy_wanted.emit(self._desk.brief.id)

    @Slot()
    def _discard(self) -> None:
        if self._desk.brief is not None:
            self._desk.keep()
            self.discard_wanted.emit(self._desk.brief.id)

    # -- models

    def _models(self) -> dict[str, Model]:
        return self._desk.board.models

    @Slot(str)
    def _follow_model(self, key: str) -> None:
        brief, model = self._desk.brief, self._models().get(key)
        if brief is not None and model is not None and key != brief.model:
            self._desk.change(
                after(brief, model), f"modele:{key}", f"La note suit le modèle «\u00a0{model.name}\u00a0»."
            )

    @Slot()
    def _ask_model_name(self) -> None:
        about = (
            "Options, profondeur des fiches, organisme, auteur et logo, mais ni le titre ni ce que la note contient."
        )
        dialog = NameDialog("Enregistrer comme modèle", "Nom du modèle", "", self._window, about=about)
        dialog.named.connect(self._keep_model)
        dialog.open()

    @Slot(str)
    def _keep_model(self, name: str) -> None:
        brief, shelf = self._desk.brief, self._shelf()
        if brief is None:
            return
        key = str(uuid.uuid4())

        def done(models: dict[str, Model]) -> None:
            self._desk.board.know_models(models)
            if self._desk.brief is not None and self._desk.brief.id == brief.id:
                self._desk.change(replace(self._desk.brief, model=key), f"modele:{key}")
            self._toasts.show(f"Le modèle «\u00a0{name}\u00a0» est enregistré\u00a0: il est proposé pour toute note.")

        def work() -> dict[str, Model]:
            shelf.keep_model(brief, key, name)
            return shelf.models()

        self._window.jobs.note(work, done, self._window.tell_error)

    @Slot(str)
    def _ask_new_name(self, key: str) -> None:
        model = self._models().get(key)
        if model is not None:
            dialog = NameDialog("Renommer le modèle", "Nom du modèle", model.name, self._window)
            dialog.named.connect(partial(self._rename_model, model))
            dialog.open()

    def _rename_model(self, model: Model, name: str) -> None:
        self._change_models(lambda: self._desk.services.briefs.keep_model(replace(model, name=name)))

    @Slot(str)
    def _remove_model(self, key: str) -> None:
        model = self._models().get(key)
        if model is None:
            return
        briefs = self._desk.services.briefs
        self._change_models(lambda: briefs.remove_model(key))
        back = partial(self._change_models, lambda: briefs.keep_model(model))
        self._toasts.show(f"Le modèle «\u00a0{model.name}\u00a0» est supprimé.", undoing(back))

    def _change_models(self, work: Callable[[], None]) -> None:
        shelf = self._shelf()

        def done(models: dict[str, Model]) -> None:
            self._desk.board.know_models(models)
            if self._desk.brief is not None:
                self._desk.page.head.show_brief(self._desk.brief)

        def change() -> dict[str, Model]:
            work()
            return shelf.models()

        self._window.jobs.note(change, done, self._window.tell_error)

    # -- logo

    @Slot()
    def _ask_logo(self) -> None:
        dialog = QFileDialog(self._window, "Choisir le logo", "", _PICTURES)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.take_logo)
        dialog.open()

    @Slot(str)
    def take_logo(self, name: str) -> None:
        """Keep a copy of a picture and put it on the cover."""
        attachments = self._desk.services.attachments
        self._window.jobs.note(lambda: attachments.add(Path(name)), self._put_logo, self._window.tell_error)

    def _put_logo(self, logo: "Attachment") -> None:
        if self._desk.brief is None:
            return
        if not logo.media.startswith("image/"):
            self._toasts.show("Le logo est une image\u00a0: PNG, JPEG ou WebP.")
            return
        self._desk.page.cover.set_logo(logo)
