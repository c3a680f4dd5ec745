"""Reads one YAML file of the content, and the version of the whole; light enough for every start of the program."""

from pathlib import Path
from typing import Any

import yaml

from levers_app.catalogue.errors import ContentError

VERSION_FILE = "version.yaml"
MAX_FILE = 5_000_000
"""Largest content file, in bytes: a hundred times the longest sheet of today."""
MAX_DEPTH = 100

_TOO_DEEP = "le YAML est trop imbriqué"
_TWICE = "la clé est donnée deux fois"


def content_version(folder: Path) -> int:
    """Return the version of the content in ``folder`` without reading the content itself.

    Raises:
        ContentError: ``version.yaml`` is missing or says no whole number.
    """
    data = read_yaml(folder / VERSION_FILE, VERSION_FILE)
    version = data.get("version") if isinstance(data, dict) else None
    if not isinstance(version, int):
        raise ContentError(VERSION_FILE, "version", "un nombre entier est attendu")
    return version


class _UniqueKeyLoader(yaml.CSafeLoader):
    """Refuses a key given twice: plain YAML keeps the last one and silently drops the other."""


def _unique_mapping(loader: _UniqueKeyLoader, node: yaml.MappingNode) -> dict[Any, Any]:
    seen: set[str] = set()
    for key, _ in node.value:
        name = str(key.value)
        if name in seen:
            raise yaml.constructor.ConstructorError(None, None, _TWICE, key.start_mark, note=name)
        seen.add(name)
    return loader.construct_mapping(node, deep=True)


_UniqueKeyLoader.add_constructor("tag:yaml.org,2002:map", _unique_mapping)


def read_text(path: Path, file: str) -> str:
    """Return the text of ``path``; ``file`` is its name in errors.

    Raises:
        ContentError: it is missing, unreadable, too large or not UTF-8.
    """
    try:
        if path.stat().st_size > MAX_FILE:
            raise ContentError(file, "", f"le fichier dépasse {MAX_FILE // 1_000_000} Mo")
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise ContentError(file, "", "le fichier est absent") from error
    except OSError as error:
        raise ContentError(file, "", "le fichier ne se lit pas (vérifiez le disque et vos droits)") from error
    except UnicodeDecodeError as error:
        raise ContentError(file, "", "le fichier n’est pas en UTF-8") from error


def read_yaml(path: Path, file: str) -> object:
    """Return what the YAML file ``path`` holds; ``file`` is its name in errors.

    Raises:
        ContentError: it cannot be read (:func:`read_text`), is not YAML, or gives a key twice.
    """
    text = read_text(path, file)
    try:
        _check_shape(text, file)
        return yaml.load(text, _UniqueKeyLoader)  # noqa: S506 - a safe loader
    except yaml.MarkedYAMLError as error:
        if "nesting depth" in (error.problem or ""):  # libyaml's own limit, met before ours in a long run of brackets
            raise ContentError(file, "", _TOO_DEEP) from error
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        reason, key = (_TWICE, error.note) if error.problem == _TWICE else ("le YAML est mal formé", "")
        raise ContentError(file, key or "", f"{reason}, ligne {line}") from error
    except yaml.YAMLError as error:
        raise ContentError(file, "", "le fichier contient un caractère interdit en YAML") from error
    except ValueError as error:
        raise ContentError(file, "", "une date ou un nombre est impossible") from error


def _check_shape(text: str, file: str) -> None:
    """Refuse deep nesting, on which the C parser would crash, and aliases, which can make a text endless.

    Few texts have enough openings, or the sign of an anchor, to need the look.
    """
    if "&" not in text and sum(text.count(opening) for opening in ("[", "{", "- ", "? ")) <= MAX_DEPTH:
        return
    depth = 0
    for event in yaml.parse(text, yaml.CSafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise ContentError(file, "", _TOO_DEEP)
        if isinstance(event, yaml.AliasEvent):
            raise ContentError(file, "", "le YAML contient un renvoi (« * »)")
