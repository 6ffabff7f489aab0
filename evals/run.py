"""Ask the cases in process and judge the replies."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.bootstrap import Assistant, build, open_assistant
from assistant.dialogue.models import Reply
from assistant.search.tokens import fold
from assistant.settings import IN_MEMORY, Settings
from evals.models import Case, Threshold, Turn
from evals.scorers import SCORERS, Exchange, Fault, judged, score

_ORIGIN = re.compile(r"籍|来的|过来|老乡|那(?:\d|[一两二三四五六七八九十])+[个名位]")
_HOME = re.compile("老家是?在?$")


@dataclass(frozen=True)
class Answered:
    """A turn that was asked; no reply where the assistant raised."""

    turn: Turn
    reply: Reply | None
    faults: tuple[Fault, ...]


@dataclass(frozen=True)
class Result:
    """A case that was run."""

    case: Case
    turns: tuple[Answered, ...]

    @property
    def passed(self) -> bool:
        """Whether nothing was wrong with any turn."""
        return not any(turn.faults for turn in self.turns)


@dataclass(frozen=True)
class FileResult:
    """A file of cases that was run, and what it must reach."""

    name: str
    threshold: Threshold
    results: tuple[Result, ...]

    @property
    def passed(self) -> int:
        """How many cases passed."""
        return sum(result.passed for result in self.results)

    @property
    def faults(self) -> Counter[str]:
        """In how many turns each scorer found fault."""
        turns = (turn for result in self.results for turn in result.turns)
        return Counter(scorer for turn in turns for scorer in {fault.scorer for fault in turn.faults})

    @property
    def judged(self) -> Counter[str]:
        """How many turns each scorer had something to say of."""
        turns = (turn for result in self.results for turn in result.turns)
        count = Counter(scorer for turn in turns for scorer in judged(turn.turn.expect))
        return Counter({scorer: count[scorer] for scorer in SCORERS if count[scorer]})

    def missed(self) -> list[str]:
        """The thresholds that were missed, in words."""
        found, of, total = self.faults, self.judged, len(self.results)
        short = [f"{self.passed} of {total} cases passed, below {self.threshold.passed:.1%}"]
        return [
            *(short if self.passed < self.threshold.passed * total else []),
            *(
                f"{scorer}: {found[scorer]} turns at fault, at most {most} allowed"
                for scorer, most in self.threshold.faults.items()
                if found[scorer] > most
            ),
            *(
                f"{scorer}: {of[scorer] - found[scorer]} of {of[scorer]} turns right, below {least:.1%}"
                for scorer, least in self.threshold.right.items()
                if of[scorer] - found[scorer] < least * of[scorer]
            ),
        ]


def open_for_evals(settings: Settings) -> Assistant:
    """The assistant as it would serve, its index up to date, its conversations in memory only."""
    build(settings)
    return open_assistant(settings.model_copy(update={"database_url": IN_MEMORY}))


def run_cases(assistant: Assistant, cases: Iterable[Case]) -> tuple[Result, ...]:
    """Run each case in a conversation of its own. What the assistant raises is a fault of the turn."""
    return tuple(Result(case, tuple(_ask(assistant, case))) for case in cases)


def _ask(assistant: Assistant, case: Case) -> Iterator[Answered]:
    session: str | None = None
    places: tuple[str, ...] = () if case.region is None else (assistant.find_region(case.region),)
    for turn in case.turns:
        places = places_named(assistant, turn.question, spoken_of=bool(places)) or places
        try:
            reply = assistant.ask(turn.question, session_id=session, region=case.region, as_of=case.as_of)
        except Exception as error:  # whatever it is, the other cases are still worth a look
            yield Answered(turn, None, (Fault("raises", f"raised {type(error).__name__}: {error}"),))
            return
        session = reply.session_id
        yield Answered(turn, reply, score(Exchange(turn.expect, reply, assistant, places)))


def places_named(assistant: Assistant, question: str, *, spoken_of: bool) -> tuple[str, ...]:
    """The codes of the places that a message names.

    Where a place is `spoken_of` already, one that only says where somebody is from (宁夏籍的) replaces none.
    """
    held = {policy.about.region for policy in assistant.library.policies}
    text = fold(question)
    named = [
        mention
        for mention in assistant.regions.mentions(text, held)
        if not (spoken_of and (_ORIGIN.match(text, mention.end) or _HOME.search(text[: mention.start])))
    ]
    return tuple(region.code for mention in named for region in mention.regions)
