"""Words notes and models for the lists of the screen; no Qt here."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from levers_app.catalogue.brief import Brief
from levers_app.catalogue.brief_models import Model
from levers_app.desktop.cards import joined
from levers_app.desktop.place import BRIEF_MARK
from levers_app.desktop.rows import ListRow
from levers_app.sheets.wording import counted, full_date

_OWN = "Votre modèle"


def model_rows(models: Mapping[str, Model]) -> tuple[ListRow, ...]:
    """Return the row of each model."""
    return tuple(
        ListRow(f"model:{model.key}", "model", model.about or _OWN, ((model.name, False),)) for model in models.values()
    )


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
                    f"modifiée {when(brief.at)}" if brief.at else "",
                )
            ),
            ((brief.name.strip() or "Sans nom", False),),
        )
        for brief in briefs
    )


def when(at: str, today: date | None = None) -> str:
    """Return a moment in ISO form as one says it: « aujourd’hui à 14 h 40 », « hier à 9 h 05 », « le 3 mai 2026 »."""
    moment = datetime.fromisoformat(at).astimezone()
    today = today or datetime.now().astimezone().date()
    clock = f"{moment.hour}\u00a0h\u00a0{moment.minute:02}"
    if moment.date() == today:
        return f"aujourd’hui à {clock}"
    if moment.date() == today - timedelta(days=1):
        return f"hier à {clock}"
    return f"le {full_date(moment.date())}"
