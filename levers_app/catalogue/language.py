"""What the search knows of the words that people type beside those of the base."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from levers_app.catalogue.errors import ContentError
from levers_app.catalogue.files import read_text, read_yaml

SYNONYMS_FILE = "synonyms.yaml"
EVERYDAY_FILE = "everyday.yaml"
FRENCH_FILE = "french.txt"


class WordList:
    """Folded words, one a line: looked for where they lie, which costs no time at start."""

    def __init__(self, text: str) -> None:
        """Keep ``text``."""
        self._text = f"\n{text}\n"

    def __contains__(self, word: object) -> bool:
        """Tell whether ``word`` is one of them."""
        return f"\n{word}\n" in self._text


@dataclass(frozen=True, slots=True)
class Language:
    """Words of the profession and of French.

    Attributes:
        synonyms: groups of words for the same thing.
        everyday: for slugs of situations, words that speak of them without naming them.
        french: ordinary words, folded: a word of these that the base does not hold is no typing error.
    """

    synonyms: Sequence[Sequence[str]] = ()
    everyday: Mapping[str, Sequence[str]] = field(default_factory=dict)
    french: Container[str] = frozenset()


def load_language(content: Path, words: Path) -> Language:
    """Return what is known of the language: synonyms from the folder ``content``, the rest from the folder ``words``.

    Raises:
        ContentError: a file is missing or of another form.
    """
    french = WordList(read_text(words / FRENCH_FILE, FRENCH_FILE))
    return Language(load_synonyms(content), _load_everyday_words(words / EVERYDAY_FILE), french)


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


def _load_everyday_words(file: Path) -> Mapping[str, tuple[str, ...]]:
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
