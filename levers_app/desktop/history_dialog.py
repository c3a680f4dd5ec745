"""« Historique »: the versions of a record, what each changed, the way back; « Corbeille »: what was deleted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from levers_app.desktop.dialogs import Dialog
from levers_app.desktop.inside_text import InsideText, is_copying
from levers_app.desktop.theme import Theme
from levers_app.desktop.versions import VersionShown
from levers_app.sheets.differences import Difference
from levers_app.sheets.leaving import NOT_COPIED
from levers_app.sheets.rewording import Span

_PADDING = 8
"""Of a row, as the style sheet has it."""


@dataclass(frozen=True, slots=True)
class HistoryWords:
    """Words of the dialog.

    Attributes:
        title: title of the dialog.
        nothing: what an empty list says.
        back: label of the button that brings a version back.
        about: what is said above the list, if anything.
        rows, text: what a screen reader calls the list, and what is shown of the chosen version.
    """

    title: str
    nothing: str = ""
    back: str = "Rétablir cette version"
    about: str = ""
    rows: str = "Versions"
    text: str = "Ce que cette version a changé"


class _WholeRows(QStyledItemDelegate):
    """Makes rows as high as their words need: Qt breaks lines as if there were no padding, then cuts the last ones."""

    def __init__(self, padding: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._padding = padding

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        inside = QStyleOptionViewItem(option)
        inside.rect = option.rect.adjusted(0, 0, -2 * self._padding, 0)
        return super().sizeHint(inside, index)


class _Rows(QListWidget):
    """The list of versions: what names one that may not leave is not copied either.

    Signals:
        copy_refused: words that may not leave were to be copied.
    """

    copy_refused = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.stays = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.stays and is_copying(event):
            self.copy_refused.emit()
        else:
            super().keyPressEvent(event)


class HistoryDialog(Dialog):
    """A list of versions at left, the differences of the chosen one at right."""

    def __init__(
        self,
        words: HistoryWords,
        versions: Sequence[VersionShown],
        restore: Callable[[VersionShown], None],
        theme: Theme,
        parent: QWidget,
    ) -> None:
        """``restore`` is given the version that the person wants back."""
        super().__init__(words.title, parent, columns=104)
        self._versions, self._restore, self._theme = versions, restore, theme
        self.setMinimumHeight(min(theme.px(420), parent.height()))
        if not versions:
            self.add_text(words.nothing)
        elif words.about:
            self.add_text(words.about, quiet=True)
        self._list = _Rows(self)
        self._list.setAccessibleName(words.rows)
        self._list.setProperty("look", "versions")
        self._list.setWordWrap(True)
        self._list.setItemDelegate(_WholeRows(theme.px(_PADDING), self._list))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)  # a row may be higher than the list
        self._list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._text = InsideText(self)
        self._text.setOpenLinks(False)
        self._text.setAccessibleName(words.text)
        row = QHBoxLayout()
        row.addWidget(self._list, 2)
        row.addWidget(self._text, 3)
        self.body.addLayout(row, 1)
        self._back = self.add_button(words.back, self._bring_back)
        self.add_close()
        for version in versions:
            self._list.addItem(f"{version.told}\n{version.summary}")
        self._list.currentRowChanged.connect(self._show)
        self._list.copy_refused.connect(self._tell_refused)
        self._text.copy_refused.connect(self._tell_refused)
        for part in (self._list, self._text, self._back):
            part.setVisible(bool(versions))
        if versions:
            self._list.setCurrentRow(0)
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def _show(self, row: int) -> None:
        version = self._versions[row]
        parts = "".join(_html(difference, self._theme) for difference in version.differences)
        self._text.setHtml(parts or "<p>Rien d’autre n’a changé.</p>")
        self._text.keep_inside(inside=version.inside)
        self._list.stays = version.inside
        self._back.setEnabled(not version.present)

    @Slot()
    def _tell_refused(self) -> None:
        self.say(NOT_COPIED)

    @Slot()
    def _bring_back(self) -> None:
        row = self._list.currentRow()
        if 0 <= row < len(self._versions):
            self._restore(self._versions[row])
            self.close()


def _html(difference: Difference, theme: Theme) -> str:
    """Return a difference as rich text; every word of a record is escaped."""
    gone, come = theme.colour("error").name(), theme.colour("ok").name()
    lines = [f'<p style="color:{gone}">− <s>{escape(text)}</s></p>' for text in difference.removed]
    lines += [f'<p style="color:{come}">+ {escape(text)}</p>' for text in difference.added]
    lines += [f"<p>{''.join(_span(span, gone, come) for span in spans)}</p>" for spans in difference.changed]
    note = f"<p><i>{escape(difference.note)}</i></p>" if difference.note else ""
    return f"<h4>{escape(difference.label)}</h4>{''.join(lines)}{note}"


def _span(span: Span, gone: str, come: str) -> str:
    text = escape(span.text).replace("\n", "<br>")
    match span.kind:
        case "removed":
            return f'<s style="color:{gone}">{text}</s>'
        case "added":
            return f'<b style="color:{come}">{text}</b>'
        case _:
            return text
