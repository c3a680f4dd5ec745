"""« Modifier la fiche » of a lever: a local version of what it says."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from levers_app.catalogue.draft import lines
from levers_app.catalogue.records import Lever
from levers_app.desktop.texts_dialog import TextField, TextsDialog

_ABOUT = (
    "Vous faites une version de cette fiche pour votre organisme. Celle de Leviers est gardée à côté\u00a0: le menu "
    "«\u00a0…\u00a0» compare les deux et y revient. Les renvois comme [gltd-2] citent les sources de la fiche."
)
_ONE_A_LINE = "Une par ligne."
_FIELDS: Mapping[str, tuple[str, str, int]] = {
    "summary": ("Résumé", "", 3),
    "description": ("Description", "", 6),
    "objectives": ("Objectifs", _ONE_A_LINE, 3),
    "success_conditions": ("À quelles conditions", _ONE_A_LINE, 4),
    "limits": ("Limites et effets indésirables", _ONE_A_LINE, 4),
    "indicators": ("Indicateurs", _ONE_A_LINE, 3),
    "costs": ("Coûts", "", 2),
    "funding": ("Financements", _ONE_A_LINE, 2),
}
"""Label, hint and least lines of what may be changed here."""

_WRAPPED = re.compile(r"[ \t]*\n[ \t]*(?![ \t\-*•–]|\d+[.)])")
"""The end of a line that is not the end of an item."""


class LeverDialog(TextsDialog):
    """One text a field."""

    def __init__(self, lever: Lever, parent: QWidget) -> None:
        """Show ``lever``."""
        fields = {
            name: TextField(label, hint, _text(getattr(lever, name)), least)
            for name, (label, hint, least) in _FIELDS.items()
        }
        super().__init__(f"Modifier la fiche\u00a0: {lever.short}", _ABOUT, fields, parent, columns=96)


def changed_lever(lever: Lever, texts: Mapping[str, str]) -> Lever:
    """Return ``lever`` with the texts of its dialog that were changed."""
    changed: dict[str, Any] = {
        name: lines(text) if isinstance(old := getattr(lever, name), tuple) else _wrapped_as(old, text)
        for name, text in texts.items()
    }
    return replace(lever, **changed)


def _text(value: str | tuple[str, ...]) -> str:
    return _unwrapped(value) if isinstance(value, str) else "\n".join(value)


def _unwrapped(text: str) -> str:
    """Return ``text`` with a line for each paragraph or item: what is shipped is wrapped, and sheets join its lines."""
    return "\n\n".join(_WRAPPED.sub(" ", paragraph) for paragraph in _paragraphs(text))


def _wrapped_as(old: str, text: str) -> str:
    """Return ``text`` with its paragraphs as they stand in ``old`` where only their lines differ: that is no change."""
    before = _paragraphs(old)
    known = {_unwrapped(paragraph): paragraph for paragraph in before}
    after = [known.get(_unwrapped(paragraph), paragraph) for paragraph in _paragraphs(text)]
    return old if after == before else "\n\n".join(after)


def _paragraphs(text: str) -> list[str]:
    return [paragraph for part in re.split(r"\n\s*\n", text) if (paragraph := part.strip())]
