"""What the desks of advice have in common: one page, made when it is first opened, that answers from a worker."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QWidget

from levers_app.desktop.messages import Toasts

if TYPE_CHECKING:
    from levers_app.desktop.compare_page import ComparePage
    from levers_app.desktop.jobs import Job
    from levers_app.desktop.map_page import MapPage
    from levers_app.desktop.situation_page import SituationPage
    from levers_app.desktop.window import MainWindow
    from levers_app.services import Services

AnyPage = TypeVar("AnyPage", "ComparePage", "MapPage", "SituationPage")


class AdviceDesk(QObject, Generic[AnyPage]):
    """Owns a page. Each desk says how its page is made, and what is shown again in another look."""

    def __init__(self, window: "MainWindow", toasts: Toasts) -> None:
        """Build nothing yet: most days nobody opens the page."""
        super().__init__(window)
        self._window: MainWindow = window
        self._toasts: Toasts = toasts
        self._services: Services | None = None
        self._page: AnyPage | None = None
        self._job: Job | None = None
        self._enters: bool = False
        window.look.changed.connect(self._renew)

    def begin(self, services: "Services") -> None:
        """Use the open base."""
        self._services = services

    @property
    def page(self) -> AnyPage:
        """The page, made now if it was not yet."""
        if self._page is None:
            assert self._services is not None  # noqa: S101 - pages are shown once the base is open
            self._page = self._made(self._services)
            self._window.pages.addWidget(self._page)
        return self._page

    @property
    def panes(self) -> list[QWidget]:
        """What F6 goes to."""
        return self.page.panes

    def _made(self, services: "Services") -> AnyPage:
        """Return a new page, joined to this desk."""
        raise NotImplementedError

    def _show_again(self, services: "Services", old: AnyPage) -> None:
        """Fill the page that was made for another look while ``old`` was in front."""
        raise NotImplementedError

    # -- what desks do

    def _bring_to_front(self, foot: str) -> None:
        """Show the page over the line ``foot``; it is to have the keyboard, unless it is in front already."""
        self._enters = self._enters or self._window.pages.currentWidget() is not self.page
        self._window.pages.setCurrentWidget(self.page)
        self._window.status.show_page(foot)

    def _give_keyboard(self) -> None:
        """Let the page that was brought to the front have the keyboard, once, now that it is filled."""
        if self._enters and self._window.pages.currentWidget() is self.page:
            self._enters = False
            self.page.take_focus()

    def _ask_for(self, work: Callable[[], Any], show: Callable[[Any], None]) -> None:
        """Show what ``work`` gives on a worker; what was asked for before is dropped."""
        if self._job is not None:
            self._job.cancel()
        self._job = self._window.jobs.read(work, show, self._window.notice_error)

    @Slot()
    def _renew(self) -> None:
        """Make the page anew in another look, at once if it is in front."""
        old, services = self._page, self._services
        if old is None or services is None:
            return
        shown, self._page = self._window.pages.currentWidget() is old, None
        if shown:
            self._enters = old.isAncestorOf(QApplication.focusWidget() or self._window)
            self._window.pages.setCurrentWidget(self.page)
            self._show_again(services, old)
        self._window.pages.removeWidget(old)
        old.deleteLater()
