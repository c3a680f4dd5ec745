"""What is chosen in the filters, in words: on a chip, for a screen reader, and how the choices combine."""

from collections.abc import Mapping, Sequence

from levers_app.desktop.rows import Facet

Chosen = Mapping[str, tuple[str, ...]]

RULE = "Dans un filtre\u00a0: l’un ou l’autre. D’un filtre à l’autre\u00a0: l’un et l’autre."
_LONG = 70
"""Beyond this, choices are told by their filters alone."""


def chosen_labels(facet: Facet, chosen: Chosen) -> list[str]:
    """Return the words of the values chosen in ``facet``, in its order."""
    slugs = chosen.get(facet.name, ())
    return [value.label for value in facet.values if value.slug in slugs]


def chip_text(facet: Facet, chosen: Chosen) -> str:
    """Return « Situation », « Halls occupés », or « Halls occupés +2 »."""
    labels = chosen_labels(facet, chosen)
    if not labels:
        return facet.label
    first = f"{facet.label}\u00a0: {labels[0]}" if facet.spells_label else labels[0]
    return f"{first}\u00a0+{len(labels) - 1}" if len(labels) > 1 else first


def meaning(facet: Facet, chosen: Chosen) -> str:
    """Return « Situation : Halls occupés ou Trafic »."""
    return f"{facet.label}\u00a0: {' ou '.join(chosen_labels(facet, chosen))}"


def spoken(facet: Facet, chosen: Chosen, *, opened: bool) -> str:
    """Return the chip of ``facet`` as a screen reader says it."""
    labels = chosen_labels(facet, chosen)
    state = f", {len(labels)} choix\u00a0: {', '.join(labels)}" if labels else ""
    return f"Filtre {facet.label}{state}{', ouvert' if opened else ''}"


def combination(facets: Sequence[Facet], chosen: Chosen) -> str:
    """Return « Halls occupés ou Trafic, et N’a pas marché »; nothing when fewer than two values are chosen.

    Many choices are told by their filters: « Situation, et Résultat. Dans chacun : l’un ou l’autre. »
    """
    groups = {facet.label: labels for facet in facets if (labels := chosen_labels(facet, chosen))}
    if sum(map(len, groups.values())) < 2:
        return ""
    told = ", et ".join(map(" ou ".join, groups.values()))
    return told if len(told) <= _LONG else f"{', et '.join(groups)}. Dans chacun\u00a0: l’un ou l’autre."
