"""What one can do next where nothing is described, and where nothing answers what is."""

from levers_app.desktop.states import WayOn
from levers_app.sheets.wording import counted

State = tuple[str, str, tuple[WayOn, ...]]
"""A title, a text, and ways on, whose keys the desk follows."""
BLANK: State = (
    "Décrivez le site",
    "Choisissez au moins un problème, avec son intensité de 1 à 5. Les leviers à étudier viennent aussitôt, chacun "
    "avec ses raisons\u202f; rien n’est envoyé, tout se calcule ici, sur les fiches et les exemples de la base.",
    (
        WayOn("problem:occupation-halls", "Commencer par des halls occupés"),
        WayOn("problem:trafic-stupefiants", "Commencer par un trafic"),
        WayOn("page:problems", "Parcourir les situations"),
        WayOn("page:map", "Voir ce que la base sait, et ne sait pas"),
    ),
)


def none_answers(problems: int, near: int) -> State:
    """Say that no lever answers so many problems, and offer ways on; ``near`` examples are the nearest."""
    words = "ces problèmes" if problems > 1 else "ce problème"
    label = "Voir les exemples proches" if near > 1 else "Voir l’exemple le plus proche"
    examples = (WayOn("tab:nearest", label, counted(near, "exemple")),) if near else ()
    return (
        f"Aucun levier de la base ne répond à {words}",
        "Essayez un problème voisin, ou complétez la base.",
        (
            WayOn("form:problems", "Ajouter un problème voisin"),
            WayOn("page:problems", "Parcourir les situations"),
            *examples,
            WayOn("form:example", "Ajouter un exemple"),
        ),
    )
