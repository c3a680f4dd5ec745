"""How the index lies on disk: Whoosh's codec, but for the postings of a term, which are arrays rather than pickles.

Whoosh writes and reads postings one by one, in blocks of pickled tuples: that took half the time of building an index,
and most of a search over a hundred thousand examples. Here a term is two runs of bytes, each with its checksum: first
documents and weights, which every search reads, then positions, which only phrases read. A damaged run is noticed.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from struct import Struct
from typing import Any
from zlib import crc32

import numpy as np
import numpy.typing as npt
from whoosh.codec.base import PostingsWriter
from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter
from whoosh.matching.mcore import LeafMatcher

Documents = npt.NDArray[np.uint32]
Weights = npt.NDArray[np.float32]

_HEAD = Struct("<II")
"""What stands before a run: its length and its checksum."""
_WORD = 4


class DamagedPostingsError(Exception):
    """What was read is not what was written."""


Bucket = list[Any]
"""The postings of one term while an index is written: document, weight, positions, document, weight, positions…"""


class BucketPool:
    """Collects postings by field and term; stands in for Whoosh's pool, which sorts all of them at once.

    That sort would hold the interpreter, and so the window, for a quarter of a second every thousand documents.
    """

    def __init__(self) -> None:
        """Begin empty."""
        self._fields: dict[str, dict[str, Bucket]] = defaultdict(lambda: defaultdict(list))

    def add(self, posting: tuple[str, bytes, int, float, Any]) -> None:
        """Add what a document has in a field: all its terms (term -> weight, positions), or one of them in a merge."""
        field, term, document, weight, value = posting
        terms = self._fields[field]
        if isinstance(value, bytes):
            terms[term.decode()] += (document, weight, value)
            return
        for text, (worth, positions) in value.items():
            terms[text] += (document, worth, positions)

    def iter_postings(self) -> Iterator[tuple[str, Iterable[tuple[bytes, Bucket]]]]:
        """Yield each field with its terms in order: what :class:`ArrayFieldWriter` takes."""
        for field, terms in sorted(self._fields.items()):
            yield field, ((term.encode(), terms[term]) for term in sorted(terms))

    def cleanup(self) -> None:
        """Forget everything."""
        self._fields.clear()


class ArrayCodec(W3Codec):
    """Whoosh's codec with our postings."""

    length_stats = False  # our weights hold the lengths already

    def field_writer(self, storage: Any, segment: Any) -> "ArrayFieldWriter":
        """Return what writes the terms of a segment."""
        return ArrayFieldWriter(self, storage, segment)

    def postings_writer(self, dbfile: Any, byteids: bool = False) -> "ArrayPostingsWriter":
        """Return what writes the postings of a field."""
        return ArrayPostingsWriter(dbfile)

    def postings_reader(
        self, dbfile: Any, terminfo: Any, format_: Any, term: Any = None, scorer: Any = None
    ) -> "ArrayMatcher":
        """Return the postings of a term."""
        return ArrayMatcher(dbfile, terminfo, term)


class ArrayFieldWriter(W3FieldWriter):
    """Takes whole terms from :class:`BucketPool`."""

    def add_postings(
        self, schema: Any, lengths: Any, items: Iterable[tuple[str, Iterable[tuple[bytes, Bucket]]]]
    ) -> None:
        """Write ``items``, field by field, term by term."""
        for field, terms in items:
            self.start_field(field, schema[field])
            postings: Any = self._postwriter
            for term, bucket in terms:
                self.start_term(term)
                postings.bucket = bucket
                self.finish_term()
            self.finish_field()


class ArrayPostingsWriter(PostingsWriter):
    """Writes one bucket a term; also what Whoosh needs to know of it for its table of terms."""

    def __init__(self, file: Any) -> None:
        """``file`` is the segment's file of postings."""
        self._file = file
        self._info: Any = None
        self.bucket: Bucket = []

    def start_postings(self, format_: Any, terminfo: Any) -> None:
        """Begin a term."""
        self._info = terminfo
        self.bucket = []

    def add_posting(self, id_: int, weight: float, vbytes: bytes, length: int | None = None) -> None:
        """Add one posting: Whoosh's own way in, beside ``bucket``."""
        self.bucket += (id_, weight, vbytes)

    def finish_postings(self) -> Any:
        """Write the term and return what Whoosh keeps of it."""
        start = self._file.tell()
        documents, weights = array("I", self.bucket[::3]), array("f", self.bucket[1::3])
        positions = self.bucket[2::3]
        lengths = array("I", map(len, positions))
        for run in (documents.tobytes() + weights.tobytes(), lengths.tobytes() + b"".join(positions)):
            self._file.write(_HEAD.pack(len(run), crc32(run)))
            self._file.write(run)
        self._info.add_block(_Block(documents, weights))
        self._info.set_extent(start, self._file.tell() - start)
        return self._info

    def written(self) -> bool:
        """Nothing waits between two terms."""
        return True


class _Block:
    """What Whoosh asks of a block of postings."""

    def __init__(self, documents: Sequence[int], weights: Sequence[float]) -> None:
        self._ids = documents
        self._weights = weights

    def __len__(self) -> int:
        return len(self._ids)

    def min_id(self) -> int:
        return self._ids[0]

    def max_id(self) -> int:
        return self._ids[-1]

    def max_weight(self) -> float:
        return max(self._weights)

    def min_length(self) -> int:
        return 0

    def max_length(self) -> int:
        return 0


class ArrayMatcher(LeafMatcher):
    """The postings of one term in one segment: as arrays for us, one by one for Whoosh when it merges segments."""

    def __init__(self, file: Any, terminfo: Any, term: Any = None) -> None:
        """Read nothing yet."""
        self._file = file
        self._terminfo = terminfo
        self._start = int(terminfo.extent()[0])
        self._count = int(terminfo.doc_frequency())
        self._term = term
        self.scorer = None
        self._at = 0
        self._head: tuple[Documents, Weights] | None = None
        self._tail: tuple[Documents, npt.NDArray[np.uint16]] | None = None

    def arrays(self) -> tuple[Documents, Weights]:
        """Return document numbers of the segment, in order, and weights.

        Raises:
            DamagedPostingsError: the file is cut short or was changed.
        """
        if self._head is None:
            run = self._run(self._start)
            documents = np.frombuffer(run, np.uint32, self._count)
            self._head = documents, np.frombuffer(run, np.float32, self._count, _WORD * self._count)
        return self._head

    def positions(self) -> tuple[Documents, npt.NDArray[np.uint16]]:
        """Return how many positions each document has, and all positions one after the other.

        Raises:
            DamagedPostingsError: the file is cut short or was changed.
        """
        if self._tail is None:
            run = self._run(self._start + _HEAD.size + 2 * _WORD * self._count)
            lengths = np.frombuffer(run, np.uint32, self._count)
            self._tail = lengths // 2, np.frombuffer(run, np.uint16, offset=_WORD * self._count)
        return self._tail

    def _run(self, start: int) -> bytes:
        head: bytes = self._file.get(start, _HEAD.size)
        if len(head) == _HEAD.size:
            length, check = _HEAD.unpack(head)
            run: bytes = self._file.get(start + _HEAD.size, length)
            if len(run) == length and crc32(run) == check:
                return run
        raise DamagedPostingsError(str(self._term))

    # What Whoosh uses when it merges segments.

    def is_active(self) -> bool:
        """Whether there is a present posting."""
        return self._at < self._count

    def id(self) -> int:
        """Document of the present posting."""
        return int(self.arrays()[0][self._at])

    def weight(self) -> float:
        """Weight of the present posting."""
        return float(self.arrays()[1][self._at])

    def value(self) -> bytes:
        """Positions of the present posting."""
        counts, positions = self.positions()
        start = int(counts[: self._at].sum())
        return positions[start : start + int(counts[self._at])].tobytes()

    def next(self) -> None:
        """Go on to the next posting."""
        self._at += 1

    def reset(self) -> None:
        """Go back to the first posting."""
        self._at = 0

    def copy(self) -> "ArrayMatcher":
        """Return another matcher of the same term, at the first posting."""
        return ArrayMatcher(self._file, self._terminfo, self._term)

    def skip_to(self, id: int) -> None:
        """Go on to the first posting of a document not before ``id``."""
        self._at = max(self._at, int(np.searchsorted(self.arrays()[0], id)))

    def supports_block_quality(self) -> bool:
        """Say that there are no blocks to skip."""
        return False
