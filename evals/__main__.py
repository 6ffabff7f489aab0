"""`python -m evals`: ask every case, print what failed and how the figures changed.

`python -m evals retrieval` measures how well clauses are found (--help), `python -m evals metamorphic` that
the same question put differently gets the same benefits and amounts, `python -m evals intake` how well the
corpus's own documents are taken in.

Exit status 1 where a threshold of thresholds.yaml is missed, 2 where a file cannot be read.
How single cases of a file that is set aside fail is shown only where --cases names that file.
"""

import argparse
import sys
from pathlib import Path

from assistant.bootstrap import Assistant
from assistant.errors import AssistantError
from assistant.settings import Settings
from evals import coverage, effort, metamorphic, report
from evals.html_report import html_report
from evals.intake.command import main as intake
from evals.models import CASES, Threshold, load_baseline, load_cases, load_thresholds, save_baseline
from evals.retrieval.command import main as retrieval
from evals.run import FileResult, open_for_evals, run_cases

ALL_PASS = Threshold(passed=1.0, faults={})  # for a file that thresholds.yaml does not name


def main(arguments: list[str] | None = None) -> int:
    """Run the command; its exit status."""
    arguments = sys.argv[1:] if arguments is None else arguments
    if arguments[:1] == ["retrieval"]:
        return retrieval(arguments[1:])
    if arguments == ["metamorphic"]:
        return _metamorphic()
    if arguments[:1] == ["intake"]:
        return intake(arguments[1:])
    options = _options(arguments)
    try:
        assistant = open_for_evals(Settings.from_environment())
        files = _run(
            assistant, [options.cases] if options.cases else sorted(CASES.glob("*.yaml")), options.only
        )
    except AssistantError as error:
        print(error, file=sys.stderr)
        return 2
    shown = [file for file in files if options.cases or not file.threshold.set_aside]
    for file in shown:
        if options.verbose:
            print(*report.failing_replies(file), sep="\n")
        for line in report.failures(file):
            print(line)
    print(*report.tables(files), "", *report.changes(files, load_baseline()), sep="\n")
    reached = efforts = None
    if not (options.cases or options.only):
        reached, efforts = coverage.cover(assistant, files), effort.measure(assistant)
        print(*coverage.lines(reached), *effort.lines(efforts), "", sep="\n")
    if options.report:
        options.report.write_text(html_report(files, load_baseline(), reached, efforts), encoding="utf-8")
    if options.update_baseline:
        save_baseline(report.as_baseline(files))
    missed = [f"MISSED {file.name}: {what}" for file in files for what in file.missed()]
    print(*(missed or ["every threshold met"]), sep="\n")
    return 1 if missed else 0


def _metamorphic() -> int:
    assistant = open_for_evals(Settings.from_environment())
    outcomes = list(metamorphic.run(assistant, load_cases(CASES / "tuned.yaml")))
    print(*metamorphic.lines(outcomes), sep="\n")
    return 0 if metamorphic.share(outcomes) >= metamorphic.LEAST else 1


def _run(assistant: Assistant, paths: list[Path], only: frozenset[str]) -> list[FileResult]:
    thresholds = load_thresholds()
    chosen = {path.stem: [case for case in load_cases(path) if not only or case.id in only] for path in paths}
    return [
        FileResult(name, thresholds.get(name, ALL_PASS), run_cases(assistant, cases))
        for name, cases in chosen.items()
        if cases
    ]


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m evals", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    file_help = "only this file; .yaml, or an exam's .jsonl"
    parser.add_argument("--cases", type=Path, metavar="FILE", help=file_help)
    parser.add_argument("--only", metavar="IDS", default="", help="only these cases: a01,d03")
    parser.add_argument("--verbose", action="store_true", help="print the replies at fault, whole")
    parser.add_argument("--report", type=Path, metavar="FILE", help="write the report as a page: report.html")
    parser.add_argument("--update-baseline", action="store_true", help="write baseline.json from this run")
    options = parser.parse_args(arguments)
    options.only = frozenset(filter(None, options.only.split(",")))
    if options.update_baseline and (options.cases or options.only):
        parser.error("--update-baseline needs a run of all cases")
    return options


if __name__ == "__main__":
    sys.exit(main())
