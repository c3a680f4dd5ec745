"""Colours, type and spacing of the window, from ``resources/style/tokens.json``, in light or dark and at any scale."""

from functools import cache
from pathlib import Path
from string import Template
from typing import Any

from PySide6.QtCore import QJsonDocument
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPalette

from levers_app.paths import resources_folder

FONT_FAMILY = "Source Sans 3"
REGULAR, SEMIBOLD = QFont.Weight.Normal, QFont.Weight.DemiBold


@cache
def _tokens() -> dict[str, dict[str, Any]]:
    # Qt's reader: Python's own would have to be imported before the window shows.
    tokens: dict[str, dict[str, Any]] = QJsonDocument.fromJson(
        (resources_folder() / "style" / "tokens.json").read_bytes()
    ).toVariant()
    return tokens


def load_fonts() -> None:
    """Make the upright faces of Source Sans 3 known to Qt; call once, after the application object."""
    _load_faces("400Regular", "600SemiBold")


@cache
def load_italics() -> None:
    """Make the italic faces known, when the first words in italics are written."""
    _load_faces("400Regular_Italic", "600SemiBold_Italic")


def _load_faces(*faces: str) -> None:
    for face in faces:
        QFontDatabase.addApplicationFont(str(resources_folder() / "fonts" / f"SourceSans3_{face}.ttf"))


class Theme:
    """One look: ``dark`` or light, at ``scale`` (1.0 = text of 15 px).

    Colours, fonts and their measures are made once and shared, since painting asks for them thousands of times: who
    wants to change one makes a copy.

    Attributes:
        dark: whether the dark colours are used.
        scale: factor of all text sizes, from the system's font and the person's zoom.
    """

    def __init__(self, *, dark: bool = False, scale: float = 1.0) -> None:
        """Look nothing up: everything comes from the tokens when it is asked for."""
        self.dark = dark
        self.scale = scale
        self._mode = "dark" if dark else "light"
        self._colours: dict[str, QColor] = {}
        self._fonts: dict[str, QFont] = {}
        self._metrics: dict[str, QFontMetricsF] = {}

    def colour(self, name: str) -> QColor:
        """Colour of a token such as ``ink2`` or ``accent``."""
        if name not in self._colours:
            self._colours[name] = QColor(_tokens()[self._mode][name])
        return self._colours[name]

    def family(self, slug: str) -> QColor:
        """Ink of a lever family."""
        return QColor(_tokens()["families"][slug][self._mode])

    def family_tint(self, slug: str) -> QColor:
        """Ground behind the icon of a lever family."""
        return QColor(_tokens()["families"][slug][f"{self._mode}_tint"])

    def outcome(self, slug: str) -> QColor:
        """Ink of an outcome's mark."""
        return QColor(_tokens()["outcomes"][slug][self._mode])

    def px(self, pixels: float) -> int:
        """A length that grows with the text."""
        return max(1, round(pixels * self.scale))

    def font(self, role: str) -> QFont:
        """Font of a role of the tokens, such as ``label``, ``ui``, ``body`` or ``sheet``."""
        if role not in self._fonts:
            self._fonts[role] = self._new_font(role)
        return self._fonts[role]

    def metrics(self, role: str) -> QFontMetricsF:
        """Measures of the font of a role."""
        if role not in self._metrics:
            self._metrics[role] = QFontMetricsF(self.font(role))
        return self._metrics[role]

    def line(self, role: str) -> int:
        """Line height of a role, in pixels, a multiple of 4."""
        height: float = _tokens()["type"][role][1] * self.scale
        return max(4, round(height / 4) * 4)

    def _new_font(self, role: str) -> QFont:
        size, _, weight = _tokens()["type"][role]
        font = QFont(FONT_FAMILY)
        font.setPixelSize(self.px(size))
        font.setWeight(SEMIBOLD if weight == 600 else REGULAR)
        return font

    def palette(self) -> QPalette:
        """Palette of the whole application."""
        palette = QPalette()
        roles = {
            QPalette.ColorRole.Window: "window",
            QPalette.ColorRole.WindowText: "ink",
            QPalette.ColorRole.Base: "surface",
            QPalette.ColorRole.AlternateBase: "list",
            QPalette.ColorRole.Text: "ink",
            QPalette.ColorRole.PlaceholderText: "ink3",
            QPalette.ColorRole.Button: "window",
            QPalette.ColorRole.ButtonText: "ink",
            QPalette.ColorRole.BrightText: "on_accent",
            QPalette.ColorRole.Highlight: "accent",
            QPalette.ColorRole.HighlightedText: "on_accent",
            QPalette.ColorRole.Link: "accent",
            QPalette.ColorRole.LinkVisited: "accent",
            QPalette.ColorRole.ToolTipBase: "ink",
            QPalette.ColorRole.ToolTipText: "surface",
            QPalette.ColorRole.Mid: "line",
            QPalette.ColorRole.Accent: "accent",
        }
        for role, token in roles.items():
            palette.setColor(role, self.colour(token))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("disabled"))
        return palette

    def _round_box(self) -> dict[str, str]:
        """Return the parts of a round box: only a radius of exactly half its side, edge included, draws it round."""
        half, band = self.px(8), self.px(5)
        parts = {"round": half, "ring": 2 * half - 2, "band": band, "dot": 2 * (half - band)}
        return {name: f"{length}px" for name, length in parts.items()}

    def stylesheet(self) -> str:
        """Style sheet for buttons, fields, chips and tabs, from ``resources/style/leviers.qss``."""
        source = (resources_folder() / "style" / "leviers.qss").read_text(encoding="utf-8")
        values = dict(_tokens()[self._mode])
        values |= {f"px{n}": f"{self.px(n)}px" for n in range(1, 65)}
        values |= self._round_box()
        values["icons"] = (resources_folder() / "icons").as_posix()
        values["mode"] = self._mode
        values["other_mode"] = "light" if self.dark else "dark"
        return Template(source).substitute(values)


def icon_file(name: str) -> Path:
    """File of a bundled icon."""
    return resources_folder() / "icons" / f"{name}.svg"
