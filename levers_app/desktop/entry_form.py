"""The form: its pages and their fields; what is typed is an :class:`~levers_app.catalogue.draft.Entry`."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from levers_app.catalogue.communes import Communes
from levers_app.catalogue.draft import Entry
from levers_app.catalogue.records import Confirmed
from levers_app.catalogue.vocabulary import Vocabulary
from levers_app.desktop.attachments_field import AttachmentsField
from levers_app.desktop.commune_field import CommuneField
from levers_app.desktop.dialogs import text_label
from levers_app.desktop.entry_boxes import make_box
from levers_app.desktop.entry_fields import LineEditor, TextEditor
from levers_app.desktop.entry_pages import BESIDE, PAGES, FormPage
from levers_app.desktop.entry_rows import RowsEditor
from levers_app.desktop.field_box import FieldBox
from levers_app.desktop.picker import Picker
from levers_app.desktop.suggester import Suggester, Suggestion
from levers_app.desktop.theme import Theme
from levers_app.search.fields import folded

if TYPE_CHECKING:  # the privacy guard knows thousands of words: it is imported by the worker that reads with it
    from levers_app.catalogue.privacy import Finding

Kind = TypeVar("Kind", bound=QWidget)


class EntryForm(QStackedWidget):
    """All pages, one shown at a time.

    Attributes:
        boxes: the fields that were made, by name.
        passages: how many passages the privacy guard points out in them.

    Signals:
        edited: name of the field in which something changed.
        removed: the field out of which the person took something, and its value before that.
        attached: the field of attachments, when it is made.
        arranged: parts of the page came or went.
        caret_moved: the caret of a text is elsewhere.
        reviewed: the privacy guard points out other passages than before.
    """

    edited = Signal(str)
    removed = Signal(str, object)
    attached = Signal(object)
    arranged = Signal()
    caret_moved = Signal()
    reviewed = Signal()

    def __init__(self, theme: Theme, vocabulary: Vocabulary, parent: QWidget) -> None:
        """Begin empty, on the first page."""
        super().__init__(parent)
        self._theme, self._vocabulary = theme, vocabulary
        self._entry = Entry()
        self._faults: Mapping[str, str] = {}
        self.passages = 0
        self._partners: Sequence[str] = ()
        self.boxes: dict[str, FieldBox] = {}
        self.sheets = [QWidget(self) for _ in PAGES]
        for sheet in self.sheets:
            self.addWidget(sheet)
        self._made: set[int] = set()
        self.make(0)

    def make(self, place: int) -> None:
        """Make the fields of a page, unless they are there: opening the form does not wait for all of them."""
        if place in self._made:
            return
        self._made.add(place)
        self._fill(self.sheets[place], PAGES[place])
        for name in PAGES[place].fields:
            self._show(name)
            self.boxes[name].editor.edited.connect(_emitter(self.edited, name))  # type: ignore[attr-defined]
            editor = self.boxes[name].editor
            if isinstance(editor, RowsEditor | Picker | AttachmentsField):
                editor.edited.connect(self.arranged)
                editor.removed.connect(partial(self.removed.emit, name))
            if isinstance(editor, TextEditor):
                editor.cursorPositionChanged.connect(self.caret_moved)
            if isinstance(editor, Picker):
                editor.left.connect(self._show_faults)
            if isinstance(editor, AttachmentsField):
                self.attached.emit(editor)
        self.show_faults(self._faults)

    def set_communes(self, communes: Communes) -> None:
        """Complete communes from now on."""
        self._editor("commune", CommuneField).set_communes(communes)

    def set_known(self, levers: Mapping[str, str], names: Mapping[str, Sequence[str]], partners: Sequence[str]) -> None:
        """Offer the levers of the base, and the partners and organisations that its examples name."""
        self._editor("levers", Picker).set_known(levers, names)
        self._partners = partners
        if "partners" in self.boxes:
            self._offer_partners()

    def entry(self) -> Entry:
        """What is typed; what has no field is as it was shown."""
        values: dict[str, Any] = {name: box.editor.value() for name, box in self.boxes.items()}  # type: ignore[attr-defined]
        values["commune"], values["department"], values["region"] = values["commune"]
        values["outcome"] = values["outcome"] or ""
        if "territory" in values:
            values["territory"] = values["territory"] or "inconnu"
        return replace(self._entry, **values)

    def show_entry(self, entry: Entry) -> None:
        """Show ``entry``; fields that hold it already keep their cursors."""
        self._entry = entry
        self.blockSignals(True)  # what is shown was not typed now
        for name in self.boxes:
            self._show(name)
        self.blockSignals(False)

    def _show_changed(self, name: str, entry: Entry) -> None:
        """Show ``entry``, of which one field changed: words that are not yet taken stay in the others."""
        self._entry = entry
        self.blockSignals(True)
        if name in self.boxes:
            self._show(name)
        self.blockSignals(False)

    def change(self, name: str, value: object) -> None:
        """Give a field another value, as if it was typed."""
        changed: dict[str, Any] = {name: value}
        self._show_changed(name, replace(self.entry(), **changed))
        self.edited.emit(name)
        self.arranged.emit()

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Say under each field what is wrong with it; rows of a field are told under the whole field."""
        self._faults = faults
        self._show_faults()

    @Slot()
    def _show_faults(self) -> None:
        told = {key.partition(".")[0]: text for key, text in reversed(list(self._faults.items()))}
        for name, box in self.boxes.items():
            left = box.editor.fault if isinstance(box.editor, Picker) else ""
            box.show_fault(left or told.get(name, ""))

    def settle(self) -> str:
        """Take words that were left in a field of known values; return the first field in which they name none."""
        left = ""
        for name, box in self.boxes.items():
            if isinstance(box.editor, Picker):
                box.editor.settle()
                left = left or (name if box.editor.fault else "")
        return left

    def show_personal_data(self, found: "Mapping[str, Sequence[Finding]]") -> None:
        """Point out, under each field, what may say who or where somebody is."""
        if not found and not any(box.remarks for box in self.boxes.values()):
            self.passages = 0  # an empty form opens without the guard, which is long to import
            self.reviewed.emit()
            return
        from levers_app.desktop.privacy_remark import PrivacyRemark  # noqa: PLC0415 - see above

        for place, page in enumerate(PAGES):
            if any(name in found for name in page.fields):
                self.make(place)
        for name, box in self.boxes.items():
            here = list(found.get(name, ()))
            shown = {frame.words: frame for frame in box.remarks if isinstance(frame, PrivacyRemark)}
            frames = [shown.get(each.text) or self._remark(each, name, box) for each in here[:_MOST_REMARKS]]
            box.show_remarks(frames, len(here) - len(frames))
            if isinstance(box.editor, TextEditor):
                box.editor.mark([each.text for each in here[:_MOST_REMARKS]], self._theme.colour("warn"))
        self.passages = sum(map(len, found.values()))
        self.arranged.emit()
        self.reviewed.emit()

    def _remark(self, finding: "Finding", name: str, box: FieldBox) -> QFrame:
        from levers_app.desktop.privacy_remark import PrivacyRemark  # noqa: PLC0415 - see above

        remark = PrivacyRemark(finding, box)
        remark.removed.connect(partial(self._remove, name))
        remark.kept.connect(partial(self._keep, name))
        return remark

    def _remove(self, name: str, words: str) -> None:
        from levers_app.catalogue.guard import without  # noqa: PLC0415 - see above

        before = self.entry()
        self._show_changed(name, without(before, name, words))
        self.edited.emit(name)
        self.removed.emit(name, getattr(before, name))
        self.boxes[name].take_focus()

    def _keep(self, name: str, words: str, reason: str) -> None:
        entry = self.entry()
        self._entry = replace(entry, confirmed=(*entry.confirmed, Confirmed(name, words, reason)))
        self.edited.emit(name)
        self.boxes[name].take_focus()

    def _show(self, name: str) -> None:
        self.boxes[name].forget_refusal()
        entry = self._entry
        value = (entry.commune, entry.department, entry.region) if name == "commune" else getattr(entry, name)
        self.boxes[name].editor.show_value(value)  # type: ignore[attr-defined]

    def _editor(self, name: str, kind: type[Kind]) -> Kind:
        editor = self.boxes[name].editor
        assert isinstance(editor, kind)  # noqa: S101 - it is made so
        return editor

    def _offer_partners(self) -> None:
        self._editor("partners", Picker).set_known({partner: partner for partner in self._partners})

    def _offer_organisations(self) -> None:
        line = self._editor("organisation", LineEditor)
        suggester = Suggester(line, self._organisations)
        suggester.taken.connect(line.write)

    def _organisations(self, text: str) -> Sequence[Suggestion]:
        typed = folded(text)
        return [Suggestion(name, name) for name in self._partners if typed and typed in folded(name)]

    def _fill(self, widget: QWidget, page: FormPage) -> None:
        theme, pair = self._theme, QHBoxLayout()
        column = QVBoxLayout(widget)
        column.setContentsMargins(0, 0, 0, theme.px(24))
        column.setSpacing(theme.px(20))
        head = QVBoxLayout()
        head.setSpacing(theme.px(2))
        head.addWidget(text_label(page.title, widget, role="page"))
        about = text_label(page.about, widget)
        about.setProperty("ink", "2")
        head.addWidget(about)
        column.addLayout(head)
        for name in page.fields:
            box = self.boxes[name] = make_box(name, theme, self._vocabulary, widget)
            if name in BESIDE:
                pair.addWidget(box, 1, Qt.AlignmentFlag.AlignTop)
                continue
            pair = QHBoxLayout()
            pair.setSpacing(theme.px(16))
            pair.addWidget(box, 1, Qt.AlignmentFlag.AlignTop)
            column.addLayout(pair)
        column.addStretch()
        if "partners" in page.fields:
            self._offer_partners()
        if "organisation" in page.fields:
            self._offer_organisations()


_MOST_REMARKS = 8
"""What is pointed out under a field at once: the next come when these are settled."""


def _emitter(signal: Any, name: str) -> Any:
    return lambda: signal.emit(name)
