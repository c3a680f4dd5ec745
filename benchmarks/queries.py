"""What people type, for the rows that search."""

from collections.abc import Iterator, Sequence

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


def typed(queries: Sequence[str] = QUERIES) -> Iterator[str]:
    """Yield what stands in the field after each key."""
    for query in queries:
        for end in range(1, len(query) + 1):
            yield query[:end]
