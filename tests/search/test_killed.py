"""Killed at any moment of a rebuild or of a follow: before any of the steps that change or open a file of the index."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from levers_app.catalogue.vocabulary import Vocabulary
from levers_app.search.engine import SearchEngine
from levers_app.search.results import IndexCondition
from tests.search.conftest import SmallSource

MOMENTS = 5
TELLING = "ornithorynque"

# One program forks a copy of itself for each moment: imports are what takes long.
KILLED = """
import os, random, shutil, signal, sys
from pathlib import Path
from levers_app.catalogue.vocabulary import load_vocabulary
from levers_app.paths import content_folder
from levers_app.search.engine import SearchEngine
from tests.search.test_killed import changed

act, index, root, moments = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4])
vocabulary = load_vocabulary(content_folder())

def go(folder, last=None):
    engine = SearchEngine(folder, changed(), vocabulary)
    engine.open()
    steps = 0
    def step(event, arguments):
        nonlocal steps
        if event in ("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir") and str(folder) in str(arguments[0]):
            if steps == last:
                os.kill(os.getpid(), signal.SIGKILL)
            steps += 1
    sys.addaudithook(step)
    getattr(engine, act)()
    return steps

steps = go(shutil.copytree(index, root / "whole"))
for moment in random.Random(1).sample(range(steps), moments):
    folder = shutil.copytree(index, root / str(moment))
    child = os.fork()
    if not child:
        go(folder, moment)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
"""


def changed() -> SmallSource:
    """The small base after a change that its index does not hold."""
    source = SmallSource()
    lever = source.levers["lever:clspd"]
    source.save(replace(lever, title=f"{lever.title} {TELLING}"))
    source.delete("lever:chantiers-educatifs")
    return source


@pytest.fixture
def nothing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder without an index."""
    return tmp_path_factory.mktemp("nothing")


@pytest.mark.parametrize(("act", "before"), [("rebuild", "nothing"), ("rebuild", "indexed"), ("follow", "indexed")])
def test_killed_at_any_moment(
    request: pytest.FixtureRequest, tmp_path: Path, vocabulary: Vocabulary, act: str, before: str
) -> None:
    index = request.getfixturevalue(before)
    arguments = (act, str(index), str(tmp_path), str(MOMENTS))
    subprocess.run([sys.executable, "-W", "ignore", "-c", KILLED, *arguments], check=True)
    folders = [path for path in tmp_path.iterdir() if path.name != "whole"]
    assert len(folders) == MOMENTS
    for folder in folders:
        engine = SearchEngine(folder, changed(), vocabulary)
        assert engine.search("clspd ").hits[0].id == "lever:clspd"
        if engine.status().condition is IndexCondition.UNUSABLE:
            engine.rebuild()
        engine.follow()
        assert engine.check().sound
        assert [hit.id for hit in engine.search(TELLING).hits] == ["lever:clspd"]
        engine.close()
