"""The check finds what is wrong, and nothing else."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from levers_app.store.checking import check
from levers_app.store.errors import StorageError
from levers_app.store.opening import Base
from tests.store.samples import bundle, case, lever, term


@pytest.fixture
def sound(base: Base) -> Base:
    base.writer.load_bundle(bundle(lever(), case(), term()))
    base.writer.save(case(title="Le mien"), "Anne")
    base.writer.save(case("autre"), "Anne")
    base.writer.delete("term:clspd", "Anne")
    return base


def execute(path: Path, script: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executescript(script)


def test_sound_base(sound: Base):
    assert check(sound) == []


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("DELETE FROM case_study WHERE slug = 'autre'", "mène à une fiche absente"),
        ("DELETE FROM journal WHERE seq = 2", "Il manque des lignes au journal"),
        ("DELETE FROM journal WHERE record_id = 'case:autre'", "n’a pas de ligne dans le journal"),
        ("UPDATE case_study SET title = 'x' WHERE slug = 'autre'", "n’est pas celle que décrit le journal"),
        ("DELETE FROM case_problem; DELETE FROM case_lever; DELETE FROM case_study", "est absente de la base"),
        ("UPDATE bundled_record SET snapshot = '' WHERE record_id = 'lever:mediation'", "La fiche fournie"),
    ],
)
def test_each_fault_is_told(sound: Base, statement: str, said: str):
    execute(sound.path, statement)
    assert any(said in finding.text for finding in check(sound))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET snapshot = '' WHERE seq = 1",
        "UPDATE case_study SET title = 'x' WHERE slug = 'autre'",
        "UPDATE lever SET sources = '[{'",
    ],
)
def test_one_fault_is_told_once(sound: Base, statement: str):
    execute(sound.path, statement)
    assert len(check(sound)) == 1


def test_broken_links_of_one_table_are_told_together(sound: Base):
    execute(sound.path, "DELETE FROM case_study")
    texts = [finding.text for finding in check(sound)]
    assert len(texts) == len(set(texts))
    assert (
        "Table «\u00a0case_lever\u00a0»\u00a0: 2 liens mènent à une fiche absente de «\u00a0case_study\u00a0»." in texts
    )


def test_missing_base_is_told(base: Base):
    base.path.unlink()
    with pytest.raises(StorageError):
        check(base)
