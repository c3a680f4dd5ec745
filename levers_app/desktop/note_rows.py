"""Words notes and models for the lists of the screen; no Qt here."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from levers_app.catalogue.brief import Brief
from levers_app.catalogue.brief_models import Model
from levers_app.desktop.cards import joined
from levers_app.desktop.place import BRIEF_MARK
from levers_app.desktop.rows import ListRow
from levers_app.sheets.wording import counted, moment

_OWN = "Votre modèle"


def model_rows(models: Mapping[str, Model]) -> tuple[ListRow, ...]:
    """Return the row of each model."""
    return tuple(
        ListRow(f"model:{model.key}", "model", model.about or _OWN, ((model.name, False),)) for model in models.values()
    )


def note_name(brief: Brief) -> str:
    """Return what a note is called in lists."""
    return brief.name.strip() or "Sans nom"


def note_rows(briefs: Iterable[Brief], models: Mapping[str, Model]) -> tuple[ListRow, ...]:
    """Return the row of each note: what it is called, its model, how many items it has, when it was changed."""
    return tuple(
        ListRow(
            BRIEF_MARK + brief.id,
            "brief",
            joined(
                (
                    models[brief.model].name if brief.model in models else "",
                    counted(len(brief.items), "élément"),
                    f"modifiée {moment(datetime.fromisoformat(brief.at))}" if brief.at else "",
                )
            ),
            ((note_name(brief), False),),
        )
        for brief in briefs
    )
