"""Reads the bundled content: one YAML file per lever and example, and a glossary (``resources/content/FORMAT.md``)."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from levers_app.catalogue.errors import ContentError
from levers_app.catalogue.files import content_version, read_yaml
from levers_app.catalogue.records import CaseStudy, GlossaryTerm, Lever, Record
from levers_app.catalogue.slugs import slugify
from levers_app.catalogue.validation import InvalidRecordError, check_record, read_record
from levers_app.catalogue.vocabulary import Vocabulary, load_vocabulary

GLOSSARY_FILE = "glossary.yaml"

R = TypeVar("R", Lever, CaseStudy)


@dataclass(frozen=True, slots=True)
class Bundle:
    """The content shipped with one version of the program; ``version`` grows with each change of it."""

    version: int
    levers: tuple[Lever, ...]
    cases: tuple[CaseStudy, ...]
    glossary: tuple[GlossaryTerm, ...]

    @property
    def records(self) -> tuple[Record, ...]:
        """Every record, levers first: examples and terms point at them."""
        return (*self.levers, *self.cases, *self.glossary)


def load_bundle(folder: Path) -> Bundle:
    """Read and check the whole content of ``folder``, every link resolved.

    Raises:
        ContentError: the first fault found, with its file, key and reason.
    """
    vocabulary = load_vocabulary(folder)
    levers = tuple(_read_folder(folder, "levers", Lever, vocabulary))
    cases = tuple(_read_folder(folder, "cases", CaseStudy, vocabulary))
    glossary = tuple(_read_glossary(folder, vocabulary))
    _check_links(levers, cases, glossary)
    return Bundle(content_version(folder), levers, cases, glossary)


def _read_folder(folder: Path, name: str, model: type[R], vocabulary: Vocabulary) -> Iterator[R]:
    paths = sorted((folder / name).glob("*.yaml"))
    if not paths:
        raise ContentError(f"{name}/", "", "le dossier est absent ou vide")
    for path in paths:
        file = f"{name}/{path.name}"
        record = _read(model, read_yaml(path, file), file, vocabulary)
        if record.slug != path.stem:
            raise ContentError(file, "slug", "l’identifiant n’est pas le nom du fichier")
        yield record


def _read_glossary(folder: Path, vocabulary: Vocabulary) -> Iterator[GlossaryTerm]:
    rows = read_yaml(folder / GLOSSARY_FILE, GLOSSARY_FILE)
    if not isinstance(rows, list):
        raise ContentError(GLOSSARY_FILE, "", "une liste de termes est attendue")
    seen: set[str] = set()
    for place, row in enumerate(rows):
        if not isinstance(row, dict) or not isinstance(row.get("term"), str):
            raise ContentError(GLOSSARY_FILE, f"{place}.term", "un texte est attendu")
        slug = slugify(row["term"])
        term = _read(GlossaryTerm, {"slug": slug, **row}, GLOSSARY_FILE, vocabulary, str(place))
        if slug in seen:
            raise ContentError(GLOSSARY_FILE, f"{place}.term", f"le terme « {term.term} » est donné deux fois")
        seen.add(slug)
        yield term


M = TypeVar("M", Lever, CaseStudy, GlossaryTerm)


def _read(model: type[M], data: object, file: str, vocabulary: Vocabulary, place: str = "") -> M:
    try:
        record = read_record(model, data)
        check_record(record, vocabulary)
    except InvalidRecordError as error:
        key = f"{place}.{error.key}" if place else error.key
        raise ContentError(file, key, error.reason) from error
    return record


def _check_links(levers: tuple[Lever, ...], cases: tuple[CaseStudy, ...], terms: tuple[GlossaryTerm, ...]) -> None:
    slugs = {lever.slug for lever in levers}
    links = [(f"levers/{r.slug}.yaml", "combines_with", c.lever) for r in levers for c in r.combines_with]
    links += [(f"cases/{r.slug}.yaml", "levers", slug) for r in cases for slug in r.levers]
    links += [(GLOSSARY_FILE, f"{r.term}.see", slug) for r in terms for slug in r.see]
    for file, key, slug in links:
        if slug not in slugs:
            raise ContentError(file, key, f"le levier « {slug} » n’existe pas")
