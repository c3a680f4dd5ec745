"""« À propos de Leviers »: what it is, which version, what it is built on, where the data are."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from levers_app import __version__
from levers_app.desktop.diagnostic import BaseFacts, counted
from levers_app.desktop.dialogs import Dialog, open_outside, text_label
from levers_app.desktop.icons import icon_pixmap
from levers_app.desktop.pair_table import Pair, PairTable
from levers_app.desktop.theme import Theme

LICENCES: tuple[Pair, ...] = (
    ("Leviers", "EUPL-1.2"),
    ("Python", "PSF-2.0"),
    ("Qt et PySide6", "LGPL-3.0"),
    ("PDFium (aperçu et impression)", "BSD-3-Clause, Apache-2.0"),
    ("SQLite", "domaine public"),
    ("SQLModel, SQLAlchemy, Alembic", "MIT"),
    ("Whoosh", "BSD-2-Clause"),
    ("reportlab", "BSD-3-Clause"),
    ("pyphen et dictionnaire français", "LGPL-2.1, MPL-1.1"),
    ("python-bidi (sens de lecture)", "LGPL-3.0"),
    ("arabic-reshaper (lettres arabes)", "MIT"),
    ("Pydantic, PyYAML, platformdirs, markdown-it-py", "MIT"),
    ("Source Sans 3 (caractères)", "SIL OFL-1.1"),
    ("Noto Emoji (caractères)", "SIL OFL-1.1"),
    ("DejaVu Sans (caractères)", "Bitstream Vera, Arev"),
    ("Tabler (pictogrammes)", "MIT"),
)


class AboutDialog(Dialog):
    """The dialog under Aide."""

    def __init__(self, base: BaseFacts, theme: Theme, parent: QWidget | None = None) -> None:
        """``base`` tells counts, content version and folder."""
        super().__init__("À propos de Leviers", parent, columns=72)
        self._folder = base.folder
        self.body.addLayout(self._head(theme))
        self.add_text(
            "Base de connaissances hors ligne des bailleurs sociaux : leviers de tranquillité et de sûreté, "
            "conditions de réussite, exemples de terrain.".replace(" :", "\N{NO-BREAK SPACE}:")
        )
        self._fact(f"Contenu : version {base.content_version or 'inconnue'} ; {counted(base.counts) or 'base vide'}")
        self._fact(f"Vos données : {base.folder}")
        self.add_heading("Licences")
        table = PairTable(LICENCES, ("Composant", "Licence"), "Licences", self)
        self.body.addWidget(table, 1)
        self.add_text("Leviers ne se connecte à aucun réseau et n’envoie rien.", quiet=True)
        self.add_button("Ouvrir le dossier des données", self._open_folder)
        self.add_close()

    def _head(self, theme: Theme) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        logo = QLabel(self)
        side = theme.px(40)
        logo.setPixmap(icon_pixmap("leviers", theme.colour("accent"), side, self.devicePixelRatioF()))
        logo.setFixedSize(QSize(side, side))
        row.addWidget(logo)
        row.addWidget(text_label(f"Leviers {__version__}", self, role="page"), 1)
        return row

    def _fact(self, text: str) -> None:
        label = self.add_text(text.replace(" :", "\N{NO-BREAK SPACE}:").replace(" ;", "\N{NARROW NO-BREAK SPACE};"))
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    @Slot()
    def _open_folder(self) -> None:
        if not open_outside(self._folder):
            self.say("Le dossier n’a pas pu être ouvert.")
