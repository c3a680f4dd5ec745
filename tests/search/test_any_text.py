"""Any text may be asked for, and any text may be in a record: there is an answer, and the work stays bounded."""

import random
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from levers_app.search.analysis import is_stop_word, tokens
from levers_app.search.engine import SearchEngine
from levers_app.search.lexicon import Lexicon
from levers_app.search.remarks import remarks
from levers_app.search.segment import Segment
from tests.search.conftest import SmallSource

LENGTH = 100_000
PIECES = (
    *('"', "«", "»", "(", ")", "[", "*", "-", " -", "--", ":", "..", "/", "\\", "?", "~", "^", "&", "|", "%", " "),
    *(
        "famille:",
        "xyz:",
        "ville:",
        "-type:",
        "annee:",
        "intensite:",
        "2019..",
        ",",
        "type:levier,",
        "x:y:z",
        " : ",
        "AND",
        "OR",
        "NOT",
    ),
    *("\0", "\x1b[31m", "\x07", "\r\n", "\u202e", "\u200b", "\ufeff", "\ud800", "e\u0301", "\ufdfa", "\ufb01", "🏢"),
    *("hall", "médiation", "l.251-2", "c.l.s.p.d.", "1388 bis", "inter-bailleurs", "'", "’", "de", "#", "="),
)
queries = st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=25).map("".join)
TEXT = "Le conseil local se réunit dans le hall : médiation (n° 12), C.L.S.P.D., œuvre – fin\0\u202e."


@given(queries)
def test_any_text_is_answered(engine: SearchEngine, text: str) -> None:
    results = engine.search(text, limit=5)
    assert results.complete
    assert min(results.total, 5) == len(results.hits)
    assert "".join(span.text for span in engine.highlight(TEXT, text)) == TEXT
    assert all(remark.plain() for remark in remarks(results))


@given(st.text(alphabet='"«»()*-:+~^?[]{}/\\&|!\0\x01\x1b\t\n ', max_size=60))
def test_operators_alone_find_nothing(engine: SearchEngine, text: str) -> None:
    assert engine.search(text).total == 0


class Work:
    """Counts postings read, and letters of the words looked up, rather than time."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.postings = self.letters = 0
        postings, contains = Segment.postings, Lexicon.__contains__

        def read(segment: Segment, term: str) -> object:
            self.postings += 1
            return postings(segment, term)

        def look_up(lexicon: Lexicon, word: str) -> bool:
            self.letters += len(word)
            return contains(lexicon, word)

        monkeypatch.setattr(Segment, "postings", read)
        monkeypatch.setattr(Lexicon, "__contains__", look_up)


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Iterator[Work]:
    with monkeypatch.context() as patch:
        yield Work(patch)


LONG = {
    "letters": "a",
    "words": "hall ",
    "other words": "".join(f"mot{number} " for number in range(20_000)),
    "near words": "".join(f"{'m' * (number % 40)}ediation " for number in range(5_000)),
    "hyphens": "hall-",
    "points": "c.l.",
    "article numbers": "l.251-2 ",
    "open quotes": '"hall ',
    "quotes": '"',
    "left out": "-hall ",
    "minus": "-",
    "parentheses": "(",
    "fields": "famille:",
    "values": "ville:zzz ",
    "years": "annee:2019..2023 ",
    "marks": "e\u0301",
    "long when folded": "\ufdfa",
    "controls": "\0\x1b",
    "pictures": "🏢",
}


def repeated(unit: str) -> str:
    return (unit * (LENGTH // len(unit) + 1))[:LENGTH]


@pytest.mark.parametrize("unit", LONG.values(), ids=LONG)
def test_a_long_text_asks_for_little(engine: SearchEngine, work: Work, unit: str) -> None:
    text = repeated(unit)
    engine.search(text)
    engine.complete(text)
    engine.marker(text)
    engine.near_words(text)
    assert work.postings <= 500
    assert work.letters <= 2_500_000  # 24 words of 40 letters, 54 changes a letter


@pytest.fixture
def _sound(own: SearchEngine) -> Iterator[None]:
    """See that the index is sound in the end."""
    yield
    assert own.check().sound


def write(engine: SearchEngine, source: SmallSource, title: str, body: str) -> None:
    random.seed()  # hypothesis gives each text the same random numbers, and Whoosh the same names to its files
    lever = source.levers["lever:clspd"]
    source.save(replace(lever, title=title, description=body))
    engine.follow()


@pytest.mark.usefixtures("_sound")
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=queries, body=queries)
def test_any_text_is_indexed_and_found(own: SearchEngine, source: SmallSource, title: str, body: str) -> None:
    write(own, source, title, body)
    words = [token.word for token in tokens(f"{title}\n{body}") if not is_stop_word(token.word)]
    for word in (*words[:2], *words[-2:]):
        results = own.search(f"{word} ", limit=100)
        assert "lever:clspd" in [hit.id for hit in results.hits]


@pytest.mark.usefixtures("_sound")
@pytest.mark.parametrize("name", ["letters", "words", "other words", "hyphens", "points", "long when folded"])
def test_a_record_of_any_length_is_indexed(own: SearchEngine, source: SmallSource, name: str) -> None:
    text = repeated(LONG[name])
    write(own, source, f"Ornithorynque {text}", text)
    assert own.search("ornithorynque ").total == 1
