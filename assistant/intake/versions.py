"""Two versions of a document to compare: a file, or a policy that is held."""

from pathlib import Path

from assistant.bootstrap import open_calculator
from assistant.documents.library import Library, load_library
from assistant.documents.models import Clause, Policy
from assistant.errors import BadInput
from assistant.intake.compare import Change, compare_clauses
from assistant.intake.derive import derive
from assistant.intake.models import Draft
from assistant.intake.source import read_document
from assistant.intake.titles import fold_title, short_title
from assistant.settings import Settings


def compare_versions(new: str, old: str | None, settings: Settings) -> tuple[Change, ...]:
    """What changes from one version to another; each is a held policy's id or a file.

    `old` None: the held policy that the new one is a version of. Raises BadInput where there is no such one.
    """
    after = _clauses_of(new, settings)
    if old is not None:
        return compare_clauses(_clauses_of(old, settings), after)
    draft, _ = derive(Path(new), settings)
    former = former_versions(draft, open_calculator(settings).library)
    if len(former) != 1:
        found = "、".join(policy.id for policy in former) or "没有"
        raise BadInput(f"看不出它是哪一份的新版本（找到：{found}）。请在后面写上原来的编号。")
    return compare_clauses(former[0].clauses, after)


def former_versions(draft: Draft, library: Library) -> tuple[Policy, ...]:
    """The held policies that a document may be a version of: of its 文号, ended by it, or of its name."""
    about = draft.about
    wanted = {about.document_number, *about.supersedes} - {None}

    def is_former(policy: Policy) -> bool:
        same_name = fold_title(short_title(policy.about.title)) == fold_title(short_title(about.title))
        names = {policy.about.document_number, policy.about.title}
        return bool(names & wanted) or (same_name and policy.about.region == about.region)

    return tuple(policy for policy in library.policies if is_former(policy))


def _clauses_of(name: str, settings: Settings) -> tuple[Clause, ...]:
    held = load_library(settings.corpus).get(name)
    if held is not None:
        return held.clauses
    path = Path(name)
    if not path.is_file():
        raise BadInput(f"“{name[:80]}”不是收录的政策编号，也不是文件。")
    return read_document(path, "new-version", settings).clauses
