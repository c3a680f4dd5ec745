"""Undoing right after something was taken out of the form: a row, a chip, a photo, words that the guard points out."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot

from levers_app.catalogue.putting_back import put_back
from levers_app.desktop.messages import Toasts, undoing
from levers_app.desktop.place import DRAFT_MARK

if TYPE_CHECKING:
    from levers_app.desktop.entry_desk import EntryDesk


class EntryRemovals(QObject):
    """A message offers to put back what went, for as long as the form shows the same draft."""

    def __init__(self, toasts: Toasts, desk: "EntryDesk") -> None:
        """Work for the form of ``desk``."""
        super().__init__(desk)
        self._toasts, self._desk = toasts, desk
        self._about = ""

    @Slot(str, object)
    def offer(self, name: str, before: Any) -> None:
        """Offer to put back what was just taken out of the field ``name``, of which the value was ``before``."""
        page = self._desk.form_page
        if page is not None:
            after = getattr(page.form.entry(), name)
            self._about = DRAFT_MARK + self._desk.keeping.id
            undo = undoing(partial(self._put_back, name, before, after))
            self._toasts.show("Retiré.", undo, about=self._about)

    def forget(self) -> None:
        """Another draft comes into the form."""
        self._toasts.withdraw(self._about)
        self._about = ""

    def _put_back(self, name: str, before: Any, after: Any) -> None:
        page = self._desk.form_page
        if page is not None:
            page.form.change(name, put_back(before, after, getattr(page.form.entry(), name)))
            self._desk.show_thumbnails()
            page.go_to(name)
