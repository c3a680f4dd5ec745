"""The fields of the form, each with its label: which editor stands for which field of an example."""

from PySide6.QtWidgets import QWidget

from levers_app.catalogue.vocabulary import Vocabulary
from levers_app.desktop.attachments_field import AttachmentsField
from levers_app.desktop.commune_field import CommuneField
from levers_app.desktop.entry_fields import ChoiceEditor, LineEditor, TextEditor
from levers_app.desktop.entry_pages import CHOICES, NEEDED, TEXTS
from levers_app.desktop.entry_rows import ResultRow, RowsEditor, SourceRow
from levers_app.desktop.field_box import FieldBox
from levers_app.desktop.picker import Picker
from levers_app.desktop.theme import Theme


def make_box(name: str, theme: Theme, words: Vocabulary, parent: QWidget) -> FieldBox:
    """Return the field ``name``, empty; ``words`` gives the answers of those in which one chooses."""
    if name in CHOICES:
        label, hint, answers = CHOICES[name]
        return FieldBox(label, ChoiceEditor(answers(words), parent), parent, hint=hint)
    if name in TEXTS:
        label, hint, least = TEXTS[name]
        editor = TextEditor(parent, least=least) if least else LineEditor(parent)
        return FieldBox(label, editor, parent, hint=hint, optional=name not in NEEDED)
    return _special_box(name, theme, words, parent)


def _special_box(name: str, theme: Theme, words: Vocabulary, parent: QWidget) -> FieldBox:
    match name:
        case "commune":
            box = FieldBox("Commune", CommuneField(parent), parent)
        case "problems":
            problems = Picker(theme, parent, placeholder="Trafic, halls occupés, bruit…", kind="une situation")
            problems.set_known({slug: entry.label for slug, entry in words.problems.items()})
            box = FieldBox("Situations rencontrées", problems, parent)
        case "levers":
            levers = Picker(theme, parent, placeholder="Médiation, vidéoprotection, GPO…", kind="un levier")
            box = FieldBox("Leviers mobilisés", levers, parent)
        case "partners":
            partners = Picker(theme, parent, placeholder="Ville, police nationale…", free=True)
            hint = "Entrée ou virgule après chacun."
            box = FieldBox("Partenaires", partners, parent, hint=hint, optional=True)
        case "attachments":
            hint = "Les photos perdent leur lieu et leur appareil. Ni visages, ni plaques, ni noms."
            attached = AttachmentsField(theme, parent)
            box = FieldBox("Photos et documents", attached, parent, hint=hint, optional=True)
        case "results":
            box = FieldBox("Résultats", RowsEditor(ResultRow, theme, parent), parent, optional=True)
        case _:
            hint = "Rapport, article, bilan. Sans source, l’exemple vaut comme votre témoignage."
            box = FieldBox("Sources", RowsEditor(SourceRow, theme, parent), parent, hint=hint, optional=True)
    return box
