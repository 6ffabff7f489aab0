"""What an answer on benefits says first: who may have how much, each group's sum, and what all come to."""

from collections.abc import Collection, Mapping, Sequence

from assistant.dialogue.answers.benefit_lines import (
    assumed_words,
    condition_words,
    headline,
    names_sum,
    payee_words,
    unstated_words,
)
from assistant.dialogue.answers.desk import Desk, document
from assistant.dialogue.answers.group_names import join_names
from assistant.dialogue.answers.told_in_full import adds_to, told_in_full
from assistant.dialogue.answers.totals import Case, Total, line_of_all
from assistant.dialogue.matter import Matter
from assistant.documents.models import Validity
from assistant.rules.amount import show
from assistant.rules.assess import Entitlement
from assistant.rules.facts import FactBook


def conclusion(
    desk: Desk,
    cases: Sequence[Case],
    totals: Sequence[Total],
    matter: Matter,
    in_full: Collection[int],
    *,
    together: bool,
) -> list[str]:
    """The lines of the conclusion; `together`: whether what all come to was asked for.

    What several groups get under the same condition is told with what they come to, and not once more.
    """
    book, several = desk.rulebook.book, len({case.region for case in cases}) > 1
    groups = {id(e): case.who for case in cases for e in case.entitlements}
    told_there: set[int] = set()
    summed = []
    for total in totals:
        line = total.line
        if not total.is_mixed and _stand_alike(total.parts, matter, book, in_full):
            line = _with_parts(total, groups, matter, book, in_full)
            told_there.update(map(id, total.parts))
        place = f"{desk.place(total.region)}：" if several else ""
        summed.append((total, f"{place}{line}。"))
    # What only some are sure to get is no conclusion for all, unless all is what was asked for.
    lines = [line for total, line in summed if together or not total.is_mixed]
    of_all = line_of_all(cases)
    lines += [f"{of_all}。"] if of_all else []
    of_whom: dict[tuple[str, ...], list[str]] = {}  # a place and what is said there -> of which groups
    for case in cases:
        shown = told_in_full(case, matter)
        if not shown:
            continue
        place = f"{desk.place(case.region)}：" if several else ""
        # One clause often pays firm and worker apart: both belong to the conclusion.
        both = [e for e in shown if e.rule.clause.id == shown[0].rule.clause.id]
        more = [e for e in shown if e not in both and adds_to(e, shown[0])]
        for e in (*both, *more):
            if id(e) not in told_there:
                said = f"{headline(e, matter, book, below=id(e) in in_full)}。"
                # A sum is each group's own: behind two names it would read as what both get.
                apart = case.who if names_sum(e) else ""
                of_whom.setdefault((place, said, apart), []).append(case.who)
        for running in running_now(case, shown):
            of_whom.setdefault(("", running, ""), [])
    for (place, said, _), names in of_whom.items():
        who = join_names(names)
        lines.append(f"{place}{who}{'：' if who else ''}{said}")
    lines += [line for total, line in summed if total.is_mixed and not together]
    return ["\n\n".join(lines)]


def _stand_alike(
    parts: Sequence[Entitlement], matter: Matter, book: FactBook, in_full: Collection[int]
) -> bool:
    """Whether groups get a benefit under the same words, but for the sum."""
    conditions = {condition_words(part, below=id(part) in in_full) for part in parts}
    assumed = {assumed_words(part, matter, book) for part in parts}
    return len(conditions) == len(assumed) == 1


def _with_parts(
    total: Total, groups: Mapping[int, str], matter: Matter, book: FactBook, in_full: Collection[int]
) -> str:
    """A total with the sum of each group, all of which stand alike."""
    first, benefit = total.parts[0], total.together.rule.benefit
    parts = [f"{groups[id(part)]}：{show(part.amount)}" for part in total.parts if part.amount is not None]
    whom = f"{condition_words(first, below=id(first) in in_full)}{payee_words(benefit)}{benefit.verb}"
    assumed = assumed_words(first, matter, book)
    assert total.together.amount is not None
    sums = "；".join((*([assumed] if assumed else []), *parts))
    return f"**{benefit.name}**（{total.who}）：{whom}**合计{show(total.together.amount)}**（{sums}）"


def running_now(case: Case, shown: Sequence[Entitlement]) -> list[str]:
    """What runs now, where nothing that is told in full does."""
    running = [e for e in case.entitlements if e.validity is Validity.IN_FORCE and e not in shown]
    if not running or not shown or any(e.validity is Validity.IN_FORCE for e in shown):
        return []
    return [f"现在执行期内的是{document(running[0].rule.policy)}，{unstated_words(running[0])}。"]
