"""The commands of ``leviers`` and their options."""

import argparse
from collections.abc import Sequence

from levers_app import __version__
from levers_app.catalogue.brief_models import MODELS
from levers_app.catalogue.typography import NBSP, whole_characters
from levers_app.cli.french_parser import FrenchParser, ending_with, not_empty, one_of, whole_number

KINDS = {"levier": "lever", "exemple": "case", "texte": "text", "glossaire": "term"}
FORMATS = {name: name for name in ("texte", "markdown", "html", "json")}
FILTERS = {
    "famille": "famille de leviers",
    "situation": "situation ou trouble",
    "levier": "levier, par son titre ou son sigle",
    "resultat": "résultat de l’exemple",
    "territoire": "qpv, hors-qpv…",
    "intensite": "intensité des troubles, de 1 à 5",
    "preuves": "force des preuves",
    "region": "région",
    "departement": "département, par son nom ou son numéro",
    "ville": "commune",
    "annee": "2019, 2019..2023 ou 2021..",
    "etat": "brouillon, à relire ou publié",
    "diffusion": "public, interne ou restreint",
    "derniere": "dernière année que cite l’exemple",
    "actualite": "a-actualiser, pour les exemples sans nouvelle depuis deux ans",
}
"""The filters of a search, as options; each is also a field of a query."""
DEFAULT_LIMIT = 10
OUTPUTS = (".pdf", ".html", ".md", ".txt", ".xlsx")
"""Ends of the names of notes; one without any is a PDF, and the last is for the actions of a plan."""
COVER = {
    "titre": ("title", "titre de la note"),
    "sous-titre": ("subtitle", "sous-titre"),
    "organisme": ("organisation", "organisme qui l’écrit"),
    "auteur": ("author", "auteur"),
    "destinataire": ("addressee", "à qui elle s’adresse"),
    "date": ("date", "date, telle qu’elle doit se lire"),
}
"""What is said of a note: its field and what it is, by the option that says it."""
BRIEF_OPTIONS = {
    "garde": "cover",
    "sommaire": "contents",
    "sigles": "sigles",
    "sources": "sources",
    "qr": "codes",
    "chez-nous": "complements",
    "photos": "photos",
    "pages": "paged",
}
"""What is printed beside the sheets of a note, and whether each begins a page; « sans- » leaves it out."""
_CHOICES = {
    f"{before}{name}": {option: chosen}
    for before, chosen in (("", True), ("sans-", False))
    for name, option in BRIEF_OPTIONS.items()
}


def make_parser() -> FrenchParser:
    """Return the parser of the whole command line; ``command`` in its answer is the name of the command."""
    parser = FrenchParser(
        "leviers",
        "[options] [COMMANDE …]",
        "Base de connaissances hors ligne des bailleurs sociaux. Sans commande, la fenêtre s’ouvre.",
    )
    _add_common(parser)
    commands = parser.add_subparsers(title="Commandes", metavar="COMMANDE", dest="command")
    parser.set_defaults(refuse=parser.error)
    for name, (usage, summary, add_own) in _COMMANDS.items():
        command = commands.add_parser(
            name, prog=f"leviers {name}", usage=usage, description=f"{summary}.", help=summary[0].lower() + summary[1:]
        )
        add_own(command)
        _add_common(command)
        command.set_defaults(refuse=command.error)
    return parser


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Return what ``arguments`` ask for.

    Raises:
        SystemExit: help, version or wrong use, which is told.
    """
    asked, further = make_parser().parse_known_args(arguments)
    if further and asked.command == "situation" and not further[0].startswith("-"):
        asked.refuse(f"unexpected argument: {further[0]}")
    if further:
        asked.refuse(f"unrecognized arguments: {' '.join(further)}")
    if asked.command is None:  # said after what is not understood: « --zorg » lacks no command
        asked.refuse("the following arguments are required: COMMANDE")
    if asked.command == "chercher" and not _says_what_to_search(asked):
        asked.refuse("the following arguments are required: MOTS")
    if asked.command == "situation" and not asked.probleme:
        asked.refuse("the following arguments are required: --probleme")
    if asked.command == "note" and not asked.ids and not asked.fichier:
        asked.refuse("the following arguments are required: ID")
    return asked


def _says_what_to_search(asked: argparse.Namespace) -> bool:
    filters = (getattr(asked, name) for name in ("type", *FILTERS))
    return bool("".join(asked.words).strip()) or any(filters)


def _add_common(parser: FrenchParser) -> None:
    """Add what is understood before and after the command; absent, it leaves no trace that could hide the other."""
    add = parser.options.add_argument
    add("--donnees", metavar="DOSSIER", type=not_empty, default=argparse.SUPPRESS, help="dossier des données")
    add("--version", action="version", version=f"Leviers {__version__}", help="montrer la version")
    add("--aide", action="help", help="montrer cette aide")


def _add_search(parser: FrenchParser) -> None:
    words = f"mots cherchés ; «{NBSP}-{NBSP}» lit une recherche par ligne sur l’entrée standard"
    parser.arguments.add_argument("words", metavar="MOTS", nargs="*", type=whole_characters, help=words)
    add = parser.options.add_argument
    add("--type", metavar="TYPE", type=one_of(KINDS), help=f"seulement{NBSP}: {', '.join(KINDS)}")
    add(
        "--limite", metavar="N", type=whole_number, default=DEFAULT_LIMIT, help=f"nombre de résultats ({DEFAULT_LIMIT})"
    )
    add("--json", action="store_true", help="un objet JSON par ligne et par recherche")
    _add_restricted(parser)
    combined = "Le même plusieurs fois : l’un ou l’autre. Plusieurs filtres : tous à la fois."
    filters = parser.add_argument_group("Filtres", combined.replace(" :", f"{NBSP}:"))
    for name, said in FILTERS.items():
        filters.add_argument(f"--{name}", metavar="VALEUR", action="append", type=not_empty, help=said)


def _add_situation(parser: FrenchParser) -> None:
    add = parser.options.add_argument
    problem = "problème et son intensité de 1 à 5, par exemple occupation-halls:4\u202f; autant que de problèmes"
    add("--probleme", metavar="NOM:N", action="append", type=not_empty, default=[], help=problem)
    add("--territoire", metavar="VALEUR", type=not_empty, default="inconnu", help="qpv, hors-qpv, mixte ou inconnu")
    add("--present", metavar="LEVIER", action="append", type=not_empty, default=[], help="levier déjà en place")
    chosen = "levier retenu\u202f; la réponse dit alors ce que le plan couvre, et qui peut le porter et le payer"
    add("--levier", metavar="LEVIER", action="append", type=not_empty, default=[], help=chosen)
    add("--mots", metavar="MOTS", type=whole_characters, default="", help="vos mots, pour choisir parmi les exemples")
    add("--limite", metavar="N", type=whole_number, default=DEFAULT_LIMIT, help=f"nombre de leviers ({DEFAULT_LIMIT})")
    add("--json", action="store_true", help="un objet JSON, avec tous les leviers")
    _add_restricted(parser)


def _add_sheet(parser: FrenchParser) -> None:
    said = "par exemple lever:clspd\u202f; une situation s’écrit problem:, puis son nom court"
    parser.arguments.add_argument("id", metavar="ID", type=whole_characters, help=said)
    add = parser.options.add_argument
    add("--format", metavar="FORMAT", type=one_of(FORMATS), default="texte", help=", ".join(FORMATS))
    _add_restricted(parser)


def _add_brief(parser: FrenchParser) -> None:
    parser.arguments.add_argument(
        "ids", metavar="ID", nargs="*", type=whole_characters, help="fiches de la note, dans l’ordre"
    )
    add = parser.options.add_argument
    form = f"fichier à écrire\u202f; son nom dit son format{NBSP}: {', '.join(OUTPUTS)}"
    add("--sortie", metavar="FICHIER", type=ending_with(OUTPUTS), required=True, help=form)
    kept = "note enregistrée depuis la fenêtre\u202f; les fiches s’y ajoutent"
    add("--fichier", metavar="NOTE", type=not_empty, help=kept)
    models = f"{', '.join(MODELS)}, ou le nom d’un modèle à vous"
    add("--modele", metavar="MODÈLE", type=whole_characters, help=models)
    names = f"{', '.join(BRIEF_OPTIONS)}\u202f; sans-sources, par exemple, les ôte"
    add("--option", metavar="NOM", action="append", default=[], type=one_of(_CHOICES), help=names)
    for option, (field, said) in COVER.items():
        add(f"--{option}", dest=field, metavar="TEXTE", type=whole_characters, help=said)
    _add_restricted(parser)


def _add_restricted(parser: FrenchParser) -> None:
    said = "laisser sortir cette fois les exemples restreints"
    parser.options.add_argument("--restreints", action="store_true", help=said)


def _add_check(parser: FrenchParser) -> None:
    parser.options.add_argument("--reparer", action="store_true", help="reconstruire ce qui peut l’être")


def _add_nothing(_: FrenchParser) -> None:
    """Take the common options only."""


_COMMANDS = {
    "chercher": ("[MOTS…] [options]", "Chercher dans la base", _add_search),
    "fiche": ("ID [--format FORMAT] [--restreints]", "Afficher une fiche", _add_sheet),
    "note": (
        "[ID…] --sortie FICHIER [options]",
        "Écrire une note, en PDF, HTML, Markdown, texte ou tableur",
        _add_brief,
    ),
    "situation": (
        "--probleme NOM:N… [options]",
        "Proposer des leviers pour une situation, avec les raisons",
        _add_situation,
    ),
    "verifier": ("[--reparer]", "Vérifier la base et l’index de recherche", _add_check),
    "reindexer": ("", "Reconstruire l’index de recherche", _add_nothing),
}
