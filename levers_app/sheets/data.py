"""A document as plain data that JSON holds, for scripts: keys in English, texts as they are read."""

import dataclasses
from typing import Any

from levers_app.sheets.document import (
    Attached,
    AttachedItem,
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
        case RecordList() | Attached():
            return _listed(block)


def _listed(block: RecordList | Attached) -> Data:
    if isinstance(block, Attached):
        return {"type": "attachments", "items": [_attached(item) for item in block.items]}
    related = [{"id": r.target, "title": r.title, "mark": r.mark, "meta": r.meta} for r in block.items]
    return {"type": "records", "items": related}


def _attached(item: AttachedItem) -> Data:
    """Return what is known of a photo or document; where its file lies is nobody else's affair."""
    return {"name": item.name, "caption": item.caption, "media": item.media, "size": item.size}


def _row(row: Row) -> Data:
    return {"label": row.label, "text": plain(row.line), "verify": row.verify, "target": row.target}
