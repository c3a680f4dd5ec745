"""Text to tokens, by one path for documents and queries.

A token keeps its place in the original text, so that highlights are right whatever folding did to its letters: the
text is cut first, with patterns that know combining marks and ligatures, and each word is folded on its own (NFKC,
ligatures opened, accents removed), with a cache. Stemming comes after folding: the other order tells « sécurité » from
« securite ».
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from whoosh.lang.snowball.french import FrenchStemmer
from whoosh.lang.stopwords import stoplists

ANALYSIS_VERSION = 2
"""Part of the index's schema: a change here makes every index be built again."""

MOST_LETTERS = 40
"""What follows in a word is ignored: no word is as long, and looking for typing errors in one would never end."""

_HYPHENS = "-\u2010\u2011\u2212"
_SPACE = "[ \u00a0\u202f]"
# \w, and what may stand inside a word: combining marks, soft hyphens, joiners.
_LETTERS = "[\\w\u0300-\u036f\u00ad\u200b-\u200d\u2060]+"
_WORD = re.compile(_LETTERS)
_COMPOUND = re.compile(f"{_LETTERS}(?:[{_HYPHENS}]{_LETTERS})*")
_SIGLE = r"[^\W\d_](?:\.[^\W\d_])+\.?"  # C.L.S.P.D.
_CODE = "|".join(
    (
        rf"[LRDA](?:\.{_SPACE}?|{_SPACE})?\d{{1,4}}(?:[{_HYPHENS}]\d{{1,4}})+",  # L251-2, L. 251-2, r 111-48
        rf"[LRD]\.{_SPACE}?\d{{1,4}}",  # L.251
        rf"\d{{1,3}}(?:[{_HYPHENS}]\d{{1,4}})+",  # 706-71
        rf"\d{{1,4}}{_SPACE}?(?:bis|ter|quater|quinquies|sexies)",  # 1388 bis
    )
)
_SPECIAL = re.compile(rf"(?<!\w)(?:(?P<code>{_CODE})|{_SIGLE})(?!\w)", re.IGNORECASE)
# What any of these holds: a cheap first look, since few texts do.
_MAY_BE_SPECIAL = re.compile(rf"\d(?:[{_HYPHENS}]\d|{_SPACE}?[btqs][ieu])|\.{_SPACE}?\w", re.IGNORECASE)
_NOT_WORD = re.compile(r"[\W_]+")
_OWN_STOP_WORDS = """
    jusqu lorsqu puisqu quoiqu aujourd hui cet cette ceci cela ca celui celle ceux celles dont donc si comme comment
    combien pourquoi quand quel quelle quels quelles quoi ni or car tres ils elles leurs les afin lors puis plus
    contre sans chez entre sous vers depuis pendant tout toute tous toutes toujours aussi encore deja
    faut faire fait peut peuvent doit doivent
"""


class Token(NamedTuple):
    """A word of a text: ``text[start:end]``, folded as ``word``.

    ``joined`` is the whole of a hyphenated word, given with its last part (« interbailleurs » for « inter-bailleurs »).
    """

    start: int
    end: int
    word: str
    joined: str = ""


def tokens(text: str) -> Iterator[Token]:
    """Yield the words, sigles and article numbers of ``text`` in order, stop words included."""
    for match in pieces(text):
        start = match.start()
        for token in analysed(match[0]):
            yield Token(start + token.start, start + token.end, token.word, token.joined)


def surfaces(text: str) -> list[str]:
    """Return the pieces that ``tokens`` would analyse, for who needs no offsets: :func:`analysed` tells their words."""
    text = _separated(text)
    return [match[0] for match in pieces(text)] if _MAY_BE_SPECIAL.search(text) else _COMPOUND.findall(text)


@lru_cache(maxsize=100_000)
def analysed(surface: str) -> tuple[Token, ...]:
    """Return the tokens of one piece of text: a word, a hyphenated word, a sigle or an article number."""
    special = _SPECIAL.fullmatch(surface)
    if special:
        word = _fold_code(surface) if special["code"] else fold(surface)
        return (Token(0, len(surface), word[:MOST_LETTERS]),)
    parts = [(match.start(), match.end(), fold(match[0])[:MOST_LETTERS]) for match in _WORD.finditer(surface)]
    found = [part for part in parts if part[2]]
    joined = "".join(word for _, _, word in found)[:MOST_LETTERS] if len(found) > 1 else ""
    last = len(found) - 1
    return tuple(Token(*part, joined if place == last else "") for place, part in enumerate(found))


def piece_around(text: str, place: int) -> tuple[int, str]:
    """Return the piece that holds the beginning of a word at ``place``, and where it begins."""
    start = place
    while start > 0 and (text[start - 1] in _HYPHENS or text[start - 1].isalnum()):
        start -= 1
    match = _SPECIAL.match(text, place) or _COMPOUND.match(text, start) or _COMPOUND.match(text, place)
    return (match.start(), match[0]) if match else (place, "")


def pieces(text: str) -> Iterator[re.Match[str]]:
    """Yield the pieces of ``text`` that hold words: plain or hyphenated words, sigles, article numbers."""
    text, place = _separated(text), 0
    for special in _SPECIAL.finditer(text):
        yield from _COMPOUND.finditer(text, place, special.start())
        yield special
        place = special.end()
    yield from _COMPOUND.finditer(text, place)


def _separated(text: str) -> str:
    """Return ``text`` with blanks for what stands between words without being seen, each in its place."""
    return text.replace("_", " ").replace("\u200b", " ")


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """Return ``word`` in lower case without accents, ligatures or points: « Cœur » gives ``coeur``."""
    text = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", word).casefold())
    bare = "".join(c for c in text if not unicodedata.combining(c))
    return _NOT_WORD.sub("", bare.replace("œ", "oe").replace("æ", "ae"))


class _Letters(dict[int, str]):
    """Each character folded; those that are no letter or figure give a blank."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = fold(character)
        self[code] = folded or ("" if unicodedata.combining(character) else " ")
        return self[code]


_FOLDED = _Letters()


def plain(text: str) -> str:
    """Return ``text`` folded letter by letter, for what need not be cut into words: twenty times as fast."""
    return text.translate(_FOLDED)


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return the stem of a folded word; numbers, article numbers and words of three letters stay as they are."""
    if len(word) <= 3 or not word.isalpha():
        return word
    stemmed = str(_STEMMER.stem(_singular(word)))
    if len(stemmed) > 3 and stemmed[-1] == stemmed[-2]:
        stemmed = stemmed[:-1]
    return stemmed


def is_stop_word(word: str) -> bool:
    """Tell whether a folded word says nothing by itself: articles, pronouns, elisions, single letters."""
    return word in STOP_WORDS or (len(word) == 1 and not word.isdigit())


def stems(text: str) -> tuple[str, ...]:
    """Return the stems of the words of ``text`` that say something, in order."""
    return tuple(stem(token.word) for token in tokens(text) if not is_stop_word(token.word))


def _fold_code(text: str) -> str:
    """Return an article number as it is indexed: « L. 251-2 » gives ``l251-2``, « 1388 bis » gives ``1388bis``."""
    return re.sub(r"[.\s]", "", re.sub(f"[{_HYPHENS}]", "-", text)).lower()


def _singular(word: str) -> str:
    """Take off the endings that the stemmer misses: -os (rodéos) and, once folded, -ée and -ées."""
    for ending, kept in (("ees", "e"), ("ee", "e"), ("os", "o")):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)] + kept
    return word


_STEMMER = FrenchStemmer()
STOP_WORDS = frozenset(fold(word) for word in (*stoplists["fr"], *_OWN_STOP_WORDS.split()))
