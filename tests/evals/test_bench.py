"""The bench measures what it says. No time is judged: that would be a test of the machine."""

import subprocess
from collections.abc import Iterator
from contextlib import closing

import pytest

from assistant.bootstrap import Assistant
from evals.bench.__main__ import main
from evals.bench.peer import PlainSearch
from evals.bench.timing import percentile, process_time, times


@pytest.fixture
def peer(assistant: Assistant) -> Iterator[PlainSearch]:
    with closing(PlainSearch(assistant.library.clauses())) as search:
        yield search


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("技能大师工作室补助多少", "jinjiang-2019-79/二（二）1"),
        ('以工代训 "OR" (NEAR', "jinjiang-2019-79/二（六）7"),
    ],
    ids=["a question", "what FTS5 would take for operators"],
)
def test_the_peer_finds_the_clause_among_its_ten(peer: PlainSearch, question: str, clause: str) -> None:
    assert clause in peer.search(question)


def test_the_peer_finds_nothing_for_nothing(peer: PlainSearch) -> None:
    assert peer.search("😀") == []


def test_every_input_is_timed_once() -> None:
    seen: list[int] = []
    assert len(times(seen.append, range(3))) == 3
    assert seen == [0, 1, 2]


@pytest.mark.parametrize(("percent", "taken"), [(50, 51.0), (95, 96.0)])
def test_percentile(percent: int, taken: float) -> None:
    assert percentile([float(number) for number in range(101, 0, -1)], percent) == taken


def test_the_time_of_a_process_that_fails_is_none() -> None:
    with pytest.raises(subprocess.CalledProcessError):
        process_time(["-c", "raise SystemExit(1)"], runs=1)


@pytest.mark.usefixtures("own_indexes")
def test_the_table_has_a_row_for_each_aim(capsys: pytest.CaptureFixture[str]) -> None:
    main()
    rows = capsys.readouterr().out.splitlines()[1:]
    assert [row[:20].strip() for row in rows] == [
        "ask, p50", "ask, p95", "a benefit, p50", "a benefit, p95", "shell calculate",
    ]  # fmt: skip
    assert [row.split("met")[0].split("MISSED")[0].split()[-1] for row in rows] == [
        "15",
        "50",
        "1",
        "1",
        "700",
    ]
