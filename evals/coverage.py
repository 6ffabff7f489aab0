"""What the cases reach: which benefits, and which of their conditions decide something."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.bootstrap import Calculator
from assistant.dialogue.models import BenefitOut
from assistant.rules.conditions import judge
from evals.models import Expect
from evals.run import Answered, FileResult

LEAST_CASES = 6  # by which a benefit is to be reached
MET = "符合"  # how a condition that is met begins, in BenefitOut.reasons


@dataclass(frozen=True)
class Coverage:
    """How many cases reach each benefit (rule id), and how many each of its conditions decides.

    A case reaches a benefit where it expects something of its clause and the reply judges it. A condition
    decides such a case where it is not met, or where nobody said whether it is.
    """

    benefits: dict[str, int]
    conditions: dict[tuple[str, str], int]

    @property
    def scarce(self) -> list[str]:
        """The benefits that too few cases reach."""
        return [rule for rule, cases in self.benefits.items() if cases < LEAST_CASES]

    @property
    def idle(self) -> list[tuple[str, str]]:
        """The conditions that decide nothing in any case."""
        return [condition for condition, cases in self.conditions.items() if not cases]


def cover(corpus: Calculator, files: Iterable[FileResult]) -> Coverage:
    """What the cases of these files reach of the corpus."""
    reached: Counter[str] = Counter()
    decided: Counter[tuple[str, str]] = Counter()
    for result in (result for file in files for result in file.results):
        judged = list(_judged(result.turns))
        reached.update({one.rule_id for one in judged})
        decided.update(
            {
                (one.rule_id, reason.partition("：")[2])
                for one in judged
                for reason in one.reasons
                if not reason.startswith(MET)
            }
        )
    book, rules = corpus.rulebook.book, corpus.rulebook.rules
    conditions = (
        (rule.benefit.id, reason.wording)
        for rule in rules
        for reason in judge(rule.benefit.when, {}, book).reasons
    )
    return Coverage(
        {rule.benefit.id: reached[rule.benefit.id] for rule in rules},
        {condition: decided[condition] for condition in conditions},
    )


def lines(coverage: Coverage) -> Iterator[str]:
    """The coverage for people to read: what falls short, by name."""
    enough = len(coverage.benefits) - len(coverage.scarce)
    deciding = len(coverage.conditions) - len(coverage.idle)
    yield f"benefits reached by {LEAST_CASES} cases or more: {enough} / {len(coverage.benefits)}"
    yield from (f"  {rule}: {coverage.benefits[rule]}" for rule in coverage.scarce)
    yield f"conditions that decide a case: {deciding} / {len(coverage.conditions)}"
    yield from (f"  {rule}: {wording}" for rule, wording in coverage.idle)


def _judged(turns: Iterable[Answered]) -> Iterator[BenefitOut]:
    for turn in turns:
        expected = _clauses(turn.turn.expect)
        for one in turn.reply.benefits if turn.reply else ():
            if {(one.policy_id, one.path), (one.policy_id, "*")} & expected:
                yield one


def _clauses(expect: Expect) -> set[tuple[str, str]]:
    """The clauses that a turn expects something of, as policy and path."""
    return {
        *((wanted.policy, path) for wanted in expect.benefits for path in wanted.path),
        *((refused.policy, refused.path) for refused in expect.no_benefit),
        *(reference for alternatives in expect.cites for reference in alternatives),
    }
