"""What the help entries open: shortcuts, log, about."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from levers_app.desktop.look import Look
from levers_app.paths import DataFolder
from levers_app.services import Services

if TYPE_CHECKING:
    from levers_app.desktop.diagnostic import BaseFacts

# Dialogs are imported when they open: the window is ready sooner, and most days nobody asks for them.


class Help(QObject):
    """Opens the dialogs of the help menu over the window.

    Signals:
        search_wanted: words that the person wants to try.
    """

    search_wanted = Signal(str)

    def __init__(self, window: QWidget, look: Look, folder: DataFolder) -> None:
        """Know the folder at once: the log must open even when the base does not."""
        super().__init__(window)
        self._window = window
        self._look = look
        self._folder = folder
        self._services: Services | None = None

    def begin(self, services: Services) -> None:
        """Use the open base for counts and versions."""
        self._services = services

    @Slot()
    def show_shortcuts(self) -> None:
        """F1."""
        from levers_app.desktop.shortcuts_dialog import ShortcutsDialog  # noqa: PLC0415 - see above

        ShortcutsDialog(self._window).open()

    @Slot()
    def show_queries(self) -> None:
        """What may be written in the search field."""
        from levers_app.desktop.query_help import QueryHelp  # noqa: PLC0415 - see above

        panel = QueryHelp(self._look.theme, self._window)
        panel.tried.connect(self.search_wanted)
        panel.open()

    @Slot()
    def show_log(self) -> None:
        """The log, with the diagnostic to copy."""
        from levers_app.desktop.log_view import LogWindow  # noqa: PLC0415 - see above

        LogWindow(self._folder.log, self._diagnostic, self._window).open()

    @Slot()
    def show_about(self) -> None:
        """Versions, licences, where the data are."""
        from levers_app.desktop.about import AboutDialog  # noqa: PLC0415 - see above

        AboutDialog(self._facts(), self._look.theme, self._window).open()

    def _diagnostic(self) -> str:
        from levers_app.desktop.diagnostic import diagnostic  # noqa: PLC0415 - see above

        return diagnostic(self._facts(), self._look.theme)

    def _facts(self) -> "BaseFacts":
        from levers_app.desktop.diagnostic import BaseFacts  # noqa: PLC0415 - see above
        from levers_app.store.connecting import SQLITE_VERSION  # noqa: PLC0415 - see above

        services = self._services
        if services is None:
            return BaseFacts(self._folder.root)
        return BaseFacts(
            folder=self._folder.root,
            counts=services.kinds(),
            content_version=str(services.base.reader.content_version()),
            index=str(services.engine.status()).removeprefix("index "),
            sqlite=SQLITE_VERSION,
        )
