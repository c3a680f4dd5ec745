import re

import pytest

from levers_app.catalogue.errors import UnknownRecordError
from levers_app.catalogue.marks import SOURCE_MARK
from levers_app.sheets.data import to_json
from levers_app.sheets.document import Acronym, Link, RecordList, Rows, SourceMark, lines, plain
from levers_app.sheets.html import to_html
from levers_app.sheets.library import Library
from levers_app.sheets.text import to_markdown, to_text
from levers_app.store.reading import Origin, Reader


def every_block(document):
    return [block for section in document.sections for block in (*section.blocks, *section.essential)]


def every_piece(document):
    shown = [document.lead, *(line for block in every_block(document) for line in lines(block))]
    return [piece for line in shown for piece in line]


def targets(document):
    yield from (piece.target for piece in every_piece(document) if isinstance(piece, Link | Acronym))
    for block in every_block(document):
        if isinstance(block, Rows):
            yield from (row.target for row in block.rows if row.target)


def section(document, key):
    return next(part for part in document.sections if part.key == key)


def test_every_link_of_every_sheet_leads_to_a_sheet(documents):
    assert {target for document in documents.values() for target in targets(document)} <= documents.keys()


def test_every_mark_cites_a_source_of_its_sheet(documents):
    for document in documents.values():
        cited = {n for piece in every_piece(document) if isinstance(piece, SourceMark) for n in piece.numbers}
        assert cited <= {source.number for source in document.sources}


@pytest.mark.parametrize("write", [to_html, to_markdown, to_text, lambda document: str(to_json(document))])
def test_no_raw_mark_or_markup_is_left(documents, write):
    for document in documents.values():
        written = write(document)
        assert not SOURCE_MARK.search(written.replace("\\", ""))
        assert write is to_markdown or "**" not in written


def test_lines_begin_with_a_capital(documents):
    for document in documents.values():
        for block in every_block(document):
            if isinstance(block, Rows):
                assert not [row for row in block.rows if plain(row.line)[:1].islower()]


def test_a_lever_has_its_sections_in_order(documents):
    keys = [part.key for part in documents["lever:videoprotection"].sections]
    assert keys[:5] == ["description", "objectifs", "conditions", "limites", "preuves"]
    assert keys[5:11] == ["textes", "acteurs", "mise-en-oeuvre", "indicateurs", "couts", "financements"]
    assert keys[11:] == ["situations", "exemples", "combinaisons"]


def test_essential_of_a_lever(documents):
    document = documents["lever:videoprotection"]
    essential = {part.key: part.essential for part in document.sections if part.essential}
    assert essential.keys() == {"conditions", "preuves", "couts", "exemples"}
    assert len(essential["conditions"][0].items) == 4
    assert len({item.mark for item in essential["exemples"][0].items}) == 2


def test_facts_of_a_lever(documents):
    facts = documents["lever:videoprotection"].facts
    assert [facts[0].label, facts[1].kind] == ["Preuves moyennes", "examples"]
    assert sum(int(fact.label.split()[0]) for fact in facts if fact.kind == "outcome") == int(facts[1].value)
    assert facts[-1].label == "2 points à vérifier"


def test_legal_rows_lead_to_their_text_and_say_what_to_verify(documents):
    row = section(documents["lever:videoprotection"], "textes").blocks[0].rows[0]
    assert (row.label, row.target) == ("CSI L251-2", "text:code-de-la-securite-interieure-l251-2")
    assert row.verify.startswith("Version du 6 juillet 2022")
    assert isinstance(row.line[-1], SourceMark)


def test_a_case_begins_with_its_results(documents):
    document = documents["case:besancon-planoise-quartier-reconquete"]
    results = document.sections[0].blocks[0].items
    assert document.sections[0].title == "Résultats"
    assert [item.measured for item in results] == [True, False, True]


def test_facts_of_a_case(documents):
    labels = [fact.label for fact in documents["case:besancon-planoise-quartier-reconquete"].facts]
    assert labels == ["Résultats mitigés", "Besançon (25), Planoise", "2018–2023", "QPV", "Emprise forte"]


def test_a_text_says_what_each_lever_says_of_it(documents):
    document = documents["text:code-de-la-securite-interieure-l272-4"]
    assert plain(document.lead) == "2 leviers citent ce texte."
    assert {row.target.partition(":")[0] for row in section(document, "leviers").blocks[0].rows} == {"lever"}
    assert document.sources


def test_a_term_cites_its_source_before_the_full_stop(documents):
    document = documents["term:clspd"]
    assert re.search(r"\w \[1\]\.$", plain(section(document, "definition").blocks[0].line))
    assert not [piece for piece in every_piece(document) if isinstance(piece, Acronym)]


def test_a_situation_groups_levers_by_family(documents, vocabulary):
    document = documents["problem:occupation-halls"]
    families = [part.key.removeprefix("famille-") for part in document.sections if part.key.startswith("famille-")]
    assert families == [slug for slug in vocabulary.families if slug in families]
    assert {item.mark for item in section(document, "famille-surete").blocks[0].items} == {"surete"}


def test_examples_come_by_outcome(documents, vocabulary):
    for document in documents.values():
        for part in document.sections:
            if part.key == "exemples" and isinstance(part.blocks[0], RecordList):
                ranks = [list(vocabulary.outcomes).index(item.mark) for item in part.blocks[0].items]
                assert ranks == sorted(ranks)


@pytest.mark.parametrize(
    "identifier",
    ["", "lever", "lever:", ":", "lever:nope", "problem:nope", "text:nope", "x:clspd", "lever:a'; --", "é" * 999],
)
def test_unknown_records(library, identifier):
    with pytest.raises(UnknownRecordError, match="ne correspond à aucune fiche"):
        library.sheet(identifier)


class EditedReader(Reader):
    """A reader of a base where every record has the same origin."""

    answer = Origin(bundled=True, edited=False, newer=False)

    def origin(self, id_):
        return self.answer


@pytest.mark.parametrize(
    ("origin", "said"),
    [
        (Origin(bundled=True, edited=False, newer=False), "Fiche fournie avec Leviers, non modifiée"),
        (Origin(bundled=True, edited=True, newer=False), "Fiche fournie avec Leviers, modifiée ici"),
        (Origin(bundled=True, edited=True, newer=True), "modifiée ici, une version plus récente existe"),
        (Origin(bundled=False, edited=False, newer=False), "Fiche créée dans cette base"),
    ],
)
def test_a_sheet_says_where_it_comes_from(base, vocabulary, origin, said):
    reader = EditedReader(base.path)
    reader.answer = origin
    assert Library(reader, vocabulary).sheet("term:clspd").origin.endswith(said)


class CountingReader(Reader):
    """A reader that tells how often the glossary was read."""

    glossaries = 0

    def glossary(self):
        self.glossaries += 1
        return super().glossary()


def test_the_glossary_is_read_again_after_a_refresh_only(base, vocabulary):
    reader = CountingReader(base.path)
    library = Library(reader, vocabulary)
    for _ in range(2):
        library.sheet("term:clspd")
    assert reader.glossaries == 1
    library.refresh()
    library.sheet("term:clspd")
    assert reader.glossaries == 2
