"""The look in force: light or dark as the system or the person wants it, and the size of the text."""

import sys
from typing import Literal

from PySide6 import QtCore
from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication

from levers_app.desktop.theme import Theme

Mode = Literal["system", "light", "dark"]
ZOOMS = (0.85, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0)
ZOOM_PAUSE = 60
"""Milliseconds between two sizes of text: drawing everything anew takes several times as long as a key repeats."""
_HALF_LIGHT = 128
_USUAL_FONT = {"win32": 12.0, "darwin": 13.0}
"""Pixels of the system's font at its default size (9 pt on Windows; 10 pt on the usual Linux desktops)."""


class Look(QObject):
    """Chooses the theme.

    Signals:
        changed: the new theme.
    """

    changed = Signal(object)

    def __init__(self, mode: Mode = "system", zoom: float = 1.0, parent: QObject | None = None) -> None:
        """Begin with what was kept from the last session; :meth:`apply` puts it on."""
        super().__init__(parent)
        self.mode = mode
        self.zoom = min(max(zoom, ZOOMS[0]), ZOOMS[-1])
        self._shown_zoom = self.zoom
        self.pause = QTimer(self, singleShot=True, interval=ZOOM_PAUSE)
        self.pause.timeout.connect(self._show_zoom)
        self._system_scale = _system_scale(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont))
        # Before our own palette is put on, its ground tells; naming the colour scheme is too slow for the first sight.
        self._system_is_dark = QGuiApplication.palette().window().color().lightness() < _HALF_LIGHT
        self.theme = self._make()

    def apply(self) -> None:
        """Give the application the palette, fonts and style sheet of the theme, then tell everyone."""
        self.theme = self._make()
        self._shown_zoom = self.zoom
        app = QGuiApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101 - this program has no other kind
        app.setPalette(self.theme.palette())
        app.setFont(self.theme.font("ui"))
        app.setStyleSheet(self.theme.stylesheet())
        self.changed.emit(self.theme)

    def set_mode(self, mode: Mode) -> None:
        """Follow the system, or stay light or dark."""
        self.mode = mode
        self.apply()

    @Slot()
    def zoom_in(self) -> None:
        """Next larger text size."""
        self._set_zoom(next((z for z in ZOOMS if z > self.zoom + 0.01), ZOOMS[-1]))

    @Slot()
    def zoom_out(self) -> None:
        """Next smaller text size."""
        self._set_zoom(next((z for z in reversed(ZOOMS) if z < self.zoom - 0.01), ZOOMS[0]))

    @Slot()
    def reset_zoom(self) -> None:
        """The system's own text size."""
        self._set_zoom(1.0)

    def _set_zoom(self, zoom: float) -> None:
        """Take the first step at once; while its key stays down, show the last one only, after a short pause."""
        self.zoom = zoom
        if not self.pause.isActive():
            self._show_zoom()

    @Slot()
    def _show_zoom(self) -> None:
        if self.zoom != self._shown_zoom:
            self.apply()
            self.pause.start()

    def _make(self) -> Theme:
        dark = self._system_is_dark if self.mode == "system" else self.mode == "dark"
        return Theme(dark=dark, scale=self._system_scale * self.zoom)

    def follow_system(self) -> None:
        """From now on take the colours that the system says, and change with it."""
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._take_scheme)
        self._take_scheme()

    @Slot()
    def _take_scheme(self) -> None:
        scheme = QGuiApplication.styleHints().colorScheme()
        dark = scheme == QtCore.Qt.ColorScheme.Dark
        if scheme != QtCore.Qt.ColorScheme.Unknown and dark != self._system_is_dark:
            self._system_is_dark = dark
            if self.mode == "system":
                self.apply()


def _system_scale(font: QFont) -> float:
    """Return how much larger than usual the system's text is, in steps of 5 %; small differences count as none."""
    usual = _USUAL_FONT.get(sys.platform, 40 / 3)
    # Not QFontInfo: it has the system look for the font itself, which the window does without.
    pixels: float = font.pixelSize()
    if pixels < 0:
        pixels = font.pointSizeF() * QGuiApplication.primaryScreen().logicalDotsPerInch() / 72
    factor = pixels / usual
    return 1.0 if 0.8 < factor < 1.2 else min(max(round(factor * 20) / 20, 0.8), 3.0)
