"""Changing the corpus and its index together: all of it or nothing.

What is to come is written and loaded beside the corpus first. Then one rename puts it into the corpus, and
the index is built anew; where that fails, the rename is taken back and the old index is still in service.

Whoever is killed is dealt with by the next change, and the index in service decides. Each folder on its way
bears the version that was in service before: where that still is, nothing was done, and all is put back as it
was; where another is, the change is done and stays so. (`assistant index`, run in between, does it.)

What was taken out is kept, and so is what was put in and then undone: policies/.removed/jinjiang-2019-79.1 is
the first that was held under that id, the highest number the last. To put it back, move it to
policies/jinjiang-2019-79 and run `assistant index`; nothing puts that on record.
"""

import fcntl
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.bootstrap import build, open_calculator
from assistant.errors import BadInput
from assistant.intake.models import Exchanged
from assistant.search.index import current_version
from assistant.search.question_bank import load_question_bank
from assistant.search.vectors import Progress
from assistant.settings import Settings

Say = Callable[[str], None]
_COMING = ".intake-"  # on its way in: .intake-jinjiang-2019-79@000007-3f2a90bc
_REMOVING = ".removing-"  # on its way out, likewise
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
        _settle(settings)
        yield


def _settle(settings: Settings) -> None:
    """Undo what was cut short before the index was put into service; what was done by then stays."""
    policies = settings.corpus / "policies"
    for aside in policies.glob(f"{_COMING}*"):
        target = policies / _id_of(aside, _COMING)
        # Where it still lies inside, it never came in. Somebody may have worked on what did.
        if _done_since(aside, settings) is False and not any(aside.iterdir()) and target.exists():
            target.rename(_place_to_keep(target))
        shutil.rmtree(aside, ignore_errors=True)
    for aside in policies.glob(f"{_REMOVING}*"):
        target = policies / _id_of(aside, _REMOVING)
        stays_out = _done_since(aside, settings) or target.exists()
        aside.rename(_place_to_keep(target) if stays_out else target)


def _aside(settings: Settings, way: str, policy_id: str) -> Path:
    """Where a folder lies on its way: beside the policies, named by the version that is in service."""
    return settings.corpus / "policies" / f"{way}{policy_id}@{current_version(settings.indexes) or ''}"


def _id_of(aside: Path, way: str) -> str:
    return aside.name.removeprefix(way).partition("@")[0]


def _done_since(aside: Path, settings: Settings) -> bool | None:
    """Whether an index was put into service since a folder was set aside; None for one that does not tell."""
    _, tells, version = aside.name.partition("@")
    return version != (current_version(settings.indexes) or "") if tells else None


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
    aside = _aside(settings, _COMING, policy_id)
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

    Raises AssistantError or OSError, with the corpus as it was, where the index cannot be built. What fails
    once it is in service is raised too, and the change is done.
    """
    with _out_of_the_way(settings, take_out) as kept:
        version = _built_with(put_in, settings, progress)
    return Exchanged(version, kept)


def _built_with(put_in: Path | None, settings: Settings, progress: Progress) -> str:
    """The version that is in service once a staged folder, if any, is in the corpus."""
    if put_in is None:
        return build(settings, progress=progress)
    target = settings.corpus / "policies" / put_in.name
    put_in.rename(target)
    try:
        return build(settings, progress=progress)
    except BaseException:
        if not _done_since(put_in.parent, settings):
            target.rename(put_in)
        raise


@contextmanager
def _out_of_the_way(settings: Settings, policy_id: str | None) -> Iterator[Path | None]:
    """Without this policy; it is put back where no index is built meanwhile. Where it is kept afterwards."""
    if policy_id is None:
        yield None
        return
    source = settings.corpus / "policies" / policy_id
    aside, kept = _aside(settings, _REMOVING, policy_id), _place_to_keep(source)
    source.rename(aside)
    try:
        yield kept
    except BaseException:
        aside.rename(kept if _done_since(aside, settings) else source)
        raise
    with suppress(OSError):  # it is out all the same, and the next change moves it
        aside.rename(kept)
