"""Small valid records, and bundles of them."""

from dataclasses import replace

from levers_app.catalogue.content import Bundle
from levers_app.catalogue.records import (
    Actor,
    CaseStudy,
    Combination,
    Evidence,
    GlossaryTerm,
    LegalReference,
    Lever,
    Record,
    Result,
    Source,
    Step,
)

EVIDENCE = Evidence(
    "Un effet.", "Un mécanisme.", "Un contexte.", "Une mise en œuvre.", "faible", studied=("degradations",)
)


def lever(slug: str = "mediation", **changes: object) -> Lever:
    sample = Lever(
        slug=slug,
        title=f"Levier {slug}",
        short=slug,
        acronyms=("LM",),
        family="surete",
        summary="Une phrase [s-1].",
        problems=("occupation-halls", "degradations"),
        objectives=("Un objectif",),
        description="Un **paragraphe** ; [s-1].",
        actors=(Actor("Maire", "préside"),),
        success_conditions=("Une condition",),
        limits=("Une limite",),
        steps=(Step("Première", "étape"),),
        indicators=("Un indicateur",),
        evidence=EVIDENCE,
        combines_with=(),
        sources=(Source("Titre", "Éditeur", "https://exemple.fr", "s-1", 2020),),
        legal=(LegalReference("Code pénal", "dit", "s-1", "226-4", "à vérifier"),),
        costs="10 € par logement",
        funding=("FIPD",),
    )
    return replace(sample, **changes)  # type: ignore[arg-type]


def case(slug: str = "exemple", **changes: object) -> CaseStudy:
    sample = CaseStudy(
        slug=slug,
        title=f"Exemple {slug}",
        organisation="Office",
        territory="qpv",
        problems=("occupation-halls",),
        levers=("mediation",),
        context="Un contexte.",
        actions=("Une action",),
        results=(Result("Un résultat", measured=True, figure="-30 %"), Result("Un avis", measured=False)),
        outcome="positif",
        source=Source("Titre", "Éditeur", "https://exemple.fr"),
        commune="Lille",
        department="59",
    )
    return replace(sample, **changes)  # type: ignore[arg-type]


def term(slug: str = "clspd", **changes: object) -> GlossaryTerm:
    sample = GlossaryTerm(slug, slug.upper(), "Conseil local", "Une instance.", ("mediation",), "https://exemple.fr")
    return replace(sample, **changes)  # type: ignore[arg-type]


def combined(slug: str, *others: str) -> Lever:
    return lever(slug, combines_with=tuple(Combination(other, f"Parce que {other}") for other in others))


def bundle(*records: Record, version: int = 1) -> Bundle:
    return Bundle(
        version,
        tuple(record for record in records if isinstance(record, Lever)),
        tuple(record for record in records if isinstance(record, CaseStudy)),
        tuple(record for record in records if isinstance(record, GlossaryTerm)),
    )
