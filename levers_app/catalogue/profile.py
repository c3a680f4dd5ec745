"""Who uses the program, as they declare it: nothing is checked, and the program says so."""

from dataclasses import dataclass
from typing import Literal

from levers_app.catalogue.plain_data import read_as

Role = Literal["lecteur", "referent", "relecteur"]
ROLES: dict[Role, str] = {
    "lecteur": "Lecteur\u00a0: consulte et imprime",
    "referent": "Référent\u00a0: ajoute des exemples et les envoie à relire",
    "relecteur": "Relecteur\u00a0: relit, renvoie ou publie",
}
DECLARED = (
    "Ce profil est déclaré, il n’est pas vérifié\u00a0: il dit à vos collègues qui a écrit quoi, et règle ce que "
    "Leviers vous propose. Chacun peut en changer\u00a0: il n’interdit rien à personne sur cet ordinateur."
)
NOBODY = "Quelqu’un"
"""Author of what a person without a name writes."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A name, an organisation, a role."""

    name: str = ""
    organisation: str = ""
    role: Role = "referent"

    @property
    def signature(self) -> str:
        """How the journal names this person: « Nadia Petit (Office de la Loire) »."""
        name, organisation = (" ".join(text.split()) for text in (self.name, self.organisation))
        return f"{name or NOBODY} ({organisation})" if organisation else name or NOBODY


def read_profile(data: object) -> Profile:
    """Return the profile that was kept as plain data; what makes no sense in it is as if it had not been given."""
    try:
        return read_as(Profile, data)
    except ValueError:
        return Profile()
