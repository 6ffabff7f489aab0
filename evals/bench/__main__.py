"""`python -m evals.bench`: a table of times, the aims, and the same for a peer in the same run.

Times depend on the machine and on what else it does: nothing fails here, a missed aim is said. The ratio to
the peer is what can be compared between machines.
"""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

from assistant.bootstrap import Assistant
from assistant.rules.models import Example
from assistant.rules.rulebook import Rule
from assistant.settings import Settings
from evals.bench.peer import PlainSearch
from evals.bench.timing import percentile, process_time, times
from evals.models import CASES, Case, load_cases
from evals.run import open_for_evals, run_cases

SHELL = ("calculate", "--region", "晋江市", "--as-of", "2020-06-15", "--fact", "certificate_level=四级")


@dataclass(frozen=True)
class Measure:
    """A figure beside its aim and a peer's; all in milliseconds."""

    what: str
    taken: float
    aim: float
    peer: str = ""
    peer_taken: float | None = None


def main() -> None:
    """Measure everything and print the table."""
    assistant = open_for_evals(Settings.from_environment())
    cases = load_cases(CASES / "tuned.yaml")
    print(f"{'':<20}{'ms':>9}{'aim ms':>9}  {'':<7}{'peer ms':>9}{'ratio':>8}  peer")
    for measure in (*_ask(assistant, cases), *_calculate(assistant), _shell()):
        print(_row(measure))


def _ask(assistant: Assistant, cases: tuple[Case, ...]) -> Iterator[Measure]:
    """Whole dialogues in their order; the first run only warms up, as a server is warm."""
    run_cases(assistant, cases[:10])
    messages = [(case, turn.question) for case in cases for turn in case.turns]

    def ask(message: tuple[Case, str]) -> None:
        case, question = message
        assistant.ask(question, session_id=f"bench-{case.id}", region=case.region, as_of=case.as_of)

    asked = times(ask, messages)
    with closing(PlainSearch(assistant.library.clauses())) as peer:
        searched = times(peer.search, [question for _, question in messages])
    for percent, aim in ((50, 15.0), (95, 50.0)):
        peer_taken = percentile(searched, percent)
        yield Measure(f"ask, p{percent}", percentile(asked, percent), aim, "plain FTS5 search", peer_taken)


def _calculate(assistant: Assistant) -> Iterator[Measure]:
    """Each benefit on the facts of each of its own examples."""
    trials = [(rule, example) for rule in assistant.rulebook.rules for example in rule.benefit.examples]

    def calculate(trial: tuple[Rule, Example]) -> None:
        rule, example = trial
        day = rule.policy.about.issued_on
        assistant.calculate(example.facts, region=None, as_of=day, benefit=rule.benefit.id)

    taken = times(calculate, trials)
    for percent in (50, 95):
        yield Measure(f"a benefit, p{percent}", percentile(taken, percent), 1.0)


def _shell() -> Measure:
    started = process_time(["-c", "pass"])
    taken = process_time(["-m", "assistant.cli", *SHELL])
    return Measure("shell calculate", taken, 700.0, "python -c pass", started)


def _row(measure: Measure) -> str:
    verdict = "met" if measure.taken <= measure.aim else "MISSED"
    row = f"{measure.what:<20}{measure.taken:>9.2f}{measure.aim:>9.0f}  {verdict:<7}"
    if measure.peer_taken is None:
        return row.rstrip()
    return f"{row}{measure.peer_taken:>9.2f}{measure.taken / measure.peer_taken:>8.1f}  {measure.peer}"


if __name__ == "__main__":
    main()
