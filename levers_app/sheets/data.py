"""A document as plain data that JSON holds, for scripts: keys in English, texts as they are read."""

import dataclasses
from typing import Any

from levers_app.sheets.document import (
    Block,
    BulletList,
    Document,
    EvidenceBlock,
    Paragraph,
    RecordList,
    ResultList,
    Row,
    Rows,
    Section,
    plain,
)

Data = dict[str, Any]


def to_json(document: Document) -> Data:
    """Return ``document`` as dicts, lists, texts and numbers; marks of sources read ``[7, 10]``."""
    return {
        "id": document.id,
        "kind": document.kind,
        "title": document.title,
        "family": document.family or None,
        "facts": [{"kind": fact.kind, "value": fact.value, "label": fact.label} for fact in document.facts],
        "lead": plain(document.lead),
        "sections": [_section(section) for section in document.sections],
        "sources": [dataclasses.asdict(source) for source in document.sources],
        "origin": document.origin,
    }


def _section(section: Section) -> Data:
    return {"key": section.key, "title": section.title, "blocks": [_block(block) for block in section.blocks]}


def _block(block: Block) -> Data:
    match block:
        case Paragraph(line):
            return {"type": "paragraph", "text": plain(line)}
        case BulletList(items, numbered):
            texts = [plain(item.line) for item in items]
            return {"type": "steps" if numbered else "list", "items": texts}
        case Rows(rows):
            return {"type": "rows", "rows": [_row(row) for row in rows]}
        case EvidenceBlock(strength, _, rows):
            return {"type": "evidence", "strength": strength, "rows": [_row(row) for row in rows]}
        case ResultList(results):
            found = [{"text": plain(r.line), "figure": r.figure, "measured": r.measured} for r in results]
            return {"type": "results", "items": found}
        case RecordList(records):
            related = [{"id": r.target, "title": r.title, "mark": r.mark, "meta": r.meta} for r in records]
            return {"type": "records", "items": related}


def _row(row: Row) -> Data:
    return {"label": row.label, "text": plain(row.line), "verify": row.verify, "target": row.target}
