"""A small sheet that has one of everything, and the widgets that show it."""

from levers_app.sheets.document import (
    Acronym,
    BulletList,
    Document,
    EvidenceBlock,
    Fact,
    Line,
    Link,
    ListItem,
    NumberedSource,
    Paragraph,
    RecordItem,
    RecordList,
    ResultItem,
    ResultList,
    Row,
    Rows,
    Section,
    SourceMark,
    Text,
)

CONDITIONS = tuple(ListItem((Text(f"Condition {n}"), SourceMark((1,)))) for n in range(1, 8))
EXAMPLES = (
    RecordItem("case:toulouse", "Caméras et accès revus", "positif", "Positif", "Toulouse · 2015–2017"),
    RecordItem("case:rezé", "Halls fermés", "non-evalue", "Non évalué", "Rezé"),
)
SOURCES = (
    NumberedSource(1, "Guide", "Union sociale pour l’habitat", 2011, "https://exemple.fr/guide?a=1&b=é"),
    NumberedSource(2, "Registre", "Bailleur", None, "file:///etc/passwd"),
)


def line(text: str) -> Line:
    return (Text(text),)


def sample_sheet(**changes: object) -> Document:
    """A lever; ``changes`` replace its fields."""
    fields: dict[str, object] = {
        "id": "lever:clspd",
        "kind": "lever",
        "kind_label": "Levier",
        "title": "Un levier & <b>son</b> titre",
        "lead": (
            Text("Le "),
            Acronym("CLSPD", "Conseil local", "term:clspd"),
            Text(" et "),
            Link("un levier", "lever:gltd"),
            SourceMark((1, 2)),
        ),
        "sections": sample_sections(),
        "family": "surete",
        "family_label": "Sûreté",
        "facts": (
            Fact("strength", "Preuves moyennes", "moyenne"),
            Fact("examples", "2 exemples", "2"),
            Fact("outcome", "1 positif", "positif"),
            Fact("verify", "1 point à vérifier", "1"),
        ),
        "sources": SOURCES,
    }
    return Document(**{**fields, **changes})  # type: ignore[arg-type]


def sample_sections() -> tuple[Section, ...]:
    text = tuple(Paragraph(line(f"Paragraphe {n}. " + "Des mots pour remplir. " * 30)) for n in range(8))
    first = (BulletList(CONDITIONS[:4]),)
    legal = Row("CSI L251-2", line("Ce qu’il dit"), "Version de 2022 lue.", "text:csi-l251-2")
    evidence = EvidenceBlock("moyenne", "Preuves moyennes", (Row("Effet", line("Baisse modeste")),))
    steps = BulletList((ListItem(line("Diagnostiquer")),), numbered=True)
    results = ResultList((ResultItem(line("Moins de faits"), "28 puis 11", measured=True),))
    examples = RecordList(EXAMPLES[:1])
    return (
        Section("description", "Description", "Description", text),
        Section("conditions", "À quelles conditions", "Conditions", (BulletList(CONDITIONS),), 7, first),
        Section("preuves", "Ce que disent les évaluations", "Preuves", (evidence,)),
        Section("textes", "Textes", "Textes", (Rows((legal,)),), 1),
        Section("étapes", "Mise en œuvre", "Mise en œuvre", (steps, results)),
        Section("exemples", "Exemples", "Exemples", (RecordList(EXAMPLES),), 2, (examples,), aside=True),
    )
