"""`python -m evals retrieval`: how well clauses are found, a row for each way of finding them.

Without --data the project's own questions over its corpus: exit status 1 where a threshold is missed. With it
the questions of a folder (corpus.jsonl.gz, questions.jsonl, qrels.tsv) over its documents. Exit status 2: a
file cannot be read.
"""

import argparse
import json
import sys
from itertools import compress, product
from pathlib import Path

from assistant.bootstrap import Assistant
from assistant.errors import AssistantError
from assistant.search import fuse, tune
from assistant.search.dense import StaticEmbedder, open_embedder
from assistant.search.expand import Expander, load_terms
from assistant.search.keyword import document_text
from assistant.settings import Settings
from evals.retrieval import own, report
from evals.retrieval.questions import (
    OWN,
    as_bank,
    hold_out,
    law_of,
    load_corpus,
    load_folder_questions,
    load_questions,
    load_unanswerable,
)
from evals.retrieval.records import Record, load_least, load_record, save_record
from evals.retrieval.run import Outcome, ask_all, wrong_places
from evals.retrieval.ways import FUSED, Collection, ways
from evals.run import open_for_evals


def main(arguments: list[str] | None = None) -> int:
    """Run the command; its exit status."""
    options = _options(arguments)
    try:
        settings = Settings.from_environment()
        return _folder(options, settings) if options.data else _own(options, settings)
    except AssistantError as error:
        print(error, file=sys.stderr)
        return 2


def _folder(options: argparse.Namespace, settings: Settings) -> int:
    measured = hold_out(load_folder_questions(options.data), options.held)
    bank = as_bank(load_folder_questions(options.bank), measured) if options.bank else {}
    clauses = load_corpus(options.data)
    embedder, weight = open_embedder(settings.embedding_model), fuse.DENSE_WEIGHT
    if bank and isinstance(embedder, StaticEmbedder):
        texts = {clause.id: document_text(clause, "", "") for clause in clauses}
        pairs = [(question, texts[clause]) for clause in bank if clause in texts for question in bank[clause]]
        embedder, weight = tune.tuned(embedder, pairs, texts.values()), tune.DENSE_WEIGHT
    expander = Expander(load_terms(settings.corpus / "lexicon.yaml"))
    collection = Collection(clauses, {}, bank, expander, embedder, weight, law_of)
    outcomes = [ask_all(way, measured) for way in ways(collection)]
    if options.json:
        print(json.dumps(report.as_json(outcomes), indent=1))
        return 0
    print(*report.table(options.data.name, outcomes), sep="\n")
    if bank:
        banked = [one.of(lambda question: not question.right.isdisjoint(bank)) for one in outcomes]
        others = [one.of(lambda question: question.right.isdisjoint(bank)) for one in outcomes]
        print(*report.table("answered by what has questions in the bank", banked), sep="\n")
        print(*report.table("answered by what has none", others), sep="\n")
    return 0


def _own(options: argparse.Namespace, settings: Settings) -> int:
    assistant = open_for_evals(settings)
    asked = load_questions(options.questions or OWN / "questions.yaml", assistant.library)
    asked = own.placed(assistant, asked)
    collection = own.collection(assistant, settings, open_embedder(settings.embedding_model))
    outcomes = [ask_all(way, asked) for way in ways(collection)]
    parts = {
        "tuned": [one.of(lambda question: not question.unseen) for one in outcomes],
        "unseen": [one.of(lambda question: question.unseen) for one in outcomes],
    }
    if options.questions:
        parts = {options.questions.name: outcomes}
    if options.json:
        shown = {name: report.as_json(part) for name, part in parts.items()}
        print(json.dumps(report.as_json(outcomes) if options.questions else shown, indent=1))
        return 0
    for name, part in parts.items():
        print(*report.table(name, part), sep="\n")
    return _judge(options, assistant, outcomes[-1], {name: part[-1] for name, part in parts.items()})


def _judge(
    options: argparse.Namespace, assistant: Assistant, shipped: Outcome, parts: dict[str, Outcome]
) -> int:
    """Places and refusals; and, on the project's own questions, thresholds and baseline."""
    assert shipped.way == FUSED
    policy_of = {clause.id: clause.policy_id for clause in assistant.library.clauses()}
    wrong = wrong_places(shipped, policy_of, lambda policy, place: own.speaks_for(assistant, policy, place))
    named = sum(one.question.region is not None for one in shipped.ranked)
    print(f"\nwrong place on top: {len(wrong)} of {named} that name one\n\nput to the assistant")
    answerable = own.put(assistant, [(one.question.id, one.question.text) for one in shipped.ranked])
    print(*report.refusals("answerable", answerable), sep="\n")
    if options.questions:
        return 0
    outside = load_unanswerable()
    unanswerable = own.put(assistant, [(one.id, one.text) for one in outside])
    for kind, part in product(("near", "far"), ("tuned", "unseen")):
        asked = (one.kind == kind and one.unseen == (part == "unseen") for one in outside)
        print(
            *report.refusals(f"unanswerable, {kind}, {part}", list(compress(unanswerable, asked))), sep="\n"
        )
    found = Record(
        first={one.question.id: one.first for one in shipped.ranked},
        refused={one.id: one.refused for one in unanswerable},
    )
    hidden = [one.question.id for one in shipped.ranked if one.question.unseen]
    hidden += [one.id for one in outside if one.unseen]
    print("", *report.changes(found, load_record(), frozenset(hidden)), sep="\n")
    if options.update_baseline:
        save_record(found)
    missed = report.missed(load_least(), parts, len(wrong), unanswerable, answerable)
    print(*([f"MISSED {what}" for what in missed] or ["every threshold met"]), sep="\n")
    return 1 if missed else 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m evals retrieval",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--data", type=Path, metavar="DIR", help="a folder of documents and questions")
    bank_help = "its questions and answers serve as question bank and for tuning, but for those measured"
    parser.add_argument("--bank", type=Path, metavar="DIR", help=bank_help)
    held_help = "measure only so many of the folder's questions, the same each time; all for 0"
    parser.add_argument("--held", type=int, default=0, metavar="N", help=held_help)
    questions_help = "a .jsonl or .yaml file of questions over the project's corpus instead of its own"
    parser.add_argument("--questions", type=Path, metavar="FILE", help=questions_help)
    parser.add_argument("--json", action="store_true", help="print {way: {figure: value}} and nothing else")
    parser.add_argument("--update-baseline", action="store_true", help="write retrieval_baseline.json")
    options = parser.parse_args(arguments)
    if options.data and (options.questions or options.update_baseline):
        parser.error("--data goes with --bank, --held and --json only")
    if not options.data and (options.bank or options.held):
        parser.error("--bank and --held need --data")
    if options.update_baseline and (options.questions or options.json):
        parser.error("--update-baseline needs a run over the project's own questions")
    return options
