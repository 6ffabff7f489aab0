"""Questions that each clause may answer, from its headings and its topic, for a person to revise."""

from collections.abc import Sequence

from assistant.documents.models import Clause
from assistant.intake.draft_rules import plain_heading
from assistant.intake.vocabulary import Vocabulary
from assistant.rules.figures import find_figures
from assistant.search.search import answering

_LONGEST = 24
_MOST = 8


def draft_questions(clauses: Sequence[Clause], place: str, words: Vocabulary) -> dict[str, list[str]]:
    """Clause path → questions; clauses that answer nothing are left out.

    `place`: how people call the place, 晋江.
    """
    drafted: dict[str, list[str]] = {}
    for clause in answering(clauses):
        if clause.kind == "responsible" or clause.path in drafted:
            continue
        questions = list(dict.fromkeys(_questions(clause, place, words)))[:_MOST]
        if questions:
            drafted[clause.path] = questions
    return drafted


def _questions(clause: Clause, place: str, words: Vocabulary) -> list[str]:
    if clause.kind == "preamble":
        return [
            f"{place}这份文件是哪个部门发的",
            f"{place}这份文件的文号是多少",
            f"{place}这份文件是依据什么定的",
        ]
    heading = plain_heading(clause)
    names = [heading] if 2 <= len(heading) <= _LONGEST else []
    label = words.label(words.topic(heading, clause.text))
    names += [label] if label and label != heading else []
    asked: list[str] = []
    for name in names:
        if find_figures(clause.text):
            asked += [f"{name}补多少钱", f"{place}{name}的标准是多少", f"{name}给谁"]
        asked += [f"{name}有什么规定", f"{place}{name}怎么办"]
    return asked
