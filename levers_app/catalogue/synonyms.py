"""Reads the groups of synonyms of the content, and the everyday words for situations."""

from collections.abc import Mapping
from pathlib import Path

from levers_app.catalogue.errors import ContentError
from levers_app.catalogue.files import read_yaml

SYNONYMS_FILE = "synonyms.yaml"


def load_synonyms(folder: Path) -> tuple[tuple[str, ...], ...]:
    """Return the groups of words that users type for the same thing.

    Raises:
        ContentError: the file is not a list of lists of words.
    """
    data = read_yaml(folder / SYNONYMS_FILE, SYNONYMS_FILE)
    if not isinstance(data, list):
        raise ContentError(SYNONYMS_FILE, "", "une liste de groupes est attendue")
    for place, group in enumerate(data):
        if not isinstance(group, list) or not all(isinstance(word, str) for word in group):
            raise ContentError(SYNONYMS_FILE, str(place), "une liste de mots est attendue")
    return tuple(tuple(group) for group in data)


def load_everyday_words(file: Path) -> Mapping[str, tuple[str, ...]]:
    """Return, for the slugs of situations, the everyday words that speak of them without naming them.

    Raises:
        ContentError: the file is not a mapping of slugs to lists of words.
    """
    data = read_yaml(file, file.name)
    if not isinstance(data, dict):
        raise ContentError(file.name, "", "une liste de mots par situation est attendue")
    for slug, words in data.items():
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise ContentError(file.name, str(slug), "une liste de mots est attendue")
    return {str(slug): tuple(words) for slug, words in data.items()}
