"""Work that takes longer than a click: it goes on in a thread of its own, and the page asks how far it is."""

import logging
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock, Thread

from assistant.errors import AssistantError, BadInput
from assistant.intake.transaction import Say
from assistant.search.vectors import Progress

log = logging.getLogger("policy_assistant")

# Does the work, telling its steps and how far it is; what to tell the editor at the end.
Work = Callable[[Say, Progress], str]


@dataclass
class Job:
    """A piece of work: what it is, its last step, how far that is, and what came of it."""

    title: str
    step: str = ""
    done: int = 0
    total: int = 0
    ended: bool = False
    said: str = ""  # what came of it
    failure: str = ""  # why nothing came of it
    _thread: Thread | None = field(default=None, repr=False)

    def wait(self) -> None:
        """Until it has ended."""
        if self._thread is not None:
            self._thread.join()

    def run(self, work: Work) -> None:
        """Do it; whatever goes wrong is told."""
        try:
            self.said = work(self._say, self._progress)
        except AssistantError as error:
            self.failure = str(error)
        except Exception as error:
            # An exception's own words may hold what stands in a document.
            log.error("%s\n%s", type(error).__name__, "".join(traceback.format_tb(error.__traceback__)))
            self.failure = "查询台出了问题，这一步可能做了一半。请先在列表里核对，再决定要不要重试。"
        finally:
            self.ended = True

    def _say(self, message: str) -> None:
        self.step, self.done, self.total = message, 0, 0

    def _progress(self, stage: str, done: int, total: int) -> None:
        self.step, self.done, self.total = stage, done, total


class Worker:
    """Does one job at a time."""

    def __init__(self) -> None:
        self._starting = Lock()
        self.job: Job | None = None  # the last one

    def start(self, title: str, work: Work) -> Job:
        """Begin a job. Raises BadInput while the one before it goes on."""
        with self._starting:
            if self.job is not None and not self.job.ended:
                raise BadInput(f"“{self.job.title}”还没有做完，请稍等。")
            job = Job(title)
            # A daemon: a server that stops does not wait, and what is cut short leaves the old index.
            job._thread = Thread(target=job.run, args=(work,), daemon=True)
            self.job = job
            job._thread.start()
        return job
