"""The index follows the journal."""

import dataclasses
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC

from levers_app.catalogue.records import CaseStudy
from levers_app.catalogue.vocabulary import Vocabulary
from levers_app.search import engine as engine_module
from levers_app.search.engine import SearchEngine
from levers_app.search.results import IndexCondition
from levers_app.store.folder import DataFolder
from levers_app.store.opening import Base
from tests.search.conftest import new_engine

SLUG = "rennes-villejean-hall-bourbonnais"


@pytest.fixture
def case(base: Base) -> CaseStudy:
    """An example of one's own, about something that no other sheet mentions."""
    original = base.reader.case(SLUG)
    return dataclasses.replace(original, slug="ornitho", title="Un ornithorynque dans le hall")


def test_a_saved_record_is_found(own_engine: SearchEngine, base: Base, case: CaseStudy) -> None:
    base.writer.save(case, "test")
    assert own_engine.status().condition is IndexCondition.BEHIND
    assert own_engine.follow() == 1
    assert [hit.id for hit in own_engine.search("ornithorynques ").hits] == ["case:ornitho"]


def test_new_words_can_be_completed(own_engine: SearchEngine, base: Base, case: CaseStudy) -> None:
    base.writer.save(case, "test")
    own_engine.follow()
    assert own_engine.search("ornithor").total == 1


def test_a_changed_record_is_found_once_by_its_new_words_only(
    own_engine: SearchEngine, base: Base, case: CaseStudy
) -> None:
    for title in ("Un ornithorynque", "Un kangourou", "Un kangourou roux"):
        base.writer.save(dataclasses.replace(case, title=title), "test")
    own_engine.follow()
    assert own_engine.search("ornithorynque ").total == 0
    assert own_engine.search("kangourou ").total == 1


def test_a_deleted_record_is_found_no_more(own_engine: SearchEngine, base: Base, case: CaseStudy) -> None:
    base.writer.save(case, "test")
    own_engine.follow()
    base.writer.delete(case.id, "test")
    own_engine.follow()
    assert own_engine.search("ornithorynque ").total == 0
    assert own_engine.check().sound


def test_a_record_deleted_while_nobody_followed_leaves_the_index(
    base: Base, data: DataFolder, vocabulary: Vocabulary
) -> None:
    base.writer.delete(f"case:{SLUG}", "test")
    engine = new_engine(data, vocabulary)
    engine.follow()
    assert engine.check().sound
    engine.close()


def test_a_changed_lever_changes_the_texts_that_it_quotes(own_engine: SearchEngine, base: Base) -> None:
    lever = base.reader.lever("videoprotection")
    first = dataclasses.replace(lever.legal[0], text="Code des ornithorynques", article="L1-1", says="un ornithorynque")
    base.writer.save(dataclasses.replace(lever, legal=(first, *lever.legal[1:])), "test")
    own_engine.follow()
    assert "text:code-des-ornithorynques-l1-1" in [hit.id for hit in own_engine.search("ornithorynques ").hits]
    assert own_engine.check().sound


def test_another_program_may_have_followed_already(
    own_engine: SearchEngine, base: Base, case: CaseStudy, other_engine: SearchEngine
) -> None:
    base.writer.save(case, "test")
    other_engine.follow()
    own_engine.follow()
    assert own_engine.search("ornithorynque ").total == 1


def test_an_index_ahead_of_its_base_is_not_used(own_engine: SearchEngine, base: Base, case: CaseStudy) -> None:
    before = base.path.read_bytes()
    base.writer.save(case, "test")
    own_engine.follow()
    base.writer.close()
    own_engine.close()
    for leftover in base.path.parent.glob("leviers.db-*"):
        leftover.unlink()
    base.path.write_bytes(before)
    assert own_engine.open().condition is IndexCondition.UNUSABLE


def test_a_record_that_no_journal_line_tells_of_is_missed_at_start(own_engine: SearchEngine, base: Base) -> None:
    states = [own_engine.whole]
    with closing(sqlite3.connect(base.path)) as connection, connection:
        connection.execute("CREATE TEMP TABLE copied AS SELECT * FROM case_study WHERE slug = ?", (SLUG,))
        connection.execute("UPDATE copied SET slug = 'clandestin'")
        connection.execute("INSERT INTO case_study SELECT * FROM copied")
    own_engine.open()
    states.append(own_engine.whole)
    own_engine.rebuild()
    assert [*states, own_engine.whole] == [True, False, True]


def segments(folder: Path) -> set[str]:
    """Names of the segments of the index in use."""
    number = (folder / "current").read_text(encoding="ascii")
    return {segment.segment_id() for segment in TOC.read(FileStorage(str(folder / number)), "MAIN").segments}


def test_saves_merge_what_saves_left_and_leave_the_rest_alone(
    own_engine: SearchEngine, base: Base, case: CaseStudy, data: DataFolder
) -> None:
    built = segments(data.index)
    for number in range(20):
        base.writer.save(dataclasses.replace(case, slug=f"ornitho-{number}"), "test")
        own_engine.follow()
    after = segments(data.index)
    assert built < after
    assert len(after) < 20
    assert own_engine.search("ornithorynques ").total == 20
    assert own_engine.check().sound


def test_an_index_deleted_while_it_is_used_is_noticed(
    own_engine: SearchEngine, data: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_module, "_LOOK_EVERY", 0.0)
    told: list[str] = []
    own_engine.on_loss = lambda: told.append("lost")
    assert own_engine.search("hall ").total
    assert not told
    shutil.rmtree(data.index)
    assert own_engine.search("hall ").total
    assert told == ["lost"]
