"""One window for one data folder: a second start brings the first window to the front and ends."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QLockFile, QObject, QSysInfo, QThread, Signal, Slot

from levers_app.catalogue.errors import LeviersError
from levers_app.store.folder import PRIVATE_FILE

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

_ANSWER = b"ok"
_PAUSE_MILLISECONDS = 50

# QtNetwork and what names the server are imported inside functions: the window must not wait for them.


class AlreadyOpenError(LeviersError):
    """Another start holds the folder and does not answer."""

    def __init__(self, process: int, host: str) -> None:
        """``process`` and ``host`` are what the lock says of its owner."""
        here = not host or host == QSysInfo.machineHostName()
        where = "" if here else f", sur l’ordinateur «\N{NO-BREAK SPACE}{host}\N{NO-BREAK SPACE}»"
        todo = (
            f"Attendez un instant et recommencez\N{NARROW NO-BREAK SPACE}; sinon, fermez-le "
            f"(processus {process}) ou redémarrez l’ordinateur."
            if here
            else "Fermez-le là-bas. S’il n’y est plus ouvert, supprimez le fichier "
            f"«\N{NO-BREAK SPACE}{LOCK_NAME}\N{NO-BREAK SPACE}» du dossier des données."
        )
        super().__init__(f"Leviers est déjà ouvert sur ces données{where}, mais ne répond pas. Rien n’a changé. {todo}")


LOCK_NAME = "leviers.lock"


class SingleInstance(QObject):
    """Holds the data folder for one window.

    Signals:
        raised: another start asked the window to come to the front.
    """

    raised = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """``folder`` is the data folder; nothing is held before :meth:`claim`."""
        super().__init__(parent)
        self._folder = folder
        self._lock = QLockFile(str(folder / LOCK_NAME))
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def claim(self, *, patience: int = 5000) -> bool:
        """Return true when this process may open its window; false when the first window was brought to the front.

        The lock of a process that died is taken over. A folder that cannot be written cannot be held: then only a
        running window that answers says no. ``patience`` is how long to wait for an answer, in milliseconds.

        Raises:
            AlreadyOpenError: another process holds the folder and gives no answer.
        """
        deadline = QDeadlineTimer(patience)
        while not self._lock.tryLock(0):
            if self._lock.error() != QLockFile.LockError.LockFailedError:
                return not ask_to_raise(server_name(self._folder), 500)
            if ask_to_raise(server_name(self._folder), min(1000, max(1, deadline.remainingTime()))):
                return False
            if deadline.hasExpired():
                raise self._held()
            QThread.msleep(_PAUSE_MILLISECONDS)  # the other start has the lock and is about to listen, or is ending
        with suppress(OSError):  # Qt leaves it open to everyone
            (self._folder / LOCK_NAME).chmod(PRIVATE_FILE)
        return True

    def listen(self) -> None:
        """Answer later starts; call it once the window is shown."""
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - see above

        QLocalServer.removeServer(server_name(self._folder))  # what a crash left; the lock says that nobody listens
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        self._server.listen(server_name(self._folder))

    def release(self) -> None:
        """Let the next start have the folder."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _held(self) -> AlreadyOpenError:
        process, host, _ = self._lock.getLockInfo()
        return AlreadyOpenError(process, host)

    @Slot()
    def _answer(self) -> None:
        while self._server is not None and (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.write(_ANSWER)
            socket.flush()
            socket.disconnectFromServer()
            self.raised.emit()


def server_name(folder: Path) -> str:
    """Name of the local server for ``folder``: the same by whatever path it is reached, another for each person."""
    import getpass  # noqa: PLC0415 - see above
    import hashlib  # noqa: PLC0415 - see above

    key = f"{getpass.getuser()}\n{folder.resolve()}"
    return f"leviers-{hashlib.sha256(key.encode()).hexdigest()[:20]}"


def ask_to_raise(name: str, patience: int) -> bool:
    """Ask the window that listens under ``name`` to come to the front; true when it answered in time."""
    from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 - see above

    socket = QLocalSocket()
    socket.connectToServer(name)
    answered = socket.waitForConnected(patience) and (socket.bytesAvailable() > 0 or socket.waitForReadyRead(patience))
    socket.abort()
    return answered
