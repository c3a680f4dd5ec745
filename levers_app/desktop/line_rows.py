"""Sentences of an answer as rows of a list: what each says, and what it leads to; no Qt here."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from levers_app.catalogue.typography import NBSP
from levers_app.insight.facts import Line
from levers_app.sheets.wording import counted

Filters = tuple[tuple[str, tuple[str, ...]], ...]
"""Facets, each with its chosen values: rows can be compared, and are keys."""
RULE_MARK = "rule:"
"""Begins the id of a rule, which is shown beside the answer."""
PAGE_MARK = "http"
"""Begins the address of a page of the web, where a rule comes from one."""


@dataclass(frozen=True, slots=True)
class LineRow:
    """One row.

    Attributes:
        text: the sentence, or the words of a heading.
        origins: ids of the records (or rules) that it comes from, the first ones of ``total``.
        filters: those of a list that holds all examples that the sentence counts; None when it counts none.
        heading: it names the rows below it.
        mark: slug of the sign before it: a family, an outcome, a kind of record.
        note: words at right.
        warns: it says that something lacks or must be watched.
        quiet: it is said in passing.
        begins: the quiet rows after it belong to it: a line parts it from the group above.
        key: by which :meth:`line_list.LineList.go_to` finds it.
    """

    text: str
    origins: tuple[str, ...] = ()
    total: int = 0
    filters: Filters | None = None
    heading: bool = False
    mark: str = ""
    note: str = ""
    warns: bool = False
    quiet: bool = False
    begins: bool = False
    key: str = ""

    @property
    def records(self) -> tuple[str, ...]:
        """The records that it comes from."""
        return tuple(id_ for id_ in self.origins if not id_.startswith(RULE_MARK))

    @property
    def leads(self) -> bool:
        """Whether it leads anywhere."""
        return bool(self.origins) and not self.heading

    @property
    def way(self) -> str:
        """Where it leads, in a few words: « 5 exemples », « Fiche », « Règle »."""
        records = self.records
        if not self.leads:
            return ""
        if not records:
            return "Règle"
        if records[0].startswith(PAGE_MARK):
            return "Page web"
        sheets = [id_ for id_ in records if not id_.startswith("case:")]
        if len(sheets) < len(records):
            return counted(max(self.total, len(records)) - len(sheets), "exemple")
        if records[0].startswith("problem:"):
            return "Situation"
        return "Fiche" if len(records) == 1 else counted(len(records), "fiche")

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        if self.heading:
            return ", ".join(filter(None, (self.text, self.note)))
        lead = f"Entrée ouvre{NBSP}: {self.way}." if self.leads else ""
        return " ".join(filter(None, (self.text, f"{self.note}." if self.note else "", lead)))


def heading(text: str, note: str = "") -> LineRow:
    """Return a heading."""
    return LineRow(text, heading=True, note=note)


def line_row(
    line: Line,
    *,
    filters: Filters | None = None,
    mark: str = "",
    note: str = "",
    warns: bool = False,
    quiet: bool = False,
) -> LineRow:
    """Return the row of a sentence."""
    return LineRow(line.text, line.origins, line.total, filters, mark=mark, note=note, warns=warns, quiet=quiet)


def section(title: str, rows: Iterable[LineRow], note: str = "") -> Iterator[LineRow]:
    """Yield a heading and its rows; nothing where there are none."""
    found: Sequence[LineRow] = list(rows)
    if found:
        yield heading(title, note)
        yield from found
