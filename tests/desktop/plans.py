"""Plans of action, for the tests of the window."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton

from levers_app.catalogue.actions import TEXTS, Action
from levers_app.catalogue.brief import ActionsItem
from levers_app.catalogue.brief_models import MODELS, new_brief
from levers_app.desktop.actions_pane import ActionsPane
from levers_app.desktop.place import BRIEF_MARK
from levers_app.desktop.program import Program
from levers_app.desktop.situation_state import Description, Trouble
from tests.desktop.notes import notes, page

HALLS = Description(
    (Trouble("occupation-halls", 4), Trouble("trafic-stupefiants", 3)),
    "qpv",
    present=("gltd",),
    chosen=("mediation-sociale", "videoprotection"),
)


def plan_of(program: Program, *actions: Action, territory: str = "qpv") -> ActionsPane:
    """Open a note with these actions, and return what shows them."""
    assert program.services is not None
    brief = new_brief(MODELS["plan"], [ActionsItem(actions, territory=territory)], name="Plan")
    program.services.briefs.keep(brief)
    program.window.navigator.open(BRIEF_MARK + brief.id)
    return page(program).side.pane


def offered(pane: ActionsPane, field: str) -> list[QAction]:
    """What the sheet has for a field, as its menu offers it."""
    name = f"{TEXTS[field]}\u00a0: reprendre de la fiche"
    (button,) = [each for each in pane.findChildren(QPushButton) if each.accessibleName() == name]
    assert button.isVisible()
    return button.menu().actions()


def kept(program: Program) -> tuple[Action, ...]:
    """The actions as they stand in the file."""
    (brief, *_) = notes(program)
    (item,) = [item for item in brief.items if isinstance(item, ActionsItem)]
    return item.actions
