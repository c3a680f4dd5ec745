"""Opens the base: creates it at the first start, refuses what it cannot read, upgrades what is older."""

import os
import tempfile
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from levers_app.catalogue.files import content_version
from levers_app.store.backups import copy_base
from levers_app.store.errors import (
    DamagedBaseError,
    FullDiskError,
    LostBaseError,
    NoPermissionError,
    OlderBaseError,
    ReadOnlyError,
    StorageError,
    storage_errors,
)
from levers_app.store.folder import (
    PRIVATE_FILE,
    DataFolder,
    has_content,
    make_private_file,
    make_private_folder,
    side_files,
    try_to_write_in,
    write_ahead_file,
)
from levers_app.store.history import History
from levers_app.store.reading import Reader
from levers_app.store.revisions import HEAD, check_tables, revision_of

if TYPE_CHECKING:
    from levers_app.store.loading import LoadReport
    from levers_app.store.writing import Writer

CREATION_PREFIX = ".creation-"


class Base:
    """An open base. ``writer`` is built at the first write, since SQLModel takes half a second to import.

    Attributes:
        path: the file.
        reader: every read.
        history: what every record was.
        load_report: what opening changed in the content, or None when nothing had to be loaded.
        read_only: it cannot be written: everything can be read, and ``writer`` refuses.
    """

    def __init__(self, path: Path, load_report: "LoadReport | None" = None, *, read_only: bool = False) -> None:
        """``path`` is a base of the present schema."""
        self.path = path
        self.reader = Reader(path)
        self.history = History(path)
        self.load_report = load_report
        self.read_only = read_only

    @cached_property
    def writer(self) -> "Writer":
        """The one door for writes.

        Raises:
            ReadOnlyError: the base is for reading only.
        """
        if self.read_only:
            raise ReadOnlyError(self.path)
        from levers_app.store.writing import Writer  # noqa: PLC0415 - start-up time: see the class

        return Writer(self.path)

    def check_tables(self) -> None:
        """Check that no table is missing; see :func:`revisions.check_tables`.

        Raises:
            StorageError: one is, or the base cannot be read.
        """
        check_tables(self.path)

    def close(self) -> None:
        """Give the file back."""
        if "writer" in self.__dict__:
            self.writer.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_base(data: DataFolder, content: Path) -> Base:
    """Open the base of ``data``, created or upgraded where needed, with the content of the folder ``content``.

    One that cannot be written is opened for reading, with the content that it has.

    Raises:
        StorageError: it cannot be opened; nothing was changed.
        ContentError: the content is faulty; the base is as it was, or is not there yet.
    """
    if not os.path.lexists(data.base):
        return _create(data, content)
    if not _can_be_written(data):
        return _open_for_reading(data)
    _check_not_empty(data.base)
    if revision_of(data.base) != HEAD:
        _upgrade(data)
    base = Base(data.base)
    if base.reader.content_version() < content_version(content):
        base.load_report = _load(base, content)
    return base


def _create(data: DataFolder, content: Path) -> Base:
    """Build the base beside its place and put it there whole: a start cut short leaves nothing half made."""
    with storage_errors(data.root):
        make_private_folder(data.root)
        try_to_write_in(data.root)
    if has_content(write_ahead_file(data.base)):
        raise LostBaseError(data.base)
    try:
        report = _build(data, content)
    except StorageError as error:
        raise type(error)(data.base) from error  # not the file under construction, whose name is of no use to anyone
    return Base(data.base, report)


def _build(data: DataFolder, content: Path) -> "LoadReport":
    from levers_app.store.migrating import migrate  # noqa: PLC0415 - Alembic is for new and older bases only

    with storage_errors(data.base), tempfile.TemporaryDirectory(prefix=".creation-", dir=data.root) as folder:
        new = Path(folder) / data.base.name
        make_private_file(new)
        migrate(new)
        with Base(new) as base:
            report = _load(base, content)
        if has_content(write_ahead_file(new)):  # SQLite says nothing when it closes and cannot put it into the file
            raise FullDiskError(data.base)
        _publish(new, data.base)
    return report


def _can_be_written(data: DataFolder) -> bool:
    """Try it, the folder included, where SQLite creates files: rights tell nothing of a disk that is read-only."""
    try:
        with storage_errors(data.base):
            make_private_file(data.base)
            try_to_write_in(data.root)
            for path in side_files(data.base):
                with suppress(FileNotFoundError):  # a base that was protected once had these protected too
                    path.chmod(PRIVATE_FILE)
    except (ReadOnlyError, NoPermissionError):
        return False
    return True


def _open_for_reading(data: DataFolder) -> Base:
    with storage_errors(data.base):
        data.base.open("rb").close()  # SQLite would not say why it cannot
    _check_not_empty(data.base)
    if revision_of(data.base) != HEAD:
        raise OlderBaseError(data.base)
    return Base(data.base, read_only=True)


def _load(base: Base, content: Path) -> "LoadReport":
    from levers_app.catalogue.content import load_bundle  # noqa: PLC0415 - pydantic, for a new content only

    return base.writer.load_bundle(load_bundle(content))


def _upgrade(data: DataFolder) -> None:
    from levers_app.store.migrating import migrate  # noqa: PLC0415 - Alembic is for new and older bases only

    copy_base(data.base, data.backups, "avant-migration")
    migrate(data.base)


def _check_not_empty(path: Path) -> None:
    if not has_content(path):
        raise DamagedBaseError(path)  # SQLite would take an empty file for a new base


def _publish(new: Path, path: Path) -> None:
    try:
        os.link(new, path)
    except FileExistsError:
        return  # another start made the same base meanwhile
    except OSError:
        new.rename(path)  # no hard links there: a USB key
