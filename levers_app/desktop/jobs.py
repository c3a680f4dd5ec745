"""Work outside the GUI thread: run a function on plain data, get its result or its error back on the GUI thread."""

from collections import deque
from collections.abc import Callable
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal, Slot


class Job:
    """One piece of work under way; set ``cancelled`` to drop its result, or let the function look at it and stop.

    Work that is only ``muted`` is done all the same, and nobody hears of it. ``ended`` is set once it was done and its
    answer is on its way.
    """

    def __init__(
        self,
        function: Callable[[], Any],
        on_result: Callable[[Any], None],
        on_error: Callable[[Exception], None] | None,
    ) -> None:
        """``function`` runs on a worker, the others on the GUI thread."""
        self.function = function
        self.on_result = on_result
        self.on_error = on_error
        self.cancelled = self.muted = False
        self.ended = Event()

    def cancel(self) -> None:
        """Drop the result."""
        self.cancelled = True


def ignore(_: object) -> None:
    """Take a result that nobody waits for."""


class Jobs(QObject):
    """The window's workers: ``read`` jobs run side by side, those of each other kind one after the other.

    Attributes:
        closing: the program ends: long work looks at this and stops.

    Signals:
        unexpected: an error that no one asked to hear of.
    """

    unexpected = Signal(object)
    _finished = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Four small pools; :meth:`close` waits for all."""
        super().__init__(parent)
        self.closing = False
        self._running: set[Job] = set()
        self._notes: set[Job] = set()
        self._ended: deque[tuple[Job, Any, Exception | None]] = deque()
        self._readers = QThreadPool(self)
        self._readers.setMaxThreadCount(3)
        self._writer = QThreadPool(self)
        self._writer.setMaxThreadCount(1)
        self._noter = QThreadPool(self)
        self._noter.setMaxThreadCount(1)
        self._keeper = QThreadPool(self)
        self._keeper.setMaxThreadCount(1)
        self._last_kept: Job | None = None
        self._finished.connect(self._finish)

    def read(
        self,
        function: Callable[[], Any],
        on_result: Callable[[Any], None],
        on_error: Callable[[Exception], None] | None = None,
    ) -> Job:
        """Run ``function`` beside others; ``on_result`` is called on the GUI thread unless the job was cancelled."""
        return self._start(self._readers, Job(function, on_result, on_error))

    def write(
        self,
        function: Callable[[], Any],
        on_result: Callable[[Any], None],
        on_error: Callable[[Exception], None] | None = None,
    ) -> Job:
        """Run ``function`` after all earlier writes."""
        return self._start(self._writer, Job(function, on_result, on_error))

    def note(
        self,
        function: Callable[[], Any],
        on_result: Callable[[Any], None],
        on_error: Callable[[Exception], None] | None = None,
    ) -> Job:
        """Run ``function``, that writes what a person did, after all earlier ones of this kind and what is kept.

        Unlike a write, it does not wait for the index; and it is done even if the window closes.
        """
        earlier = self._last_kept

        def after_what_is_kept() -> Any:
            if earlier is not None:
                earlier.ended.wait()
            return function()

        job = Job(after_what_is_kept, on_result, on_error)
        self._notes.add(job)
        return self._start(self._noter, job)

    def keep(
        self,
        function: Callable[[], Any],
        on_result: Callable[[Any], None],
        on_error: Callable[[Exception], None] | None = None,
    ) -> Job:
        """Run ``function``, that keeps what a person types, after all earlier ones of this kind.

        It does not wait for notes, which may be slow: what is kept may not be far behind the typing. Notes wait for it.
        """
        job = self._last_kept = Job(function, on_result, on_error)
        self._notes.add(job)
        return self._start(self._keeper, job)

    @property
    def busy(self) -> bool:
        """Whether any job has not yet given its result."""
        return bool(self._running)

    def close(self) -> None:
        """Drop what waits, and wait for what runs: no thread outlives the window.

        Notes, and what is to be kept, are all written first: the last words that a person typed are among them.
        """
        self.closing = True
        for job in self._running:
            job.muted = True
            job.cancelled = job not in self._notes
        for pool in (self._readers, self._writer):
            pool.clear()
        for pool in (self._keeper, self._noter, self._readers, self._writer):
            pool.waitForDone()

    def _start(self, pool: QThreadPool, job: Job) -> Job:
        self._running.add(job)
        pool.start(_Work(job, self._finished))
        return job

    @Slot(object, object, object)
    def _finish(self, job: Job, result: Any, error: Exception | None) -> None:
        """Hand over one result in a turn of the event loop: what it changes is painted, and keys heard, in between."""
        self._ended.append((job, result, error))
        if len(self._ended) == 1:
            QTimer.singleShot(0, self._hand_over)

    @Slot()
    def _hand_over(self) -> None:
        job, result, error = self._ended.popleft()
        if self._ended:
            QTimer.singleShot(0, self._hand_over)
        self._running.discard(job)
        self._notes.discard(job)
        if job.cancelled or job.muted:
            return
        if error is None:
            job.on_result(result)
        elif job.on_error is not None:
            job.on_error(error)
        else:
            self.unexpected.emit(error)


class _Work(QRunnable):
    def __init__(self, job: Job, finished: Any) -> None:
        super().__init__()
        self._job = job
        self._finished = finished

    def run(self) -> None:
        result, error = None, None
        try:
            if not self._job.cancelled:
                result = self._job.function()
        except Exception as raised:  # noqa: BLE001 - the edge of the thread: the GUI side decides what to tell
            error = raised
        self._finished.emit(self._job, result, error)
        self._job.ended.set()
