"""What people type, for the rows that search."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from levers_app.desktop.place import Place

QUERIES = (
    "hall occupé trafic",
    "gardien agressé",
    "vidéoprotection",
    "videosurveillance parking",
    "CLSPD",
    "abattement TFPB",
    "L272-4",
    "mediateurs de nuit",
    "l'éclairage des parkings",
    '"diagnostic en marchant"',
    "expulser un locataire dealer",
    "vidoprotection",
    "rodéo motos",
    "Toulouse Reynerie",
    "jeunes police médiation",
    "que faire quand un hall est occupé par des dealers la nuit",
    "ville bailleur quartier",
    "encombrants caves",
    "zzzz introuvable",
    "la",
)
"""Situations, sigles, articles, phrases, places, typing errors, a sentence, very common words, and nothing to find."""

FIELDS, FILTERED = "champs", "mots et filtres"
LETTERS: Mapping[str, Sequence[str]] = {
    "une lettre": tuple("abcdefghijlmnopqrstuv"),
    "deux ou trois lettres": (
        *("la", "le", "pr", "co", "ha", "vi", "tr", "qu", "ga", "ca", "ré", "dé"),
        *("vid", "méd", "occ", "pol", "gar", "hal", "tra", "tou", "enc", "agr", "loc", "sig"),
    ),
}
"""What stands in the field after the first keys."""
GOES_ON: Mapping[str, Sequence[str]] = {
    "mots courants": ("quartier", "bailleur ville", "police locataires", "habitants logements", "hall sécurité"),
    "mots rares": ("L272-4", "chauffagistes", "Pontanezen", "confiscation", "abattement TFPB", "anxiogène"),
    "fautes de frappe": ("vidoprotection", "mediaton sociale", "dégradtions caves", "zzzz introuvable"),
    "expressions": ('"diagnostic en marchant"', '"tranquillité résidentielle"', '"gestion urbaine de proximité"'),
    "phrases": (
        "que faire quand un hall est occupé par des dealers la nuit",
        "jeunes qui fument dans l'entrée de l'immeuble",
    ),
    FIELDS: (
        *("famille:sûreté", "annee:2019..2023", "ville:Toulouse médiation"),
        *("situation:halls police", "type:exemple trafic -drogue"),
    ),
}
"""Searches by sort, which come to be key by key once they have more than three letters."""
_CASES: Mapping[str, tuple[str, ...]] = {"kind": ("case",)}
_NARROW: Mapping[str, tuple[str, ...]] = {"family": ("surete", "partenariat"), "outcome": ("positif",)}
_SITUATION: Mapping[str, tuple[str, ...]] = {"problem": ("trafic-stupefiants",), "region": ("Île-de-France",)}
WITH_FILTERS = (("", _CASES), ("", _NARROW), ("médiation", _CASES), ("hall police", _NARROW), ("jeunes", _SITUATION))
"""Searches in a list that filters narrow; without any word too."""
_FIRST = 4


@dataclass(frozen=True, slots=True)
class Press:
    """What a key press asks for: the text in the field, the chosen filters, and the sort of search that it is."""

    sort: str
    text: str
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def place(self) -> Place:
        """Where the window then is."""
        return Place(page="search", query=self.text, filters=self.filters)

    @property
    def plain(self) -> bool:
        """Whether it can be asked of what knows words and phrases only."""
        return self.sort not in {FIELDS, FILTERED}


def typed(queries: Sequence[str] = QUERIES) -> Iterator[str]:
    """Yield what stands in the field after each key."""
    for query in queries:
        for end in range(1, len(query) + 1):
            yield query[:end]


def mixed() -> Iterator[Press]:
    """Yield the key presses of all sorts."""
    for sort, texts in LETTERS.items():
        yield from (Press(sort, text) for text in texts)
    for sort, queries in GOES_ON.items():
        yield from (Press(sort, text) for query in queries for text in _from_fourth(query))
    for query, filters in WITH_FILTERS:
        yield from (Press(FILTERED, text, filters) for text in _from_fourth(query))


def _from_fourth(query: str) -> Iterator[str]:
    """Yield what stands in the field after each key from the fourth on; of a shorter text, the text."""
    for end in range(min(_FIRST, len(query)), len(query) + 1):
        if not query[:end].endswith(" "):
            yield query[:end]
