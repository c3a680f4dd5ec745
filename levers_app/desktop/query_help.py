"""What may be written in the search field, on one small panel: each row can be tried."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from levers_app.desktop.dialogs import Dialog
from levers_app.desktop.pair_table import Pair, PairModel, PairTable
from levers_app.desktop.theme import Theme

QUERIES: tuple[Pair, ...] = (
    ("hall occupé trafic", "Tous ces mots, avec ou sans accents"),
    ('"point de deal"', "Ces mots, l’un après l’autre"),
    ("gardien -agression", "Le premier mot, sans le second"),
    ("famille:sûreté", "Les leviers d’une famille, et leurs exemples"),
    ('situation:"halls occupés"', "Ce qui répond à une situation"),
    ("levier:clspd", "Un levier, et les exemples qui l’emploient"),
    ("ville:Toulouse", "Les exemples d’une commune"),
    ("département:59", "Ceux d’un département, par numéro ou par nom"),
    ("résultat:mitigé", "Positif, mitigé, n’a pas marché ou non évalué"),
    ("année:2019..2023", "Une période\u202f; 2019.. pour «\u00a0depuis 2019\u00a0»"),
    ("type:exemple", "Levier, exemple, texte ou glossaire"),
    ("ville:Toulouse,Bordeaux", "L’une ou l’autre valeur\u00a0: une virgule, sans espace"),
)
"""What to write, and what it does."""


class QueryHelp(Dialog):
    """The panel that « ? » opens.

    Signals:
        tried: the words of the row that was chosen.
    """

    tried = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show :data:`QUERIES`, the first row chosen."""
        super().__init__("Écrire une recherche", parent, columns=80)
        self.add_text("Mots et champs se combinent. Choisissez une ligne pour l’essayer.")
        self._table = PairTable(QUERIES, ("À écrire", "Ce qui est cherché"), "Écrire une recherche", self)
        self._table.setModel(_TriedModel(theme.colour("accent"), self._table))
        self._table.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self._table.clicked.connect(self._try)
        self._table.activated.connect(self._try)
        self.body.addWidget(self._table)
        self.add_close()
        self._table.selectRow(0)
        self._table.setFocus()

    @Slot(QModelIndex)
    def _try(self, index: QModelIndex) -> None:
        """A click, or Enter: on some systems a click is both signals."""
        if self.isVisible():
            self.close()
            self.tried.emit(QUERIES[index.row()][0])


class _TriedModel(PairModel):
    """Pairs whose first words look like links."""

    def __init__(self, ink: QColor, parent: QWidget) -> None:
        super().__init__(QUERIES, ("À écrire", "Ce qui est cherché"), parent)
        self._ink = ink

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words, and the ink of the first ones."""
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 0:
            return self._ink
        return super().data(index, role)
