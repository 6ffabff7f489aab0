"""Changing the corpus and its index together: all of it or nothing.

What is to come is written and loaded beside the corpus first. Then one rename puts it into the corpus, and
the index is built anew; where that fails, the rename is taken back and the old index is still in service.
Whoever is killed in between leaves the old index in service too: `assistant index` builds the one of the
corpus, and the next change puts back a policy whose removal or replacement was cut short.

What was taken out is kept: policies/.removed/jinjiang-2019-79.1 is the first that was held under that id, the
highest number the last. To put it back, move it to policies/jinjiang-2019-79 and run `assistant index`.
"""

import fcntl
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.bootstrap import build, open_calculator
from assistant.errors import BadInput
from assistant.intake.models import Exchanged
from assistant.search.question_bank import load_question_bank
from assistant.search.vectors import Progress
from assistant.settings import Settings

Say = Callable[[str], None]
_REMOVING = ".removing-"  # on its way out
_KEPT = ".removed"


@contextmanager
def changing(settings: Settings) -> Iterator[None]:
    """Held by the one process that changes the corpus. Raises BadInput where another does."""
    settings.indexes.mkdir(parents=True, exist_ok=True)
    with (settings.indexes / ".intake.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise BadInput("另一个程序正在收录或者删除政策，请稍后再试。") from error
        _restore(settings.corpus / "policies")
        yield


def _restore(policies: Path) -> None:
    """Put back what a removal that was killed before its index was built left aside."""
    for aside in policies.glob(f"{_REMOVING}*"):
        target = policies / aside.name.removeprefix(_REMOVING)
        aside.rename(_place_to_keep(target) if target.exists() else target)


def _place_to_keep(policy: Path) -> Path:
    """Where the folder of a policy is kept once it is out."""
    kept = policy.parent / _KEPT
    kept.mkdir(exist_ok=True)
    numbers = (place.suffix[1:] for place in kept.glob(f"{policy.name}.*"))
    last = max((int(number) for number in numbers if number.isdecimal()), default=0)
    return kept / f"{policy.name}.{last + 1}"


@contextmanager
def staging(settings: Settings, policy_id: str) -> Iterator[Path]:
    """A path beside the policies, for a folder to be written to; whatever is left there is removed."""
    aside = settings.corpus / "policies" / f".intake-{policy_id}"
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir()
    try:
        yield aside / policy_id
    finally:
        shutil.rmtree(aside, ignore_errors=True)


@contextmanager
def corpus_with(settings: Settings, folder: Path | None, without: str | None = None) -> Iterator[Path]:
    """A corpus of links, for loading: the one that is held with a further policy, or without one."""
    with TemporaryDirectory(prefix="corpus-") as root:
        view = Path(root)
        for entry in settings.corpus.iterdir():
            if entry.name != "policies":
                (view / entry.name).symlink_to(entry.resolve())
        (view / "policies").mkdir()
        held = (
            p for p in (settings.corpus / "policies").iterdir() if p.is_dir() and not p.name.startswith(".")
        )
        for entry in held:
            if entry.name != without and (folder is None or entry.name != folder.name):
                (view / "policies" / entry.name).symlink_to(entry.resolve())
        if folder is not None:
            (view / "policies" / folder.name).symlink_to(folder.resolve())
        yield view


def check_loads(corpus: Path, settings: Settings) -> None:
    """Load a corpus as the program will. Raises CorpusError for what does not hold."""
    calculator = open_calculator(settings.model_copy(update={"corpus": corpus}))
    load_question_bank(corpus, calculator.library)


def exchange(
    settings: Settings, progress: Progress, *, put_in: Path | None = None, take_out: str | None = None
) -> Exchanged:
    """Move a staged folder into the corpus, or a policy out of it, or both, and build the index.

    Raises AssistantError or OSError, with the corpus as it was, where the index cannot be built.
    """
    with _out_of_the_way(settings.corpus / "policies", take_out) as kept:
        if put_in is None:
            return Exchanged(build(settings, progress=progress), kept)
        target = settings.corpus / "policies" / put_in.name
        put_in.rename(target)
        try:
            return Exchanged(build(settings, progress=progress), kept)
        except BaseException:
            shutil.rmtree(target)
            raise


@contextmanager
def _out_of_the_way(policies: Path, policy_id: str | None) -> Iterator[Path | None]:
    """Without this policy; it is put back where what is done meanwhile fails. Where it is kept afterwards."""
    if policy_id is None:
        yield None
        return
    source, aside = policies / policy_id, policies / f"{_REMOVING}{policy_id}"
    kept = _place_to_keep(source)
    source.rename(aside)
    try:
        yield kept
    except BaseException:
        aside.rename(source)
        raise
    aside.rename(kept)
