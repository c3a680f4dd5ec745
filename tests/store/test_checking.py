"""The check finds what is wrong, and nothing else."""

import sqlite3
from contextlib import closing

import pytest

from levers_app.store.checking import check
from levers_app.store.opening import Base
from tests.store.samples import bundle, case, lever, term


@pytest.fixture
def sound(base: Base) -> Base:
    base.writer.load_bundle(bundle(lever(), case(), term()))
    base.writer.save(case(title="Le mien"), "Anne")
    base.writer.save(case("autre"), "Anne")
    base.writer.delete("term:clspd", "Anne")
    return base


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
    with closing(sqlite3.connect(sound.path)) as connection, connection:
        connection.executescript(statement)
    assert any(said in finding.text for finding in check(sound))


def test_missing_base_is_told(base: Base):
    base.path.unlink()
    assert [finding.severity for finding in check(base)] == ["error"]
