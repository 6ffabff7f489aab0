"""`python -m evals.bench`: a table of times, the aims, and the same for a peer in the same run.

Times depend on the machine and on what else it does: nothing fails here, a missed aim is said. The ratio to
the peer is what can be compared between machines.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from assistant.bootstrap import Assistant
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
    assistant = open_for_evals(Settings.from_environment(os.environ))
    cases = load_cases(CASES / "tuned.yaml")
    print(f"{'':<20}{'ms':>9}{'aim ms':>9}  {'':<7}{'peer ms':>9}{'ratio':>8}  peer")
    for measure in (*_ask(assistant, cases), *_calculate(assistant), _shell()):
        print(_row(measure))


def _ask(assistant: Assistant, cases: tuple[Case, ...]) -> Iterator[Measure]:
    """Whole dialogues in their order; the first run only warms up, as a server is warm."""
    run_cases(assistant, cases[:10])
    asked, searched = [], []
    with closing(PlainSearch(assistant.library.clauses())) as peer:
        for case in cases:
            session: str | None = None

            def ask(question: str, case: Case = case) -> None:
                nonlocal session
                reply = assistant.ask(question, session_id=session, region=case.region, as_of=case.as_of)
                session = reply.session_id

            questions = [turn.question for turn in case.turns]
            asked += times(ask, questions)
            searched += times(peer.search, questions)
    for percent, aim in ((50, 15.0), (95, 50.0)):
        what = f"ask, p{percent}"
        yield Measure(what, percentile(asked, percent), aim, "plain FTS5 search", percentile(searched, percent))


def _calculate(assistant: Assistant) -> Iterator[Measure]:
    """Each benefit on the facts of each of its own examples."""
    trials = [(rule, example.facts) for rule in assistant.rulebook.rules for example in rule.benefit.examples]

    def calculate(trial: tuple[Any, Mapping[str, Any]]) -> None:
        rule, facts = trial
        day = rule.policy.about.issued_on
        assistant.calculate(facts, region=None, as_of=day, benefit=rule.benefit.id)

    taken = times(calculate, trials)
    for percent in (50, 95):
        yield Measure(f"a benefit, p{percent}", percentile(taken, percent), 1.0)


def _shell() -> Measure:
    started = process_time(["-c", "pass"])
    return Measure("shell calculate", process_time(["-m", "assistant.cli", *SHELL]), 700.0, "python -c pass", started)


def _row(measure: Measure) -> str:
    verdict = "met" if measure.taken <= measure.aim else "MISSED"
    row = f"{measure.what:<20}{measure.taken:>9.2f}{measure.aim:>9.0f}  {verdict:<7}"
    if measure.peer_taken is None:
        return row.rstrip()
    return f"{row}{measure.peer_taken:>9.2f}{measure.taken / measure.peer_taken:>8.1f}  {measure.peer}"


if __name__ == "__main__":
    main()
