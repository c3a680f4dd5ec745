"""Every shortcut of the window, said once: the window takes its key sequences here and F1 lists them."""

from typing import NamedTuple

from PySide6.QtGui import QKeySequence


class Shortcut(NamedTuple):
    """What a key does.

    Attributes:
        action: name that the window asks for; empty when lists and fields do it by themselves.
        keys: Qt's portable names; the first is the one that is shown.
        label: what it does, in French.
        group: heading in the list.
    """

    action: str
    keys: tuple[str, ...]
    label: str
    group: str


_MOVE, _WRITE, _SHEET = "Chercher et se déplacer", "Écrire", "La fiche ouverte"
_NOTE, _WINDOW = "La note", "La fenêtre"

SHORTCUTS: tuple[Shortcut, ...] = (
    Shortcut("search", ("Ctrl+K",), "Chercher", _MOVE),
    Shortcut("query_help", ("Shift+F1",), "Comment écrire une recherche", _MOVE),
    Shortcut("", ("Tab",), "Compléter ce qui est écrit", _MOVE),
    Shortcut("", ("Down", "Up"), "Parcourir les propositions, puis les résultats", _MOVE),
    Shortcut("", ("Return",), "Ouvrir", _MOVE),
    Shortcut("save_search", ("Ctrl+S",), "Enregistrer la recherche", _MOVE),
    Shortcut("", ("F2",), "Renommer une recherche enregistrée", _MOVE),
    Shortcut("", ("Del",), "Supprimer une recherche enregistrée, un élément d’une note", _MOVE),
    Shortcut("", ("Esc",), "Revenir d’un pas : filtre, recherche, liste", _MOVE),
    Shortcut("back", ("Alt+Left",), "Page précédente", _MOVE),
    Shortcut("forward", ("Alt+Right",), "Page suivante", _MOVE),
    Shortcut("home", ("Alt+Home",), "Accueil", _MOVE),
    Shortcut("next_pane", ("F6",), "Volet suivant", _MOVE),
    Shortcut("previous_pane", ("Shift+F6",), "Volet précédent", _MOVE),
    Shortcut("new_case", ("Ctrl+N",), "Ajouter un exemple", _WRITE),
    Shortcut("send_case", ("Ctrl+Return",), "Envoyer l’exemple, enregistrer la fiche", _WRITE),
    Shortcut("next_step", ("Ctrl+PgDown",), "Étape suivante du formulaire", _WRITE),
    Shortcut("previous_step", ("Ctrl+PgUp",), "Étape précédente", _WRITE),
    Shortcut("edit_case", ("Ctrl+E",), "Modifier la fiche ouverte", _WRITE),
    Shortcut("find", ("Ctrl+F",), "Chercher dans la fiche", _SHEET),
    Shortcut("find_next", ("F3",), "Passage suivant", _SHEET),
    Shortcut("find_previous", ("Shift+F3",), "Passage précédent", _SHEET),
    Shortcut("essential", ("Ctrl+1",), "L’essentiel", _SHEET),
    Shortcut("full", ("Ctrl+2",), "Fiche complète", _SHEET),
    Shortcut("favourite", ("Ctrl+D",), "Ajouter aux favoris, ou retirer", _SHEET),
    Shortcut("compare", ("Ctrl+M",), "Comparer ce levier à d’autres", _SHEET),
    Shortcut("print", ("Ctrl+P",), "Imprimer", _SHEET),
    Shortcut("save_pdf", ("Ctrl+Shift+S",), "Enregistrer en PDF", _SHEET),
    Shortcut("copy_sheet", ("Ctrl+Shift+C",), "Copier la fiche", _SHEET),
    Shortcut("reading_mode", ("Ctrl+Shift+F",), "Mode lecture", _SHEET),
    Shortcut("add_to_note", ("Ctrl+B",), "Ajouter la fiche à la note", _NOTE),
    Shortcut("open_note", ("Ctrl+Shift+B",), "Ouvrir la note", _NOTE),
    Shortcut("", ("Alt+Up", "Alt+Down"), "Déplacer l’élément", _NOTE),
    Shortcut("", ("Ins",), "Ajouter une fiche", _NOTE),
    Shortcut("", ("Ctrl+Z",), "Annuler le dernier changement, ou ce que dit le message", _WINDOW),
    Shortcut("zoom_in", ("Ctrl++", "Ctrl+="), "Agrandir le texte", _WINDOW),
    Shortcut("zoom_out", ("Ctrl+-",), "Réduire le texte", _WINDOW),
    Shortcut("zoom_reset", ("Ctrl+0",), "Taille normale du texte", _WINDOW),
    Shortcut("menu", ("F10", "Alt+M"), "Menu\u00a0: affichage et aide", _WINDOW),
    Shortcut("shortcuts", ("F1",), "Raccourcis clavier", _WINDOW),
    Shortcut("quit", ("Ctrl+Q",), "Quitter", _WINDOW),
)

_FRENCH_KEYS = {
    "Shift": "Maj",
    "Left": "←",
    "Right": "→",
    "Up": "↑",
    "Down": "↓",
    "Home": "Début",
    "Return": "Entrée",
    "Esc": "Échap",
    "Del": "Suppr",
    "PgDown": "Page suivante",
    "PgUp": "Page précédente",
    "Ins": "Inser",
    "+": "Plus",
    "-": "Moins",
}


def key_sequences(action: str) -> list[QKeySequence]:
    """Return the key sequences of ``action``, for ``QAction.setShortcuts``.

    Raises:
        KeyError: no shortcut has that name.
    """
    found = [shortcut for shortcut in SHORTCUTS if shortcut.action == action]
    if not action or not found:
        raise KeyError(action)
    return [QKeySequence(keys) for keys in found[0].keys]


def french_keys(keys: str) -> str:
    """Return « Ctrl + Maj + C » for Qt's ``Ctrl+Shift+C``, whatever translation is loaded."""
    parts = [part or "+" for part in keys.replace("++", "+").split("+")] if "++" in keys else keys.split("+")
    return " + ".join(_FRENCH_KEYS.get(part, part) for part in parts).replace(" ", "\N{NO-BREAK SPACE}")


def shown_keys(action: str) -> str:
    """Return the first key sequence of ``action`` as tooltips and fields show it: « Ctrl + Maj + C »."""
    return next(french_keys(s.keys[0]) for s in SHORTCUTS if s.action == action)
