"""The postings come back as they were written, and damage is noticed."""

from array import array
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh.fields import ID, Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC, create_in
from whoosh.reading import SegmentReader

from levers_app.search.codec import ArrayCodec, BucketPool, DamagedPostingsError
from levers_app.search.schema import WeightedTerms
from levers_app.search.segment import Segment

Terms = Mapping[str, tuple[float, bytes]]
WEIGHTS = st.floats(0.125, 10, width=32)
POSITIONS = st.lists(st.integers(0, 65_535), min_size=1, max_size=4, unique=True).map(
    lambda places: b"".join(place.to_bytes(2, "little") for place in sorted(places))
)
DOCUMENTS = st.lists(
    st.dictionaries(st.text(min_size=1, max_size=5), st.tuples(WEIGHTS, POSITIONS), max_size=5), min_size=1, max_size=6
)


def written(folder: Path, documents: list[Terms]) -> None:
    """Write ``documents``, named by their number, as one segment."""
    index = create_in(str(folder), Schema(id=ID(unique=True, sortable=True), terms=WeightedTerms()))
    writer: Any = index.writer(codec=ArrayCodec())
    writer.pool = BucketPool()
    for number, terms in enumerate(documents):
        writer.add_document(id=str(number), terms=terms)
    writer.commit(merge=False)
    index.close()


@contextmanager
def opened(folder: Path) -> Iterator[Segment]:
    storage = FileStorage(str(folder), supports_mmap=False)
    toc = TOC.read(storage, "MAIN")
    (entry,) = toc.segments
    segment = Segment(SegmentReader(storage, toc.schema, entry), {})
    yield segment
    segment.give_back()


@settings(max_examples=30)
@given(DOCUMENTS)
def test_postings_come_back_as_they_were_written(
    tmp_path_factory: pytest.TempPathFactory, documents: list[Terms]
) -> None:
    folder = tmp_path_factory.mktemp("segment")
    written(folder, documents)
    with opened(folder) as segment:
        for term in {term for terms in documents for term in terms}:
            found = segment.postings(term)
            assert found is not None
            held = {number: terms[term][0] for number, terms in enumerate(documents) if term in terms}
            assert dict(zip(found[0].tolist(), found[1].tolist(), strict=True)) == pytest.approx(held)


def test_words_follow_each_other_only_where_they_stand_so(tmp_path: Path) -> None:
    def at(*places: int) -> tuple[float, bytes]:
        return (1.0, b"".join(place.to_bytes(2, "little") for place in places))

    written(tmp_path, [{"hall": at(1, 9), "occup": at(5, 10)}, {"hall": at(2), "occup": at(1)}, {"hall": at(1)}])
    with opened(tmp_path) as segment:
        assert segment.phrase(("hall", "occup")).tolist() == [0]


def test_a_changed_byte_is_noticed(tmp_path: Path) -> None:
    written(tmp_path, [{"hall": (1.0, bytes(2))}] * 50)
    (file,) = tmp_path.glob("*.seg")
    data = bytearray(file.read_bytes())
    data[data.index(array("I", range(50)).tobytes()) + 40] ^= 1
    file.write_bytes(data)
    with opened(tmp_path) as segment, pytest.raises(DamagedPostingsError):
        segment.postings("hall")
