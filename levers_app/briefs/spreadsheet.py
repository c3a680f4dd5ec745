"""The actions of a note as a spreadsheet (XLSX), the rest of its text on a sheet beside them.

What a person wrote is text, and stays text when it is opened and changed: no formula, no link. Only a cost that is an
amount in euros is a number, and one formula of ours adds up those that a filter leaves. Import it when a spreadsheet is
asked for, as ``briefs.brief``.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range
from xlsxwriter.worksheet import Worksheet

from levers_app.catalogue.actions import STATES, TEXTS
from levers_app.catalogue.costs import euros
from levers_app.catalogue.errors import LeviersError
from levers_app.catalogue.typography import NBSP, only_characters, shortened
from levers_app.sheets.action_table import FIELDS, ActionTable
from levers_app.sheets.edition import ActionsPart, Edition
from levers_app.sheets.edition_text import pieces
from levers_app.sheets.text_blocks import PLAIN
from levers_app.sheets.wording import all_of

LONGEST_CELL = 16_000
"""Characters: a cell holds 32,767 halves of them (Excel, « specifications and limits »), and an emoji has two."""
_WIDTHS = dict(zip(FIELDS, (18, 26, 34, 15, 17, 12, 14, 19, 21, 12, 22), strict=True))
"""In digits of the font: about 210 in all, which a landscape page shows at two thirds of their size."""
_NOTE_WIDTH = 100
_INK, _QUIET, _LINE, _HEAD = "#111111", "#444444", "#BDBDBD", "#ECE9E2"
_HEADINGS = (16, 13, 11)
"""Sizes of titles, in points, by level."""
_COST = FIELDS.index(TEXTS["cost"])
_MONEY, _CENTS = '#,##0 "€"', '#,##0.00 "€"'
_VISIBLE_SUM = 109
"""What SUBTOTAL does: add up, without the rows that a filter hides."""
_A4 = 9
_FORMULA_SIGNS = ("=", "+", "-", "@")
_ONLY_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


class NoActionsError(LeviersError):
    """A note without actions has nothing for a spreadsheet."""

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__(
            "Cette note ne contient aucune action\u00a0: il n’y a pas de tableau à écrire. Rien n’a été écrit. "
            "Ajoutez-y les actions d’un plan dans Leviers, ou choisissez un autre format, comme le PDF."
        )


class _Heading(str):
    """A title of the note, of a level from 1."""

    level: int


@dataclass(frozen=True, slots=True)
class _Look:
    """How a text looks, and one that a program would take for a formula once someone changes its cell."""

    plain: Format
    formula_like: Format


def actions_workbook(edition: Edition) -> bytes:
    """Return the spreadsheet of a note: a sheet a table of actions, and one for the other parts if there are any.

    The same note gives the same bytes on the same day.

    Raises:
        NoActionsError: the note has no actions.
    """
    tables = [part.table for part in edition.parts if isinstance(part, ActionsPart)]
    if not tables:
        raise NoActionsError
    file = BytesIO()
    book = _Book(edition, file)
    for place, table in enumerate(tables, start=1):
        book.add_actions(table, "Plan d’actions" if place == 1 else f"Plan d’actions {place}")
    others = tuple(part for part in edition.parts if not isinstance(part, ActionsPart))
    if others:
        book.add_note(replace(edition, parts=others, heading=True, options=replace(edition.options, contents=False)))
    book.close()
    return file.getvalue()


class _Book:
    """A spreadsheet that is being written."""

    def __init__(self, edition: Edition, file: BytesIO) -> None:
        self._edition = edition
        self._book = Workbook(file, {"in_memory": True, **_ONLY_TEXT})  # in memory: no dates of files, no folder
        about = dict(edition.about)
        self._book.set_properties(
            {
                "title": _property(edition.title),
                "subject": _property(edition.subtitle),
                "author": _property(about.get("Auteur", "")),
                "company": _property(about.get("Organisme", "")),
                "comments": _property(edition.citation),
                "created": datetime.combine(edition.printed, time()),
            }
        )
        self._text = self._look()
        self._quiet = self._look(font_color=_QUIET, text_wrap=False)
        self._strong = self._look(bold=True, text_wrap=False)
        self._column = self._look(bold=True, bg_color=_HEAD, bottom=1)
        self._cell = self._look(border=4, border_color=_LINE)
        self._first = self._look(border=4, border_color=_LINE, bold=True)
        money = {"border": 4, "border_color": _LINE, "valign": "top", "align": "right", "text_wrap": True}
        self._amounts = {
            form: self._book.add_format({**money, "font_color": _INK, "num_format": form}) for form in (_MONEY, _CENTS)
        }
        self._total = self._book.add_format({"bold": True, "align": "right", "font_color": _INK, "num_format": _CENTS})
        self._between = self._book.add_format({"top": 1, "top_color": _INK})

    def _look(self, **look: str | float) -> _Look:
        base = {"valign": "top", "text_wrap": True, "font_color": _INK, **look}
        guarded = {**base, "num_format": "@", "quote_prefix": True}
        return _Look(self._book.add_format(base), self._book.add_format(guarded))

    def add_actions(self, table: ActionTable, name: str) -> None:
        """Add the table under the head of the note."""
        sheet = self._new_sheet(name, landscape=True)
        for column, width in enumerate(_WIDTHS.values()):
            sheet.set_column(column, column, width)
        head = _write_lines(sheet, self._head_lines(table))
        for column, label in enumerate(FIELDS):
            _write(sheet, head, column, label, self._column)
        looks = (self._cell, self._first, *([self._cell] * (len(FIELDS) - 2)))
        end, known = head, []
        for end, cells in enumerate(_rows(table), start=head + 1):
            for column, (text, look) in enumerate(zip(cells, looks, strict=True)):
                amount = euros(text) if column == _COST else None
                if amount is None:
                    _write(sheet, end, column, text, look)
                else:
                    known.append(amount)
                    sheet.write_number(end, column, float(amount), self._amounts[_CENTS if amount % 1 else _MONEY])
        self._make_usable(sheet, head, end)
        if len(known) > 1:
            rows = xl_range(head + 1, _COST, end, _COST)
            dropped = any(row.state == "dropped" for group in table.groups for row in group.rows)
            what = f"Total des coûts chiffrés, lignes affichées{', abandonnées comprises' if dropped else ''}"
            sheet.write_string(end + 2, _COST - 1, what, self._total)
            sheet.write_formula(end + 2, _COST, f"=SUBTOTAL({_VISIBLE_SUM},{rows})", self._total, float(sum(known)))

    def _head_lines(self, table: ActionTable) -> Iterator[tuple[str, _Look]]:
        edition = self._edition
        yield edition.title, self._look(bold=True, font_size=_HEADINGS[0], text_wrap=False)
        yield edition.subtitle, self._quiet
        yield all_of(f"{label}{NBSP}: {said}" for label, said in edition.about), self._quiet
        yield edition.mention, self._strong
        yield all_of((table.title if table.title != edition.title else "", table.standing)), self._quiet

    def _make_usable(self, sheet: Worksheet, head: int, end: int) -> None:
        """Keep the head in sight and on each page, filter the columns, offer the states, set levers apart."""
        last, state = len(FIELDS) - 1, FIELDS.index("État")
        sheet.freeze_panes(head + 1, FIELDS.index("Action") + 1)
        sheet.autofilter(head, 0, end, last)
        sheet.repeat_rows(head)
        sheet.data_validation(
            *(head + 1, state, end, state),
            {
                "validate": "list",
                "source": list(STATES.values()),
                "error_title": "État inconnu",
                "error_message": "Choisissez un état de la liste.",
            },
        )
        sheet.ignore_errors({"number_stored_as_text": xl_range(0, 0, end, last)})  # « 2026 » is a text as any other
        # A rule rather than borders: it still sets levers apart once the rows are sorted another way.
        apart = {"type": "formula", "criteria": f"=$A{head + 2}<>$A{head + 1}", "format": self._between}
        sheet.conditional_format(head + 1, 0, end, last, apart)

    def add_note(self, edition: Edition) -> None:
        """Add the text of the note, a paragraph or an item a row."""
        sheet = self._new_sheet("Note")
        sheet.set_column(0, 0, _NOTE_WIDTH)
        looks = [self._look(bold=True, font_size=size) for size in _HEADINGS]
        dialect = replace(PLAIN, heading=_heading)
        lines: list[tuple[str, _Look]] = []
        for written in pieces(edition, dialect):
            look = looks[min(written.level, len(looks)) - 1] if isinstance(written, _Heading) else self._text
            lines.extend((line, look) for line in written.split("\n"))
        _write_lines(sheet, lines)

    def _new_sheet(self, name: str, *, landscape: bool = False) -> Worksheet:
        sheet = self._book.add_worksheet(name)
        sheet.hide_gridlines(2)
        sheet.set_paper(_A4)
        if landscape:
            sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.7)
        title, mention = (_footer(text) for text in (self._edition.title, self._edition.mention))
        sheet.set_footer(f"&L{title}&C{mention}&RPage &P sur &N")
        return sheet

    def close(self) -> None:
        """Write the file."""
        self._book.close()


def _rows(table: ActionTable) -> Iterator[Sequence[str]]:
    """Yield the cells of each row; what no cell can hold goes on in the next row, after the name of its lever."""
    for group in table.groups:
        for row in group.rows:
            lever, *fields = (_cut(text) for text in (group.title, *row.fields))
            for place in range(max(map(len, (lever, *fields)))):
                here = (field[place] if place < len(field) else "" for field in fields)
                yield lever[min(place, len(lever) - 1)], *here


def _cut(text: str) -> list[str]:
    """Cut ``text`` into what a cell can hold, between words where there are any; nothing of it is lost."""
    cut: list[str] = []
    while len(text) > LONGEST_CELL:
        place = max(text.rfind(space, 0, LONGEST_CELL) for space in " \n") + 1 or LONGEST_CELL
        cut.append(text[:place])
        text = text[place:]
    return [*cut, text]


def _write_lines(sheet: Worksheet, lines: Iterable[tuple[str, _Look]]) -> int:
    """Write lines one under the other, without those that are empty; return the row after the last."""
    row = 0
    for text, look in lines:
        for piece in _cut(PLAIN.words(text)) if text.strip() else ():
            _write(sheet, row, 0, piece, look)
            row += 1
    return row


def _write(sheet: Worksheet, row: int, column: int, text: str, look: _Look) -> None:
    text = only_characters(text)
    if text.startswith("<r>") and text.endswith("</r>"):  # XlsxWriter takes such a text for markup of its own
        text = f" {text}"
    form = look.formula_like if text.startswith(_FORMULA_SIGNS) else look.plain
    if text:
        sheet.write_string(row, column, text, form)
    else:
        sheet.write_blank(row, column, None, form)


def _heading(level: int, title: str) -> _Heading:
    heading = _Heading(title)
    heading.level = level
    return heading


def _property(text: str) -> str:
    return only_characters(shortened(text, 255))


def _footer(text: str) -> str:
    """Return ``text`` for the foot of a page, where & begins a code, and XlsxWriter reads some even in « && »."""
    return only_characters(shortened(text, 60)).replace("&", "＆")
