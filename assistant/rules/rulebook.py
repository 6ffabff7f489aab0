"""The rulebook: every benefit of every policy, checked against the text when it is loaded."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.documents.library import Library
from assistant.documents.models import Clause, Policy
from assistant.documents.quotes import locate_quote
from assistant.documents.yaml_file import load_yaml, read_data
from assistant.errors import CorpusError
from assistant.rules.conditions import Compare, Condition, comparisons
from assistant.rules.facts import COUNTED, FactBook, load_facts
from assistant.rules.formulas import Formula, walk
from assistant.rules.models import Adjustment, Benefit, BenefitsFile, Limit, Topic


@dataclass(frozen=True)
class Rule:
    """A benefit with the policy that grants it and what bounds and changes it."""

    benefit: Benefit
    policy: Policy
    clause: Clause
    quote: str  # the words as they stand in the clause
    limits: tuple[Limit, ...]
    adjustments: tuple[Adjustment, ...]


@dataclass(frozen=True)
class Rulebook:
    """All rules in the order of the corpus, with the facts and topics that they speak of.

    `rules` are those that a person has reviewed: they alone compute. `drafts` were found by the program; they
    are held against the text like the others, and serve to find the clause that speaks of a benefit.
    """

    book: FactBook
    topics: dict[str, Topic]
    rules: tuple[Rule, ...]
    files: dict[str, BenefitsFile]  # by policy, as they were written
    drafts: tuple[Rule, ...] = ()

    def of_policy(self, policy_id: str) -> tuple[Rule, ...]:
        """The reviewed rules of one policy."""
        return tuple(rule for rule in self.rules if rule.policy.id == policy_id)

    def drafts_of(self, policy_id: str) -> tuple[Rule, ...]:
        """The drafts of one policy."""
        return tuple(rule for rule in self.drafts if rule.policy.id == policy_id)

    def rule(self, benefit_id: str) -> Rule | None:
        """A rule by its benefit's id."""
        return next((rule for rule in self.rules if rule.benefit.id == benefit_id), None)


def load_rulebook(corpus: Path, library: Library) -> Rulebook:
    """Read facts.yaml, topics.yaml, elsewhere.yaml where there is one, and every policy's benefits.yaml.

    Raises CorpusError, naming file and key, for a quote that is not in its clause, an unknown clause,
    fact, choice, topic, limit or exclusion, an exclusion named on one side only, or an id given twice.
    """
    book = load_facts(corpus / "facts.yaml")
    topics = _load_topics((corpus / "topics.yaml", corpus / "elsewhere.yaml"), book)
    files: dict[str, BenefitsFile] = {}
    rules: list[Rule] = []
    for policy in library.policies:
        file = _load_file(corpus / "policies" / policy.id / "benefits.yaml", policy)
        if file is not None:
            files[policy.id] = file
            rules += _load_rules(file, policy, book, topics)
    _check_twins((f"{rule.policy.id}/benefits.yaml", rule.benefit.id) for rule in rules)
    _check_exclusions(rules)
    reviewed = tuple(rule for rule in rules if not rule.benefit.draft)
    drafts = tuple(rule for rule in rules if rule.benefit.draft)
    return Rulebook(book, topics, reviewed, files, drafts)


def _load_topics(paths: Iterable[Path], book: FactBook) -> dict[str, Topic]:
    topics: dict[str, Topic] = {}
    held, *others = paths
    for path in (held, *(path for path in others if path.exists())):
        for entry in load_yaml(path, list):
            topic = read_data(entry, Topic, path.name)
            if topic.id in topics:
                raise CorpusError(f"{path.name} {topic.id}", "同一个 id 出现了两次")
            for fact in (*topic.implied_by, *topic.hinted_by):
                if fact not in book:
                    raise CorpusError(f"{path.name} {topic.id}.implied_by", f"没有事实 {fact}")
            topics[topic.id] = topic
    return topics


def _load_file(path: Path, policy: Policy) -> BenefitsFile | None:
    if not path.exists():
        return None
    where = f"{policy.id}/{path.name}"
    file = read_data(load_yaml(path, dict), BenefitsFile, where)
    _check_twins((where, limit.id) for limit in file.limits)
    _check_twins((where, adjustment.id) for adjustment in file.adjustments)
    return file


def _load_rules(
    file: BenefitsFile, policy: Policy, book: FactBook, topics: dict[str, Topic]
) -> Iterator[Rule]:
    where = f"{policy.id}/benefits.yaml"
    limits = {limit.id: limit for limit in file.limits}
    known = {benefit.id for benefit in file.benefits}
    for limit in file.limits:
        _check_quote(f"{where} {limit.id}", policy, limit.clause, limit.quote)
        _check_condition(f"{where} {limit.id}", limit.blocked_when, book)
    for adjustment in file.adjustments:
        key = f"{where} {adjustment.id}"
        _check_quote(key, policy, adjustment.clause, adjustment.quote)
        _check_condition(key, adjustment.when, book)
        _check_topic(key, adjustment, topics)
        if unknown := set(adjustment.applies_to) - known:
            raise CorpusError(key, f"applies_to 里没有这些补贴：{sorted(unknown)}")
    for benefit in file.benefits:
        key = f"{where} {benefit.id}"
        quote = _check_quote(key, policy, benefit.clause, benefit.quote)
        for other in (*benefit.see, *filter(None, (benefit.exclusion,))):
            _check_quote(key, policy, other.clause, other.quote)
        _check_condition(key, benefit.when, book)
        _check_formula(key, benefit.amount, book)
        for fact, value in benefit.excluded_by.items():
            _check_condition(key, Compare(fact, "is", value), book)
        _check_topic(key, benefit, topics)
        if unknown := set(benefit.limits) - set(limits):
            raise CorpusError(key, f"没有这些限制：{sorted(unknown)}")
        clause = policy.clause(benefit.clause)
        assert clause is not None
        yield Rule(
            benefit,
            policy,
            clause,
            quote,
            tuple(limits[name] for name in benefit.limits if benefit.draft or not limits[name].draft),
            tuple(a for a in file.adjustments if benefit.id in a.applies_to and not a.draft),
        )


def _check_topic(key: str, entry: Benefit | Adjustment, topics: dict[str, Topic]) -> None:
    if entry.topic not in topics and (entry.topic or not entry.draft):
        raise CorpusError(key, f"没有主题 {entry.topic}")


def _check_formula(key: str, formula: Formula, book: FactBook) -> None:
    for part in walk(formula):
        for fact in part.facts:
            if fact not in book:
                raise CorpusError(key, f"公式里没有这个事实：{fact}")
            if book[fact].kind not in (("choice",) if part.operator == "table" else COUNTED):
                raise CorpusError(key, f"公式 {part.operator} 不能用 {fact}（{book[fact].kind}）")
        for condition in part.conditions:
            _check_condition(key, condition, book)


def _check_quote(key: str, policy: Policy, path: str, quote: str) -> str:
    clause = policy.clause(path)
    if clause is None:
        raise CorpusError(key, f"没有条款 {path}")
    found = locate_quote(clause.text, quote)
    if found is None:
        raise CorpusError(key, f"引文不在条款 {path} 里：{quote}")
    return found


def _check_condition(key: str, condition: Condition | None, book: FactBook) -> None:
    for comparison in comparisons(condition):
        if comparison.fact not in book:
            raise CorpusError(key, f"没有事实 {comparison.fact}")
        _check_operand(key, comparison, book)


def _check_operand(key: str, comparison: Compare, book: FactBook) -> None:
    spec = book[comparison.fact]
    operands = comparison.operand if comparison.operator == "in" else (comparison.operand,)
    for operand in operands:
        fits = {
            "yes_no": isinstance(operand, bool),
            "choice": operand in spec.choices,
            "choices": operand in spec.choices,
        }.get(spec.kind, comparison.operator not in ("is", "in"))
        if not fits:
            raise CorpusError(key, f"{comparison.fact} 不能与 {operand!r} 比较")


def _check_exclusions(rules: Sequence[Rule]) -> None:
    by_id = {rule.benefit.id: rule for rule in rules}
    for rule in rules:
        for other in rule.benefit.excludes:
            if other not in by_id or rule.benefit.id not in by_id[other].benefit.excludes:
                where = f"{rule.policy.id}/benefits.yaml {rule.benefit.id}.excludes"
                raise CorpusError(where, f"{other} 没有写回这一项：互斥要两边都写")


def _check_twins(entries: Iterable[tuple[str, str]]) -> None:
    """Every id once; an entry is the file and the id."""
    seen: set[str] = set()
    for where, name in entries:
        if name in seen:
            raise CorpusError(f"{where} {name}", "同一个 id 出现了两次")
        seen.add(name)
