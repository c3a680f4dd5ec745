"""What the form completes from: the communes of France, the levers of the base, the partners that examples name."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from levers_app.catalogue.communes import Communes
    from levers_app.desktop.entry_desk import EntryDesk
    from levers_app.desktop.jobs import Jobs
    from levers_app.services import Services

Known = tuple[dict[str, str], dict[str, tuple[str, ...]], list[str]]
"""The levers by slug, what else each is called, and the partners."""


class EntryKnowledge(QObject):
    """Reads it on the workers, and gives it to the form of a desk."""

    def __init__(self, jobs: "Jobs", desk: "EntryDesk") -> None:
        """Know nothing yet."""
        super().__init__(desk)
        self._jobs, self._desk = jobs, desk
        self._communes: Communes | None = None

    def give_communes(self) -> None:
        """Give a new form the communes, read once."""
        if self._communes is not None:
            self._know_communes(self._communes)
        else:
            self._jobs.read(_communes, self._know_communes)

    def give_names(self, services: "Services") -> None:
        """Give the form the levers and partners of the base as it is now."""
        self._jobs.read(lambda: _known(services), self._know)

    def _know_communes(self, communes: "Communes") -> None:
        self._communes = communes
        if (page := self._desk.form_page) is not None:
            page.form.set_communes(communes)

    def _know(self, known: Known) -> None:
        if (page := self._desk.form_page) is not None:
            page.form.set_known(*known)


# On workers, and imported there: the form is opened on few days.


def _communes() -> "Communes":
    from levers_app.catalogue.communes import load_communes  # noqa: PLC0415
    from levers_app.paths import communes_file  # noqa: PLC0415

    return load_communes(communes_file())


def _known(services: "Services") -> Known:
    levers, names = {}, {}
    for card in services.base.reader.cards():
        if card.kind == "lever":
            slug = card.id.removeprefix("lever:")
            levers[slug], names[slug] = card.short or card.title, (card.title, *card.acronyms)
    return levers, names, services.base.reader.partners()
