"""Two versions of a document to compare: a file, or a policy that is held."""

from pathlib import Path

from assistant.bootstrap import open_calculator
from assistant.documents.library import load_library
from assistant.documents.models import Clause, Policy
from assistant.errors import BadInput
from assistant.intake.derive import derive
from assistant.intake.source import read_document
from assistant.intake.titles import fold_title, short_title
from assistant.settings import Settings


def clauses_of(name: str, settings: Settings) -> tuple[Clause, ...]:
    """The clauses of a held policy (an id) or of a file. Raises BadInput where it is neither."""
    held = load_library(settings.corpus).get(name)
    if held is not None:
        return held.clauses
    path = Path(name)
    if not path.is_file():
        raise BadInput(f"“{name[:80]}”不是收录的政策编号，也不是文件。")
    return read_document(path, "new-version").clauses


def held_version(name: str, settings: Settings) -> tuple[Clause, ...]:
    """The clauses of the held policy that a file is a version of: of its 文号, ended by it, or of its name.

    Raises BadInput where none, or several, are.
    """
    draft, _ = derive(Path(name), settings)
    about = draft.about
    wanted = {about.document_number, *about.supersedes} - {None}

    def is_former(policy: Policy) -> bool:
        same_name = fold_title(short_title(policy.about.title)) == fold_title(short_title(about.title))
        names = {policy.about.document_number, policy.about.title}
        return bool(names & wanted) or (same_name and policy.about.region == about.region)

    former = [p for p in open_calculator(settings).library.policies if is_former(p)]
    if len(former) != 1:
        found = "、".join(p.id for p in former) or "没有"
        raise BadInput(f"看不出它是哪一份的新版本（找到：{found}）。请在后面写上原来的编号。")
    return former[0].clauses
