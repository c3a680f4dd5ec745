"""The levers that a person chooses among by their names, read on a worker; no Qt here."""

from levers_app.services import Services

LeverNames = tuple[dict[str, str], dict[str, tuple[str, ...]]]
"""Short names by slug, and what else each lever is called."""


def lever_names(services: Services) -> LeverNames:
    """Return the levers of the base, for ``Picker.set_known``.

    Raises:
        StorageError: the base cannot be read.
    """
    levers = services.knowledge().levers
    names = {slug: (lever.title, *lever.acronyms) for slug, lever in levers.items()}
    return {slug: lever.short for slug, lever in levers.items()}, names
