"""The small field over the window that asks for the name of a search."""

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from levers_app.catalogue.typography import quoted
from levers_app.desktop.dialogs import announce, plain_button, text_label
from levers_app.desktop.theme import Theme
from levers_app.store.saved_search import NAME_LENGTH, clean_name, same_text

_WIDTH, _EDGE = 320, 8


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked.

    Attributes:
        name: offered at first.
        about: what is saved, in words.
        taken: names that exist.
        present: the name under which just this search is kept already, if it is.
    """

    name: str
    about: str
    taken: Collection[str] = ()
    present: str = ""


class SavePopover(QFrame):
    """Asks for a name; Enter saves, Esc closes, and so does the keyboard when it goes elsewhere.

    Signals:
        named: the name to save under; one that exists is replaced.
        renamed: the present name, and the new one.
        remove_wanted: the present name.
    """

    named = Signal(str)
    renamed = Signal(str, str)
    remove_wanted = Signal(str)

    def __init__(self, theme: Theme, window: QWidget) -> None:
        """Lie over ``window``, hidden."""
        super().__init__(window)
        self.setProperty("look", "popup")
        self._theme = theme
        self._question = Question("", "")
        self._before: QWidget | None = None
        self._anchor: QWidget = window
        self._title = text_label("", self, role="ui_strong")
        self._about = text_label("", self, role="label")
        self._about.setProperty("ink", "2")
        self._field = QLineEdit(self)
        self._field.setMaxLength(NAME_LENGTH)
        self._field.setAccessibleName("Nom de la recherche")
        self._field.textChanged.connect(self._judge)
        self._hint = text_label("", self, role="label")
        self._remove = plain_button("Supprimer", self, look="plain")
        self._remove.clicked.connect(self._ask_remove)
        self._save = plain_button("Enregistrer", self, look="main")
        self._save.clicked.connect(self._accept)
        self._layout = QVBoxLayout(self)
        for part in (self._title, self._about, self._field, self._hint):
            self._layout.addWidget(part)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self._remove)
        buttons.addWidget(self._save)
        self._layout.addLayout(buttons)
        window.installEventFilter(self)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Use another theme the next time."""
        self._theme = theme
        self.dismiss()

    def ask(self, question: Question, anchor: QWidget) -> None:
        """Ask under the right end of ``anchor``, the name offered chosen."""
        if self.isVisible():
            self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self._question = question
        self._before = QApplication.focusWidget()
        title = "Recherche enregistrée" if question.present else "Enregistrer la recherche"
        self._title.setText(title)
        self.setAccessibleName(title)
        self._about.setText(question.about)
        self._remove.setVisible(bool(question.present))
        self._field.setText(question.name)
        self._judge()
        self._anchor = anchor
        self._place()
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)
        self._field.selectAll()
        QApplication.instance().focusChanged.connect(self._follow_focus)  # type: ignore[union-attr]

    def dismiss(self) -> None:
        """Close, and give the keyboard back to where it was if it is still here."""
        if self.isHidden():
            return
        QApplication.instance().focusChanged.disconnect(self._follow_focus)  # type: ignore[union-attr]
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self.window())
        if had_focus and self._before is not None:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves, Esc closes."""
        match event.key():
            case Qt.Key.Key_Escape:
                self.dismiss()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not self._remove.hasFocus():
                self._accept()
            case _:
                super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window, once its parts have found their places in it."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            QTimer.singleShot(0, self._place)
        return super().eventFilter(watched, event)

    @Slot()
    def _place(self) -> None:
        window, anchor, px = self.window(), self._anchor, self._theme.px
        edge = px(_EDGE)
        self._layout.setContentsMargins(px(16), px(12), px(16), px(12))
        self._layout.setSpacing(px(8))
        width = min(px(_WIDTH), window.width() - 2 * edge)
        self.setFixedWidth(width)
        corner = anchor.mapTo(window, QPoint(anchor.width(), anchor.height() + px(4)))
        left = min(max(corner.x() - width, edge), window.width() - width - edge)
        self.move(left, corner.y())
        self._fit()

    def _fit(self) -> None:
        self.ensurePolished()
        self._layout.activate()
        self.setFixedHeight(self._layout.totalHeightForWidth(self.width()))

    @Slot()
    def _judge(self) -> None:
        """Say what the name will do, and let it be done if it can."""
        name, question = clean_name(self._field.text()), self._question
        taken = {same_text(other): other for other in question.taken}.get(same_text(name), "")
        if question.present:
            other = taken if same_text(taken) != same_text(question.present) else ""
            hint = f"{quoted([other])} existe déjà\u00a0: choisissez un autre nom." if other else ""
            self._show_verdict("Renommer", hint, possible=bool(name) and not other and name != question.present)
        else:
            hint = f"{quoted([taken])} existe déjà\u00a0: son contenu sera remplacé." if taken else ""
            self._show_verdict("Remplacer" if taken else "Enregistrer", hint, possible=bool(name))

    def _show_verdict(self, verb: str, hint: str, *, possible: bool) -> None:
        self._save.setText(verb)
        self._save.setEnabled(possible)
        if hint != self._hint.text() and hint:
            announce(self._hint, hint)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._fit()

    @Slot()
    def _accept(self) -> None:
        name, present = clean_name(self._field.text()), self._question.present
        if not self._save.isEnabled():
            if name == present:
                self.dismiss()
            return
        self.dismiss()
        if present:
            self.renamed.emit(present, name)
        else:
            self.named.emit(name)

    @Slot()
    def _ask_remove(self) -> None:
        self.dismiss()
        self.remove_wanted.emit(self._question.present)

    @Slot(QWidget, QWidget)
    def _follow_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now is not self and not self.isAncestorOf(now):
            self.dismiss()
