"""Who carries and who pays: which agreement can hold a lever, and which money, as the sheets say it.

Everything is found in the funding, actors, legal texts and combinations of the sheets, by the names of frames. Inside
a QPV and outside it the answer differs: some frames are for QPV alone, which their own sheet says.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from levers_app.catalogue.records import Lever, slug_of
from levers_app.insight import carrying_sentences as sentences
from levers_app.insight.asked import levers
from levers_app.insight.combination import Plan
from levers_app.insight.facts import CLOSED, OPEN, OUTSIDE, PARTLY, QPV, TO_CHECK, UNKNOWN, Line
from levers_app.insight.knowledge import Knowledge
from levers_app.insight.quoting import actor_words, quote
from levers_app.insight.rules import QPV_ONLY

_ACCESS = {QPV: OPEN, OUTSIDE: CLOSED, UNKNOWN: TO_CHECK}


@dataclass(frozen=True, slots=True)
class Frame:
    """An agreement or a kind of money: its name, the words it is known by, and the sheet that describes it.

    It is for QPV only when that sheet is (:data:`levers_app.insight.rules.QPV_ONLY`), or when the frame itself is.
    """

    slug: str
    label: str
    words: re.Pattern[str]
    sheet: str = ""
    qpv_only: bool = False


def _frame(slug: str, label: str, words: str, sheet: str = "", *, qpv_only: bool = False) -> Frame:
    return Frame(slug, label, re.compile(words, re.IGNORECASE), sheet, qpv_only or sheet in QPV_ONLY)


TFPB = _frame("tfpb", "Abattement de TFPB", r"\bTFPB\b|taxe foncière|\babattement", "convention-tfpb")
CITY = _frame(
    "contrat-de-ville",
    "Contrat de ville",
    r"contrats? de ville|politique de la ville|programme 147",
    "contrat-de-ville",
)
AGREEMENTS: tuple[Frame, ...] = (
    CITY,
    _frame("gup", "Gestion urbaine de proximité", r"\bGUS?P\b|gestion urbaine", "convention-gup"),
    TFPB,
    _frame("clspd", "CLSPD", r"\bCLSPD\b|contrats? loca(?:l|ux) de sécurité|stratégie locale", "clspd"),
    _frame(
        "police-justice",
        "Convention avec la police et la justice",
        r"convention .{0,40}(?:police|parquet|justice)",
        "convention-bailleurs-police-justice",
    ),
    _frame("gpo", "Groupe de partenariat opérationnel", r"\bGPO\b", "groupe-partenariat-operationnel"),
    _frame("gltd", "GLTD", r"\bGLTD\b", "gltd"),
    _frame("renouvellement", "Projet de renouvellement urbain", r"\bANRU\b|\bNPNRU\b|renouvellement urbain"),
)
MONEY: tuple[Frame, ...] = (
    TFPB,
    CITY,
    _frame("adultes-relais", "Adultes-relais", r"adultes?-relais", "mediation-sociale", qpv_only=True),
    _frame("fipd", "FIPD", r"\bFIPD\b|prévention de la délinquance"),
    _frame("renouvellement", "Renouvellement urbain", r"\bANRU\b|\bNPNRU\b|renouvellement urbain"),
    _frame("europe", "Fonds européens", r"\bFSE\b|fonds social européen|fonds européens"),
    _frame(
        "collectivites", "Commune, département ou région", r"\bcommun|\bville et\b|\bville,|département|métropol|EPCI"
    ),
    _frame("bailleur", "Fonds du bailleur", r"bailleur|fonds propres|budget|gestion courante|charges|temps d"),
)
AXES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("présence du personnel de proximité", re.compile(r"présence|premier axe")),
    ("formation et soutien de ces personnels", re.compile(r"soutien aux personnels|formation")),
    ("sur-entretien", re.compile(r"sur-entretien")),
    ("gestion des déchets, encombrants et épaves", re.compile(r"encombrants|déchets|épaves")),
    ("tranquillité résidentielle", re.compile(r"tranquillité")),
    ("concertation et sensibilisation des locataires", re.compile(r"concertation|sensibilisation")),
    ("animation et lien social", re.compile(r"animation|lien social")),
    ("petits travaux d’amélioration de la qualité de service", re.compile(r"petits travaux|qualité de service")),
)
"""The eight axes of the national frame, as the sheet of the agreement lists them, and words that name one."""


@dataclass(frozen=True, slots=True)
class Means:
    """A way to carry or to pay: the frames it belongs to (slugs), what the sheet says, and its ``access`` here."""

    frames: tuple[str, ...]
    line: Line
    access: str


@dataclass(frozen=True, slots=True)
class Carried:
    """One lever: the agreements that can hold it, the money, the axes of the abatement, what its sheet does not say."""

    id: str
    title: str
    agreements: tuple[Means, ...]
    money: tuple[Means, ...]
    axes: tuple[Line, ...]
    unsaid: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Gain:
    """What an agreement would gain by the plan: the levers that serve it, each with how, and its ``access`` here."""

    frame: str
    label: str
    lines: tuple[Line, ...]
    access: str


@dataclass(frozen=True, slots=True)
class Carriers:
    """Each lever with what can carry it and pay for it.

    ``territory`` is what the place of the site changes, ``gains`` what each agreement that is open here would gain.
    """

    levers: tuple[Carried, ...]
    territory: tuple[Line, ...]
    gains: tuple[Gain, ...]


def carriers(knowledge: Knowledge, chosen: Iterable[str], territory: str) -> Carriers:
    """Return what can carry and pay for the levers ``chosen`` in a ``territory`` of the vocabulary.

    Raises:
        UnfitQuestionError: one of the levers is unknown.
    """
    held = [knowledge.levers[slug] for slug in levers(knowledge, chosen)]
    carried = tuple(_carried(knowledge, lever, territory) for lever in held)
    met = {slug for each in carried for means in (*each.agreements, *each.money) for slug in means.frames}
    return Carriers(carried, tuple(_territory(knowledge, territory, met)), tuple(_gains(knowledge, held, territory)))


def plan_carriers(knowledge: Knowledge, made: Plan, territory: str) -> Carriers:
    """Return the same for the levers of a plan."""
    return carriers(knowledge, map(slug_of, made.levers), territory)


def _carried(knowledge: Knowledge, lever: Lever, territory: str) -> Carried:
    agreements = tuple(_agreements(knowledge, lever, territory))
    money = tuple(_money(lever, territory))
    axes = tuple(_axes(knowledge, lever)) if access(TFPB, territory) != CLOSED else ()
    unsaid = tuple(sentences.unsaid(lever, agreements, money))
    return Carried(lever.id, lever.title, agreements, money, axes, unsaid)


def access(frame: Frame, territory: str) -> str:
    """Return whether ``frame`` is open to a site in ``territory``."""
    return _ACCESS.get(territory, PARTLY) if frame.qpv_only else OPEN


def _agreements(knowledge: Knowledge, lever: Lever, territory: str) -> Iterator[Means]:
    for frame in AGREEMENTS:
        if lever.slug == frame.sheet:
            yield Means((frame.slug,), sentences.is_the_frame(lever, frame.label), access(frame, territory))
        elif tie := _tie(knowledge, lever, frame):
            sheet, text = tie
            line = sentences.agreement(lever, frame.label, sheet, text)
            yield Means((frame.slug,), line, access(frame, territory))


def _tie(knowledge: Knowledge, lever: Lever, frame: Frame) -> tuple[Lever, str] | None:
    """Return the words that tie ``lever`` to an agreement, and their sheet: one names the other, or a text does.

    There are no words where the funding names the agreement: they are told of the money.
    """
    for combination in lever.combines_with:
        if combination.lever == frame.sheet:
            return lever, combination.why
    sheet = knowledge.levers.get(frame.sheet)
    for combination in sheet.combines_with if sheet else ():
        if combination.lever == lever.slug and sheet:
            return sheet, combination.why
    funding = ((text, "") for text in lever.funding)
    others = ((text, text) for text in (*map(actor_words, lever.actors), *(text.says for text in lever.legal)))
    found = next((told for text, told in (*funding, *others) if frame.words.search(text)), None)
    return None if found is None else (lever, found)


def _gains(knowledge: Knowledge, held: Sequence[Lever], territory: str) -> Iterator[Gain]:
    """Yield the agreements that are open here and whose own sheet says what a lever of the plan brings them."""
    for frame in AGREEMENTS:
        sheet = knowledge.levers.get(frame.sheet)
        if sheet is None or access(frame, territory) == CLOSED:
            continue
        whys = {each.lever: each.why for each in sheet.combines_with}
        lines = [quote("gain", sheet, whys[lever.slug], lever.short) for lever in held if lever.slug in whys]
        if frame is TFPB:
            lines += _axes_fed(knowledge, held)
        if lines:
            yield Gain(frame.slug, frame.label, tuple(lines), access(frame, territory))


def _axes_fed(knowledge: Knowledge, held: Sequence[Lever]) -> Iterator[Line]:
    named = {name: sheet for lever in held for name, sheet in _named_axes(knowledge, lever).items()}
    fed = [name for name, _ in AXES if name in named]
    if fed:
        yield sentences.axes_fed(fed, len(AXES), [named[name] for name in fed])


def _money(lever: Lever, territory: str) -> Iterator[Means]:
    for text in lever.funding:
        frames = [frame for frame in MONEY if frame.words.search(text)]
        yield Means(tuple(frame.slug for frame in frames), quote("money", lever, text), _widest(frames, territory))


def _widest(frames: list[Frame], territory: str) -> str:
    """Return the access of a line that names several kinds of money: one that is open is enough."""
    found = {access(frame, territory) for frame in frames} or {OPEN}
    return next(each for each in (OPEN, PARTLY, TO_CHECK, CLOSED) if each in found)


def _axes(knowledge: Knowledge, lever: Lever) -> Iterator[Line]:
    agreement = knowledge.levers.get(TFPB.sheet)
    if agreement is None:
        return
    if lever.slug == agreement.slug:
        yield sentences.all_axes(agreement, [name for name, _ in AXES])
        return
    named = _named_axes(knowledge, lever)
    yield from (sentences.axis(name, sheet) for name, sheet in named.items())
    if not named and _counts_on(agreement, lever):
        yield sentences.axis_unsaid(lever, agreement)


def _counts_on(agreement: Lever, lever: Lever) -> list[tuple[Lever, str]]:
    """Return what is said of the abatement and ``lever``, each with its sheet."""
    told = [(lever, text) for text in lever.funding if TFPB.words.search(text)]
    return told + [(agreement, each.why) for each in agreement.combines_with if each.lever == lever.slug]


def _named_axes(knowledge: Knowledge, lever: Lever) -> dict[str, Lever]:
    """Return the axes of the abatement that are named for ``lever``, each with the sheet that names it."""
    agreement = knowledge.levers.get(TFPB.sheet)
    told = _counts_on(agreement, lever) if agreement else []
    return {name: sheet for name, words in AXES for sheet, text in told if words.search(text)}


def _territory(knowledge: Knowledge, territory: str, met: set[str]) -> Iterator[Line]:
    """Yield what the territory changes to the frames that were met, in the words of their own sheets."""
    frames = [frame for frame in dict.fromkeys((*AGREEMENTS, *MONEY)) if frame.qpv_only and frame.slug in met]
    if not frames:
        return
    yield sentences.territory(territory, [frame.label for frame in frames])
    if territory == QPV:
        return
    for frame in frames:
        if sheet := knowledge.levers.get(frame.sheet):
            yield from sentences.reserved(sheet, frame.label)
