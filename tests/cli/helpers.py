"""What a command gave back, and changes made to the data behind its back."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace

from levers_app.app import open_folder
from levers_app.paths import DataFolder


@dataclass(frozen=True)
class Outcome:
    """What a command gave back."""

    status: int
    out: str
    err: str

    @property
    def sentences(self) -> list[str]:
        """The lines on standard error."""
        return self.err.splitlines()


Run = Callable[..., Outcome]


def change_a_lever(data: DataFolder) -> None:
    """Give « lever:clspd » the title « Quetzalcoatl », without telling the index."""
    with closing(open_folder(data)) as services:
        services.base.writer.save(replace(services.base.reader.lever("clspd"), title="Quetzalcoatl"), "essai")
