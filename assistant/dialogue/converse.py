"""One turn of a conversation: read the message, find what it is about, answer. The whole of it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.dialogue import fixed_answers as fixed
from assistant.dialogue.before_start import answer_before_start
from assistant.dialogue.benefit_answer import answer_benefits, describe_group
from assistant.dialogue.beside import with_nearest
from assistant.dialogue.clause_reference import referred_clauses
from assistant.dialogue.clause_search import search_clauses
from assistant.dialogue.counterpart import answer_counterpart
from assistant.dialogue.desk import Answer, Desk
from assistant.dialogue.kind import (
    ABOUT_MONEY,
    BENEFITS,
    LIMITS,
    LOOKUP,
    MAYBE_MONEY,
    SCREENING,
    VALIDITY,
    asks_for_fraud,
    asks_only_for_money,
    asks_only_how_long,
    kind_of,
    says_of_the_case,
)
from assistant.dialogue.lookup_answer import (
    UNSURE_COVERAGE,
    answer_adjustments,
    answer_limits,
    answer_lookup,
    answer_reference,
    find,
    finds_little,
)
from assistant.dialogue.matter import Matter, merge, remember
from assistant.dialogue.models import Session
from assistant.dialogue.open_question import ask_once_more, ask_which_group, take_answer
from assistant.dialogue.outside import answer_outside
from assistant.dialogue.reading import Reading
from assistant.dialogue.said import ASKER, HEADCOUNT
from assistant.dialogue.screening import answer_screening
from assistant.dialogue.selection import (
    Wanted,
    policies_for,
    rules_on,
    screen_rules,
    select_rules,
    speaks_for,
    topics_with_figures,
)
from assistant.dialogue.table_answer import answer_sums
from assistant.dialogue.table_row import answer_row
from assistant.dialogue.totals import Case
from assistant.dialogue.understand import Understanding
from assistant.dialogue.unreviewed_answer import quote_unreviewed
from assistant.dialogue.validity_answer import answer_validity
from assistant.dialogue.words import BLANK
from assistant.documents.models import Policy
from assistant.rules.assess import assess
from assistant.rules.rulebook import Rule
from assistant.search.search import Hit

# So few words about money name no training: which one is meant is asked, rather than searched for.
FEW_WORDS = 6
# 开班备案按哪个文件执行 asks for what a clause refers to.
_BY_WHICH = re.compile(
    "(?:按照?|依据?|根据|参照)(?:的是)?(?:哪个|哪份|什么|哪些)(?:文件|规定|通知|规程|办法)"
)
FILLERS = frozenset("不对说我们您人家在是住的这那边里儿呢吗啊有什么啥事想问,。!? ")


class Conversation:
    """Answers messages. It keeps nothing: what was said before comes in and goes out as a Session."""

    def __init__(self, desk: Desk, understanding: Understanding) -> None:
        self.desk = desk
        self.understanding = understanding

    def turn(
        self, message: str | None, session: Session, *, today: date, default_region: str | None = None
    ) -> tuple[Answer, Session]:
        """Answer a message; None: what was asked last, again, on the facts as they are now.

        Raises BadInput, in Chinese, for a message that cannot be read; else never.
        """
        if message is None:
            return self._once_more(session, today, default_region)
        reading = take_answer(self.understanding.read(message, session, today), session, self.desk)
        answer = (
            self._without_policy(reading, session)
            or ask_once_more(reading, session, self.desk)
            or ask_which_group(reading, session, self.desk)
        )
        if answer is not None:
            return answer, session
        matter = merge(session, reading, self.desk.rulebook, default_region=default_region, today=today)
        matter = self._of_named_clause(reading, matter)
        if session.kind == LOOKUP and asks_only_for_money(reading):
            matter = self._of_quoted_clause(matter)
        if asks_for_fraud(reading):
            return fixed.refuse_fraud(self.desk, matter), session
        policies = self._policies(reading, matter)
        if (answer := answer_outside(self.desk, reading, session, matter, policies)) is not None:
            return answer, session
        kind = kind_of(reading, session, matter, names_benefit=self._names_benefit(reading, matter))
        answer = self._answer(kind, reading, matter)
        if reading.private:
            answer = _behind(answer, [fixed.KEEP_PRIVATE])
        return answer, self._afterwards(answer, matter, kind)

    def search(self, query: str, *, region: str | None, on: date, limit: int) -> list[Hit]:
        """The clauses that come nearest to a query. Raises BadInput, in Chinese, for what cannot be read."""
        return search_clauses(self.desk, self.understanding, query, region=region, on=on, limit=limit)

    def _once_more(self, session: Session, today: date, default_region: str | None) -> tuple[Answer, Session]:
        """The last answer again, after a fact or the place was corrected."""
        again = Reading(text="", regions=session.regions, corrects=True)
        matter = merge(session, again, self.desk.rulebook, default_region=default_region, today=today)
        # Without a place or a matter the next step is to ask for it.
        kind = session.kind if session.kind not in ("", LOOKUP) else BENEFITS
        answer = self._answer(kind, again, matter)
        return answer, self._afterwards(answer, matter, kind)

    def _afterwards(self, answer: Answer, matter: Matter, kind: str) -> Session:
        """The conversation as the next turn finds it."""
        asked = answer.asks[0].fact if answer.asks else None
        quoted = (answer.cited[0].policy.id, answer.cited[0].path) if answer.cited else None
        policy, path = quoted or (matter.policy, matter.path)
        book = self.desk.rulebook.book
        return remember(matter, book, kind=kind, asked=asked, policy=policy, path=path)

    def _of_named_clause(self, reading: Reading, matter: Matter) -> Matter:
        """The matter, on the topics of the clause whose money is asked for by number: 二（六）8每人800."""
        if not (reading.policies or matter.regions) or not reading.intents & (ABOUT_MONEY | MAYBE_MONEY):
            return matter
        policies = self._policies(reading, matter)
        named = referred_clauses(reading.text, policies if reading.policies else policies[:1]) or []
        paths = {(policy.id, clause.path) for policy, clause in named}
        rules = (rule for policy, _ in named for rule in self.desk.rulebook.of_policy(policy.id))
        topics = dict.fromkeys(r.benefit.topic for r in rules if (r.policy.id, r.clause.path) in paths)
        meant = tuple(topic for topic in topics if topic in reading.topics) or tuple(topics)
        return replace(matter, topics=meant) if meant else matter

    def _of_quoted_clause(self, matter: Matter) -> Matter:
        """The matter, on the topics of the clause that was quoted last: 奖多少, after who is rewarded."""
        if matter.topics or matter.policy is None:
            return matter
        rules = self.desk.rulebook.of_policy(matter.policy)
        topics = dict.fromkeys(rule.benefit.topic for rule in rules if rule.clause.path == matter.path)
        return replace(matter, topics=tuple(topics))

    def _without_policy(self, reading: Reading, session: Session) -> Answer | None:
        """An answer that needs no policy, or None."""
        says_something = reading.topics or reading.facts or reading.regions or reading.intents & ABOUT_MONEY
        if "personal_status" in reading.flags or (reading.private and not says_something):
            return fixed.personal_status(private=reading.private)
        if (others := fixed.other_places(self.desk, reading)) is not None:
            return others
        if not (says_something or reading.elsewhere):
            if "thanks" in reading.flags:
                return fixed.thanks()
            if reading.flags & {"greetings", "self"}:
                return fixed.greeting(self.desk)
        return None

    def _answer(self, kind: str, reading: Reading, matter: Matter) -> Answer:
        desk = self.desk
        if kind == VALIDITY and not self._is_of_another_time(reading, matter):
            return answer_validity(desk, reading, matter)
        of_the_field = matter.topics or matter.facts or reading.intents or "domain" in reading.flags
        for region in matter.regions:
            if not reading.policies and not speaks_for(desk, region, matter.on):
                if not (of_the_field or self._names_place_only(reading)):
                    return fixed.out_of_scope()
                inside = fixed.ask_narrower(desk, region)
                return (
                    fixed.only_narrower(desk, region, inside)
                    if inside
                    else fixed.region_not_held(desk, region)
                )
        return self._with_notices(self._answer_in_places(kind, reading, matter), matter)

    def _is_of_another_time(self, reading: Reading, matter: Matter) -> bool:
        """统计时间从哪天到哪天 is not the policy's own time: the best clause is not one on that."""
        by_which = "policies" in reading.intents and _BY_WHICH.search(reading.text)
        of_a_period = "period" in reading.intents and not reading.intents & {"validity", "policies"}
        if not (by_which or of_a_period) or asks_only_how_long(reading):
            return False
        hits = find(self.desk, reading, matter, self._policies(reading, matter), ())
        if not hits or hits[0].coverage < UNSURE_COVERAGE:
            return False
        best = hits[0].clause
        return best.path not in {q.clause for q in self.desk.policy_of(best).about.validity_quotes}

    def _is_a_duty(self, reading: Reading, matter: Matter, policies: Sequence[Policy]) -> bool:
        """每月要报几次进度 asks for no money: the best clause is none that limits benefits."""
        hits = find(self.desk, reading, matter, policies, ())
        if "money" in reading.intents or not hits or hits[0].coverage < UNSURE_COVERAGE:
            return False
        limits = (
            limit for p in policies for rule in self.desk.rulebook.of_policy(p.id) for limit in rule.limits
        )
        return hits[0].clause.path not in {limit.clause for limit in limits}

    def _with_notices(self, answer: Answer, matter: Matter) -> Answer:
        """The answer behind a word on places that have no policy of their own, or none on the topic, here."""
        desk = self.desk
        told = ((region, fixed.region_notice(desk, region)) for region in matter.regions)
        without = {region: notice for region, notice in told if notice is not None}
        if without and answer.status == "out_of_scope":
            answer = fixed.nothing_found(desk, matter)
        notices = list(without.values())
        if matter.presumed and matter.regions:
            notices += [fixed.province_notice(desk, matter.regions[0])]
        if len(matter.regions) > 1 and matter.topics:
            bare = [
                region for region in matter.regions if not self._rules_in((region,), matter.topics, date.max)
            ]
            notices += [fixed.topic_notice(desk, region, matter.topics) for region in bare]
        asks = [ask for region in without if (ask := fixed.ask_narrower(desk, region)) is not None]
        return replace(_behind(answer, notices), asks=(*asks, *answer.asks))

    def _answer_in_places(self, kind: str, reading: Reading, matter: Matter) -> Answer:
        desk, policies, rules = self.desk, self._policies(reading, matter), self._rules_on(matter)
        of_a_case = reading.topics or reading.facts.keys() - {ASKER, HEADCOUNT}
        if not of_a_case and (answer := answer_sums(reading, matter, policies)) is not None:
            return answer
        if kind == LOOKUP and (answer := self._answer_without_search(reading, matter, policies)) is not None:
            return answer
        if kind == LIMITS and matter.regions and not self._is_a_duty(reading, matter, policies):
            every = [rule for policy in policies for rule in desk.rulebook.of_policy(policy.id)]
            if (answer := answer_limits(desk, matter, every)) is not None:
                return answer
        if kind in (BENEFITS, SCREENING):
            if matter.regions:
                return self._benefits(kind, reading, matter)
            said = matter.topics or matter.groups or reading.facts or kind == SCREENING
            # What costs a search is asked last.
            if said or self._is_vague(reading, policies) or self._pays_in_one_place(reading, policies):
                return fixed.ask_region(desk, "各地的标准不一样。")
        return answer_lookup(desk, reading, matter, policies, rules)

    def _answer_without_search(
        self, reading: Reading, matter: Matter, policies: tuple[Policy, ...]
    ) -> Answer | None:
        """What is named by number, by its row or by its place alone, or asked where no place is known."""
        if (answer := answer_reference(self.desk, reading, matter, policies)) is not None:
            return answer
        if (answer := answer_row(self.desk, reading, matter)) is not None:
            return answer
        if not matter.regions:
            local = "documents" in reading.intents or (
                reading.intents & ABOUT_MONEY and self._is_vague(reading, policies)
            )
            return fixed.ask_region(self.desk, "各地的规定不一样。") if local else None
        if not matter.topics and self._names_place_only(reading):
            there = answer_counterpart(self.desk, matter, policies)
            if there is not None:
                return _behind(there, [fixed.COUNTERPART])
            return fixed.place_known(self.desk, matter.regions, matter.on)
        return None

    def _is_vague(self, reading: Reading, policies: tuple[Policy, ...]) -> bool:
        """补贴 · 能补吗: a question for money that a clause does not answer, either."""
        return len(reading.text) <= FEW_WORDS or finds_little(self.desk, reading, policies)

    def _pays_in_one_place(self, reading: Reading, policies: tuple[Policy, ...]) -> bool:
        """Whether the best clause grants something: where no place was named, it may be another place's."""
        hits = self.desk.searcher.search(reading.text, policies=[p.id for p in policies], limit=1)
        return any(rule.clause.id == hit.clause.id for hit in hits for rule in self.desk.rulebook.rules)

    def _names_place_only(self, reading: Reading) -> bool:
        """我在晋江 · 衢州有什么."""
        return bool(reading.regions) and set(reading.bare) <= FILLERS | {BLANK}

    def _benefits(self, kind: str, reading: Reading, matter: Matter) -> Answer:
        """Benefits in every place and for every group that the matter names."""
        book, select = self.desk.rulebook.book, screen_rules if kind == SCREENING else select_rules
        cases: list[Case] = []
        for region in matter.regions:
            for situation in matter.situations(book):
                wanted = Wanted(situation.topics, situation.facts, reading.figures, matter.on)
                rules = select(self.desk, region, wanted)
                rules = [rule for rule in rules if rule.policy.id in reading.policies] or rules
                entitlements = tuple(assess(rule, situation.facts, book, on=matter.on) for rule in rules)
                counted = HEADCOUNT in situation.own
                cases.append(Case(region, describe_group(situation.own, book), entitlements, counted))
        computed: Answer | None = None
        if any(case.entitlements for case in cases):
            if kind == SCREENING:
                computed = answer_screening(self.desk, matter, cases)
            else:
                computed = answer_benefits(self.desk, reading, matter, cases)
                computed = with_nearest(self.desk, computed, reading, matter, self._policies(reading, matter))
        every = kind == SCREENING
        if (answer := quote_unreviewed(self.desk, reading, matter, computed, every=every)) is not None:
            return answer
        if computed is None and (answer := answer_before_start(self.desk, reading, matter)) is not None:
            return answer
        if matter.topics and self._rules_in(matter.regions, matter.topics, date.max):
            return answer_validity(self.desk, reading, matter)
        policies = self._policies(reading, matter)
        if (answer := answer_adjustments(self.desk, matter, policies)) is not None:
            return answer
        if not (matter.topics or says_of_the_case(reading)) and self._is_vague(reading, policies):
            return fixed.ask_topic(self.desk, topics_with_figures(self.desk, matter.regions, matter.on))
        if matter.topics and not self._speaks_of(matter.topics, policies):
            return fixed.topic_not_held(self.desk, matter)
        return answer_lookup(self.desk, reading, matter, policies, ())

    def _speaks_of(self, topics: tuple[str, ...], policies: tuple[Policy, ...]) -> bool:
        """Whether any of the policies uses one of the topics' own words."""
        words = [word for topic in topics for word in self.desk.rulebook.topics[topic].words if len(word) > 2]
        return any(word in policy.text for policy in policies for word in words)

    def _names_benefit(self, reading: Reading, matter: Matter) -> bool:
        splits = any(self.desk.rulebook.book[fact].splits for fact in reading.facts)
        topics = (*matter.topics, *(topic for topics, _ in matter.groups for topic in topics))
        rules = self._rules_in(matter.regions, topics, matter.on)
        return bool((reading.topics or reading.groups or splits) and rules)

    def _rules_on(self, matter: Matter) -> list[Rule]:
        """The rules on the matter's topics in its places, or anywhere where no place is known."""
        return self._rules_in(matter.regions, matter.topics, matter.on)

    def _rules_in(self, regions: tuple[str, ...], topics: tuple[str, ...], on: date) -> list[Rule]:
        return rules_on(self.desk.rulebook, policies_for(self.desk, regions), topics, on)

    def _policies(self, reading: Reading, matter: Matter) -> tuple[Policy, ...]:
        if not reading.policies:
            return policies_for(self.desk, matter.regions)
        named = [policy for policy in self.desk.library.policies if policy.id in reading.policies]
        # 衢州的办法和福建“技能照亮前程”方案: a document by its title, and another one by its place.
        of_documents = {policy.about.region for policy in named}
        others = [
            region
            for region in reading.regions
            if not any(self.desk.regions.contains(held, region) for held in of_documents)
        ]
        return (*named, *(policy for policy in policies_for(self.desk, others) if others))


def _behind(answer: Answer, notices: Sequence[str]) -> Answer:
    """The answer with notices ahead of it."""
    text = "\n\n".join((*notices, answer.text))
    return replace(answer, text=text, notices=(*notices, *answer.notices))
