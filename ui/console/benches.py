"""The benches of all editors: one for each login, gone when the login has ended."""

from collections.abc import Callable
from threading import Lock

from ui.console.bench import Bench

MOST_OF_ONE = 3  # a bench may hold a whole file


class Benches:
    """Benches by the secret of the login. An editor who logs in once too often loses the oldest bench."""

    def __init__(self, make: Callable[[str], Bench]) -> None:
        """`make`: an editor's name in, a new bench out."""
        self._make = make
        self._held: dict[str, tuple[str, Bench]] = {}  # name and bench, the newest last
        self._lock = Lock()

    def __len__(self) -> int:
        """How many benches there are."""
        return len(self._held)

    def of(self, login: str, editor: str) -> Bench:
        """The bench of a login, which is made with the first question for it."""
        with self._lock:
            if login not in self._held:
                others = [key for key, (name, _) in self._held.items() if name == editor]
                for oldest in others[: len(others) - MOST_OF_ONE + 1]:
                    del self._held[oldest]
                self._held[login] = editor, self._make(editor)
            return self._held[login][1]

    def drop(self, login: str) -> None:
        """Forget the bench of a login that has ended. Work that it has begun goes on."""
        with self._lock:
            self._held.pop(login, None)
