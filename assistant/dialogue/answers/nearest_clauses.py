"""The clauses that come nearest to a message, lifted by topic, place, year and what is in force."""

import re
from collections.abc import Iterable, Sequence

from assistant.dialogue.answers.desk import Desk
from assistant.dialogue.answers.kind import STANDARD_BY
from assistant.dialogue.answers.table_rows import asks_for_plan
from assistant.dialogue.facts.said import ASKER, EVENT
from assistant.dialogue.matter import Matter
from assistant.dialogue.reading import Reading
from assistant.documents.models import Policy, Validity
from assistant.rules.rulebook import Rule
from assistant.search.abstain import says_too_little
from assistant.search.passages import ASKS_HOW_OFTEN, SO_OFTEN
from assistant.search.search import Hit
from assistant.search.tokens import fold, query_terms

SHOWN = 3
FAR = 12  # how far down the list the clause of a further topic is looked for
# A clause is shown beside the best one only if it comes this near.
CLOSE = 0.85
_MUCH_MORE = 1.4
CLOSE_TO_UNSURE = 0.75  # where the best one is only the nearest
_WHOSE = frozenset((ASKER, "local_tie", EVENT))
# A clause of another place answers as well if it speaks of this much of what the best one speaks of.
NEARLY = 0.5
# Below this the best clause is offered as the nearest one, not as the answer.
UNSURE_COVERAGE = 0.35
# How much a clause is lifted that grants a benefit of the topic in question.
TOPIC_BOOST = 0.35
YEAR_BOOST = 0.3
IN_FORCE_BOOST = 0.1
GOING_ON_BOOST = 0.1
# Of a short message that names nothing, the clause that was quoted last: 要什么样的人才行.
SAME_CLAUSE_BOOST = 0.25
_SHORT = 14  # characters
OFTEN_BOOST = 0.35
# 哪个局牵头，一年安排多少人次: both stand in one row of a plan.
PLAN_BOOST = 0.35
_OFFICE = re.compile("单位|部门")
# 归谁管 · 找哪个局, as a text says it.
IN_OTHER_WORDS = ("负责", "职责")
# 培训的钱从哪些地方来, as a text says it.
_FUNDED_FROM = re.compile(
    "(?:钱|资金|经费)[^,。;!?领拿]{0,6}(?:从|由|打|是)?(?:哪|什么地方|什么渠道|什么口子)[^,。;!?领拿]{0,5}(?:来|出(?!证)|筹|凑)"
)
_BY_DOCUMENT = ("落实补贴政策", "配套政策方案的通知")
_FUNDS = ("筹集", "筹集资金", "就业补助资金", "失业保险基金")
# A question that says so little beside the name of a document asks for the document.
_ENOUGH = 4
_TITLE = re.compile('[“《"][^”》"]*[”》"]')  # of a document, and so not of another place's
_NUMBER = re.compile(r"\d+号")
_YEAR = re.compile(r"20\d\d")


def find(
    desk: Desk, reading: Reading, matter: Matter, policies: Sequence[Policy], rules: Iterable[Rule]
) -> list[Hit]:
    """The clauses that answer; none where the best says too little of what is asked."""
    begun = [
        p for p in policies if p.validity(matter.today) is not Validity.NOT_YET or p.id in reading.policies
    ]
    searched, rules = begun or policies, list(rules)
    ranked = rank(desk, reading, matter, searched, rules, limit=FAR)
    granting = {rule.clause.id for rule in rules}
    if not ranked or (
        ranked[0].clause.id not in granting and _says_too_little(desk, reading, matter, searched)
    ):
        return []
    # Whoever tells a case asks for what is granted, and no clause that is far from it grants him anything.
    unsure = ranked[0].coverage < UNSURE_COVERAGE and not matter.facts.keys() - _WHOSE
    close = CLOSE_TO_UNSURE if unsure else CLOSE
    near = [
        hit for hit in ranked[:SHOWN] if hit.score >= ranked[0].score * close or _says_more(hit, ranked[0])
    ]
    for own in _of_places(reading, searched) if matter.regions else ():
        # Of several places asked about at once, the best clause of each.
        if not any(desk.policy_of(hit.clause) in own for hit in near):
            best = rank(desk, reading, matter, own, rules, limit=1, text=_TITLE.sub("", reading.bare))
            near += [hit for hit in best if hit.coverage >= ranked[0].coverage * NEARLY]
    return near + _of_other_topics(reading, ranked, near, rules)


def _says_more(hit: Hit, best: Hit) -> bool:
    """Whether a clause says much more of a question than the one that is lifted by its topic.

    岗前培训的工种不在目录里，要报哪个部门: the clause on catalogues, beside the one on that training.
    """
    return hit.coverage >= max(UNSURE_COVERAGE, _MUCH_MORE * best.coverage)


def finds_little(desk: Desk, reading: Reading, policies: Sequence[Policy]) -> bool:
    """Whether no clause speaks of much of what a message says: asking back helps more than a quote."""
    hits = desk.searcher.search(reading.text, policies=[p.id for p in policies], limit=1)
    return not hits or hits[0].coverage < UNSURE_COVERAGE


def _of_places(reading: Reading, policies: Iterable[Policy]) -> list[list[Policy]]:
    """The policies of each place of its own, where a message names several."""
    policies = list(policies)
    if len(reading.regions) < 2:
        return []
    return [[p for p in policies if p.about.region == region] for region in reading.regions]


def _of_other_topics(
    reading: Reading, ranked: Sequence[Hit], near: Sequence[Hit], rules: Iterable[Rule]
) -> list[Hit]:
    """Of several topics asked about at once, the best clause of each on which none is shown yet."""
    if len(reading.topics) < 2:
        return []
    rules = list(rules)
    found: list[Hit] = []
    for topic in reading.topics:
        granting = {rule.clause.id for rule in rules if rule.benefit.topic == topic}
        if not any(hit.clause.id in granting for hit in (*near, *found)):
            found += [hit for hit in ranked if hit.clause.id in granting][:1]
    return found


def rank(
    desk: Desk,
    reading: Reading,
    matter: Matter,
    policies: Iterable[Policy],
    rules: Iterable[Rule],
    *,
    limit: int,
    text: str | None = None,
) -> list[Hit]:
    """The nearest clauses to the message, or to a `text` of it.

    What speaks of the topic or the year named and what is in force is lifted.
    """
    policies = list(policies)
    boost = dict.fromkeys((*(rule.clause.id for rule in rules), *held_clauses(desk, reading)), TOPIC_BOOST)
    for policy in policies:
        lift = IN_FORCE_BOOST * (policy.validity(matter.today) is Validity.IN_FORCE)
        lift += GOING_ON_BOOST * (policy.id == matter.policy)
        lift += YEAR_BOOST * any(year in _years_of(policy) for year in _YEAR.findall(reading.text))
        for clause in policy.clauses if lift else ():
            boost[clause.id] = boost.get(clause.id, 0) + lift
    names = reading.topics or reading.regions or reading.policies or reading.facts
    if matter.quote and not names and len(reading.text) <= _SHORT:
        last = f"{matter.policy}/{matter.path}"
        boost[last] = boost.get(last, 0) + SAME_CLAUSE_BOOST
    if ASKS_HOW_OFTEN.search(reading.text):
        for clause in (clause for policy in policies for clause in policy.clauses):
            boost[clause.id] = boost.get(clause.id, 0) + OFTEN_BOOST * bool(SO_OFTEN.search(clause.text))
    if "responsible" in reading.intents and asks_for_plan(reading.text):
        for clause in (clause for policy in policies for clause in policy.clauses):
            of_offices = any(_OFFICE.search(head) for table in clause.tables for head in table[0])
            boost[clause.id] = boost.get(clause.id, 0) + PLAN_BOOST * of_offices
    text = without_documents(desk, reading, reading.text if text is None else text)
    searched = [policy.id for policy in policies]
    query = " ".join((search_text(desk, reading, matter, text), *in_their_words(reading, matter)))
    hits = desk.searcher.search(query, policies=searched, limit=limit, boost=boost)
    if not hits or hits[0].clause.kind != "preamble":
        return hits
    # The preamble tells of the document; where none is named and it says little, or another clause says more
    # of the question (41号文总牵头的是谁), others are nearer.
    others = [hit for hit in hits if hit.clause.kind != "preamble"]
    says_most = all(hit.coverage <= hits[0].coverage for hit in others)
    sure = says_most and (reading.policies or hits[0].coverage >= UNSURE_COVERAGE)
    return hits if sure else others or hits


def held_clauses(desk: Desk, reading: Reading) -> set[str]:
    """The clauses (ids) that speak of what a message names and most places do not hold."""
    return {clause for topic in reading.elsewhere for clause in desk.rulebook.topics[topic].held_in}


def _says_too_little(desk: Desk, reading: Reading, matter: Matter, policies: Sequence[Policy]) -> bool:
    """Whether the best clause says too little of what is asked, the names of places aside."""
    query = search_text(desk, reading, matter, reading.bare)
    best = desk.searcher.search(query, policies=[policy.id for policy in policies], limit=1)
    return not best or says_too_little(best[0].keyword.score, desk.searcher.rarest)


def search_text(desk: Desk, reading: Reading, matter: Matter, text: str) -> str:
    """The question, with the words that texts use for what is asked, and the topic that it goes on with."""
    words = [text, *(IN_OTHER_WORDS if "responsible" in reading.intents else ())]
    if not (reading.topics or reading.intents or reading.facts):
        words += (desk.rulebook.topics[topic].label for topic in matter.topics)
    return " ".join(words)


def in_their_words(reading: Reading, matter: Matter) -> tuple[str, ...]:
    """The texts' words for where money comes from and by what it is given, where that is asked."""
    funds = _FUNDS if _FUNDED_FROM.search(reading.text) else ()
    return (*funds, *(_BY_DOCUMENT if matter.regions and STANDARD_BY.search(reading.text) else ()))


def without_documents(desk: Desk, reading: Reading, text: str) -> str:
    """The text without the short names of the documents it names, which are all that is searched.

    工信部门在职业技能提升工程里负责什么: the preface names the document, and answers nothing.
    """
    named = [p.about for p in desk.library.policies if p.id in reading.policies]
    rest = text
    for alias in sorted((fold(alias) for about in named for alias in about.aliases), key=len, reverse=True):
        rest = rest.replace(alias, " ")
    for number in (_NUMBER.search(about.document_number or "") for about in named):
        rest = re.sub(f"{number[0]}文?", " ", rest) if number else rest
    return rest if len(query_terms(rest)) >= _ENOUGH else text


def _years_of(policy: Policy) -> str:
    return f"{policy.about.title}{policy.about.document_number or ''}"
