"""Checking the data: every amount of the texts accounted for, every rule's own examples run and complete.

What stops a load (a quote that is not in its clause, an unknown fact) is found by `load_rulebook`.
Here is the rest: what loads and is still wrong, or is missing.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.documents.library import Library
from assistant.documents.models import Clause, Policy, SetAside
from assistant.documents.quotes import place_of_quote
from assistant.rules.conditions import ConditionNode, comparisons
from assistant.rules.examples import Trial, mismatches, missing_examples, run_example, untried_thresholds
from assistant.rules.facts import FactBook, plain
from assistant.rules.figures import Span, find_figures, values_in
from assistant.rules.formulas import walk
from assistant.rules.models import TO_REVIEW, Adjustment, Benefit, BenefitsFile, Limit
from assistant.rules.rulebook import Rule, Rulebook

# Facts that a conversation reads for itself: who speaks, which day decides on validity, and for which level
# money was had, which matters once that level is asked about.
READ_ONLY_FACTS = frozenset({"asker", "holder", "place", "event_date", "level_had_before"})


@dataclass(frozen=True)
class Finding:
    """Something wrong with the data: the file and key, and what to mend."""

    where: str
    what: str


def check_corpus(library: Library, rulebook: Rulebook) -> list[Finding]:
    """Everything that is wrong with the rules, in the order of the corpus; an empty list where nothing is."""
    findings: list[Finding] = []
    trials: dict[str, list[Trial]] = {}
    for policy in library.policies:
        findings += _unaccounted_figures(policy, rulebook.files.get(policy.id))
        findings += _idle_set_asides(policy)
        for rule in rulebook.of_policy(policy.id):
            where = f"{policy.id}/benefits.yaml {rule.benefit.id}"
            run = [run_example(rule, example, rulebook.book) for example in rule.benefit.examples]
            tried = trials[rule.benefit.id] = [trial for trial in run if isinstance(trial, Trial)]
            problems = [problem for problem in run if isinstance(problem, str)]
            problems += [problem for trial in tried for problem in mismatches(trial)]
            problems += missing_examples(rule, tried, rulebook.book)
            problems += _formula_problems(rule, rulebook.book)
            problems += _left_to_review(rule.benefit, rulebook.files[policy.id])
            findings += [Finding(where, problem) for problem in dict.fromkeys(problems)]
    findings += _limits_and_adjustments(rulebook, trials)
    return [*findings, *_unused(rulebook)]


def drafts_waiting(library: Library, rulebook: Rulebook) -> list[Finding]:
    """What the program found and nobody has reviewed yet, a line a file: notes, not faults."""
    notes: list[Finding] = []
    for policy in library.policies:
        file = rulebook.files.get(policy.id)
        names = [benefit.id for benefit in file.benefits if benefit.draft] if file else []
        names += [adjustment.id for adjustment in file.adjustments if adjustment.draft] if file else []
        names += [limit.id for limit in file.limits if limit.draft] if file else []
        if names:
            what = f"{len(names)} 条规则还是草稿，不参与计算：{'、'.join(names)}"
            notes.append(Finding(f"{policy.id}/benefits.yaml", what))
        if guessed := sum(entry.draft for entry in policy.about.set_aside):
            notes.append(Finding(f"{policy.id}/policy.yaml", f"set_aside 里有 {guessed} 条理由是程序推断的"))
    return notes


# ---- amounts in the text


def _unaccounted_figures(policy: Policy, file: BenefitsFile | None) -> Iterator[Finding]:
    quotes = list(_quotes(file)) if file else []
    quotes += [(entry.clause, entry.text) for entry in policy.about.set_aside]
    for clause in policy.clauses:
        spans = [_span(clause.text, quote) for path, quote in quotes if path == clause.path]
        for figure in find_figures(clause.text):
            if not any(span and figure.inside(span) for span in spans):
                around = clause.text[max(0, figure.span.start - 15) : figure.span.end + 10].strip()
                what = f"金额没有交代（补贴的引文和 set_aside 里都没有）：…{around}…"
                yield Finding(f"{policy.id} {clause.path}", what)


def _idle_set_asides(policy: Policy) -> Iterator[Finding]:
    where = f"{policy.id}/policy.yaml set_aside"
    for entry in policy.about.set_aside:
        clause = policy.clause(entry.clause)
        if clause is None or _span(clause.text, entry.text) is None:
            yield Finding(where, f"条款 {entry.clause} 里没有：{entry.text}")
        elif not (values_in(entry.text) or _is_cell(clause, entry)):
            yield Finding(where, f"{entry.clause} 的这一条里没有数：{entry.text}")


def _is_cell(clause: Clause, entry: SetAside) -> bool:
    """Whether a whole cell is set aside: the head of a column speaks for the numbers below it."""
    cells = (cell for line in clause.text.splitlines() if "\t" in line for cell in line.split("\t"))
    return "".join(entry.text.split()) in {"".join(cell.split()) for cell in cells}


def _quotes(file: BenefitsFile) -> Iterator[tuple[str, str]]:
    """Clause and words of everything that a benefits file quotes."""
    for benefit in file.benefits:
        yield from _quotes_of(benefit)
    yield from ((limit.clause, limit.quote) for limit in file.limits)
    yield from ((adjustment.clause, adjustment.quote) for adjustment in file.adjustments)


def _quotes_of(benefit: Benefit) -> Iterator[tuple[str, str]]:
    yield benefit.clause, benefit.quote
    for other in (*benefit.see, *filter(None, (benefit.exclusion,))):
        yield other.clause, other.quote


def _span(text: str, quote: str) -> Span | None:
    place = place_of_quote(text, quote)
    return None if place is None else Span(*place)


def _left_to_review(benefit: Benefit, file: BenefitsFile) -> Iterator[str]:
    """What a reviewed benefit still has of the program's guesses."""
    drafts = {limit.id for limit in file.limits if limit.draft}
    yield from (f"限制 {name} 还是草稿，没有起作用" for name in benefit.limits if name in drafts)
    yield from (
        f"open_points 里还有没核对的：{point}" for point in benefit.open_points if point.startswith(TO_REVIEW)
    )


# ---- formulas


def _formula_problems(rule: Rule, book: FactBook) -> Iterator[str]:
    quotes = [quote for _, quote in _quotes_of(rule.benefit)] + [limit.quote for limit in rule.limits]
    quoted = {value for quote in quotes for value in values_in(quote)}
    for formula in walk(rule.benefit.amount):
        for figure in formula.figures:
            if figure not in quoted:
                yield f"公式里的 {plain(figure)} 不在引文里"
        if formula.operator == "table":
            for row in formula.rows:
                if row not in book[formula.facts[0]].choices:
                    yield f"表里的“{row}”不是 {formula.facts[0]} 的选项"


# ---- what belongs to many benefits, or to none


def _limits_and_adjustments(rulebook: Rulebook, trials: dict[str, list[Trial]]) -> Iterator[Finding]:
    """A limit or an adjustment is tried in one at least of the benefits that it speaks of."""
    for policy_id, file in rulebook.files.items():
        where = f"{policy_id}/benefits.yaml"
        reviewed = [benefit for benefit in file.benefits if not benefit.draft]
        for limit in (entry for entry in file.limits if not entry.draft):
            bound = [benefit.id for benefit in reviewed if limit.id in benefit.limits]
            tried = [trial for name in bound for trial in trials[name]]
            problems = _limit_problems(limit, bound, tried)
            yield from (Finding(f"{where} {limit.id}", what) for what in problems)
        for adjustment in (entry for entry in file.adjustments if not entry.draft):
            tried = [trial for name in adjustment.applies_to for trial in trials.get(name, [])]
            problems = _adjustment_problems(adjustment, tried)
            yield from (Finding(f"{where} {adjustment.id}", what) for what in problems)


def _limit_problems(limit: Limit, bound: list[str], trials: list[Trial]) -> Iterator[str]:
    if not bound:
        yield "没有补贴用到这条限制"
        return
    if not any(limit in trial.entitlement.blocked_by for trial in trials):
        yield "没有一个例因这条限制不能享受"
    yield from untried_thresholds(limit.blocked_when, trials)


def _adjustment_problems(adjustment: Adjustment, trials: list[Trial]) -> Iterator[str]:
    percent = adjustment.raise_percent
    if percent is not None and percent not in values_in(adjustment.quote):
        yield f"{plain(percent)}% 不在引文里"
    if not adjustment.applies_to:
        yield "没有补贴用到这条调整"
    elif not any(adjustment in trial.entitlement.adjusted_by for trial in trials):
        yield "没有一个例用到这条调整"


def _unused(rulebook: Rulebook) -> Iterator[Finding]:
    files = rulebook.files.values()
    topics = {benefit.topic for file in files for benefit in file.benefits}
    topics |= {adjustment.topic for file in files for adjustment in file.adjustments}
    for topic in rulebook.topics.values():
        if not topic.words:
            yield Finding(f"topics.yaml {topic.id}", "没有写人们怎么说（words）")
        if topic.id not in topics and topic.elsewhere is None:
            yield Finding(f"topics.yaml {topic.id}", "没有补贴用到这个主题")
    asked = set(_facts_in_use(rulebook))
    for spec in rulebook.book:
        # A fact that implies another, or a topic, serves reading even where no rule asks for it.
        if not (spec.id in asked or spec.implies or spec.id in READ_ONLY_FACTS):
            yield Finding(f"facts.yaml {spec.id}", "没有规则用到这项事实")


def _facts_in_use(rulebook: Rulebook) -> Iterator[str]:
    for topic in rulebook.topics.values():
        yield from (*topic.implied_by, *topic.hinted_by)
    for file in rulebook.files.values():
        conditions: list[ConditionNode | None] = [limit.blocked_when for limit in file.limits]
        conditions += [adjustment.when for adjustment in file.adjustments]
        for benefit in file.benefits:
            yield from benefit.excluded_by
            conditions.append(benefit.when)
            for formula in walk(benefit.amount):
                yield from formula.facts
                conditions += formula.conditions
        yield from (compare.fact for condition in conditions for compare in comparisons(condition))
