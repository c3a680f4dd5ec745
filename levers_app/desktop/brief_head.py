"""The head of a note: its name, the model that it follows, what else is done with it."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from levers_app.catalogue.brief import Brief
from levers_app.catalogue.brief_models import MODELS, Model
from levers_app.desktop.chips import SignButton
from levers_app.desktop.dialogs import text_label
from levers_app.desktop.icons import themed_icon
from levers_app.desktop.sheet_writer import safe_tip
from levers_app.desktop.theme import Theme

NAME_LENGTH = 200


class BriefHead(QWidget):
    """Name, model, subtitle.

    Signals:
        renamed: the name as it is now.
        model_chosen: key of a model.
        model_kept: the choices of the note are to be kept as a model.
        model_renamed, model_removed: key of a model of one's own.
        copy_wanted, discard_wanted, list_wanted: what is done with the note as a whole.
    """

    renamed = Signal(str)
    model_chosen = Signal(str)
    model_kept = Signal()
    model_renamed = Signal(str)
    model_removed = Signal(str)
    copy_wanted = Signal()
    discard_wanted = Signal()
    list_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Begin without a note."""
        super().__init__(parent)
        self._theme = theme
        self._models: Mapping[str, Model] = MODELS
        self._chosen = ""
        self.name = QLineEdit(self)
        self.name.setProperty("look", "brief_name")
        self.name.setMaxLength(NAME_LENGTH)
        self.name.setPlaceholderText("Nom de la note")
        self.name.setAccessibleName("Nom de la note")
        self.name.textEdited.connect(self.renamed)
        self.name.editingFinished.connect(self._show_beginning)
        self._model = SignButton(theme, self)
        self._model.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._model_menu = QMenu(self._model)
        self._model_menu.setToolTipsVisible(True)
        self._model_menu.aboutToShow.connect(self._fill_models)
        self._model.setMenu(self._model_menu)
        self._subtitle = text_label("", self, role="quiet")
        more = QToolButton(self)
        more.setIcon(themed_icon("dots", theme))
        more.setIconSize(QSize(theme.px(18), theme.px(18)))
        more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setAccessibleName("Autres actions\u00a0: dupliquer, jeter")
        more.setToolTip(more.accessibleName())
        menu = QMenu(more)
        menu.addAction("Toutes les notes").triggered.connect(self.list_wanted)
        menu.addAction("Dupliquer la note").triggered.connect(self.copy_wanted)
        menu.addAction("Enregistrer comme modèle…").triggered.connect(self.model_kept)
        menu.addSeparator()
        menu.addAction("Jeter la note").triggered.connect(self.discard_wanted)
        more.setMenu(menu)
        self.stops: tuple[QWidget, ...] = (self.name, self._model, more)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(12), theme.px(16), theme.px(12), theme.px(4))
        column.setSpacing(theme.px(2))
        column.addWidget(self.name)
        second = QHBoxLayout()
        second.setContentsMargins(theme.px(4), 0, 0, 0)
        second.addWidget(self._model)
        second.addStretch(1)
        second.addWidget(more)
        column.addLayout(second)
        self._subtitle.setContentsMargins(theme.px(8), 0, theme.px(8), 0)
        column.addWidget(self._subtitle)

    def show_brief(self, brief: Brief) -> None:
        """Show name, model and subtitle of a note."""
        if brief.name != self.name.text():
            self.name.setText(brief.name)
            self._show_beginning()
        self._chosen = brief.model
        model = self._models.get(brief.model)
        said = model.name if model is not None else "Modèle supprimé"
        self._model.setText(said)
        self._model.setAccessibleName(f"Modèle\u00a0: {said}")
        self._model.updateGeometry()
        self._subtitle.setText(brief.cover.subtitle)
        self._subtitle.setVisible(bool(brief.cover.subtitle))

    @Slot()
    def _show_beginning(self) -> None:
        """A name that is too long is read from its beginning."""
        self.name.setCursorPosition(0)
        self.name.setToolTip(safe_tip(self.name.text()))

    def know_models(self, models: Mapping[str, Model]) -> None:
        """Offer these models."""
        self._models = models

    @Slot()
    def _fill_models(self) -> None:
        menu = self._model_menu
        menu.clear()
        group = QActionGroup(menu)
        own = [model for key, model in self._models.items() if key not in MODELS]
        for model in (*MODELS.values(), *own):
            if own and model is own[0]:
                menu.addSeparator()
            action = QAction(model.name.replace("&", "&&"), menu, checkable=True)
            action.setData(model.key)
            action.setChecked(model.key == self._chosen)
            action.setToolTip(model.about)
            group.addAction(action)
            menu.addAction(action)
        group.triggered.connect(self._choose)
        menu.addSeparator()
        menu.addAction("Enregistrer comme modèle…").triggered.connect(self.model_kept)
        if self._chosen in self._models and self._chosen not in MODELS:
            name = self._models[self._chosen].name.replace("&", "&&")
            key = self._chosen
            menu.addAction(f"Renommer «\u00a0{name}\u00a0»…").triggered.connect(lambda: self.model_renamed.emit(key))
            menu.addAction(f"Supprimer «\u00a0{name}\u00a0»").triggered.connect(lambda: self.model_removed.emit(key))

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        self.model_chosen.emit(str(action.data()))
