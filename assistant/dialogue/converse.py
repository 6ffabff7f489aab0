"""One turn of a conversation: read the message, find what it is about, answer. The whole of it."""

import re
from datetime import date

from assistant.dialogue.answers import fixed_answers as fixed
from assistant.dialogue.answers.clause_matter import of_named_clause, of_quoted_clause, tells_its_money
from assistant.dialogue.answers.counterpart import policies_turned_to
from assistant.dialogue.answers.deceit import (
    asks_for_deceit,
    asks_what_becomes_of_deceit,
    goes_on_with_deceit,
    tells_of_deceit,
)
from assistant.dialogue.answers.deceit_answer import answer_deceit, refuse_deceit
from assistant.dialogue.answers.desk import Answer, Desk
from assistant.dialogue.answers.document_answer import answer_document
from assistant.dialogue.answers.going_on import answer_going_on
from assistant.dialogue.answers.kind import BENEFITS, LOOKUP, asks_only_for_money, kind_of
from assistant.dialogue.answers.meant import names_benefit, policies_meant
from assistant.dialogue.answers.on_what_was_told import answer_on_what_was_told, leans_on_what_was_told
from assistant.dialogue.answers.open_question import (
    ask_of_whom,
    ask_once_more,
    ask_what_is_otherwise,
    ask_which_group,
    ask_which_person,
    take_answer,
)
from assistant.dialogue.answers.outside import answer_outside
from assistant.dialogue.answers.place_answer import answer_of_kind
from assistant.dialogue.answers.unaccounted import ask_whom_it_counts, without_people
from assistant.dialogue.clause_search import search_clauses
from assistant.dialogue.facts.said import ASKER, HEADCOUNT
from assistant.dialogue.matter import Matter, merge, remember
from assistant.dialogue.models import Session
from assistant.dialogue.people.remarks import Remarks
from assistant.dialogue.people.told_on import told_of_the_others, told_on
from assistant.dialogue.people.which_group import Unclear, Unread
from assistant.dialogue.reading import Reading, nothing_new
from assistant.dialogue.understand import Understanding
from assistant.search.search import Hit

# What is asked of those people as it was before, and words that only belong to the matter.
_FOR_MONEY, _OF_THE_MATTER = {"amount", "money", "eligible"}, {"domain", "training"}
_ASKS = re.compile("[?吗么呢]|多少|几|哪|怎|为何|能不能|可不可以|是不是|有没有|要不要")


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
        answer = self._told_of_some(message, session, today, default_region)
        if answer is not None:
            return answer
        reading = self.understanding.read(message, session, today)
        if (split := self.understanding.whole_and_some(message, reading, session)) is not None:
            whole, some = split
            of_all = self.understanding.read(whole, session, today)
            _, counted = self._answer(of_all, session, today, default_region)
            answer = self._told_of_some(some, counted, today, default_region)
            if answer is not None and answer[0].status == "answered":
                return answer
        return self._answer(reading, session, today, default_region)

    def _told_of_some(
        self, message: str, session: Session, today: date, default_region: str | None
    ) -> tuple[Answer, Session] | None:
        """The answer to what a message tells of some of those told of before; None where it tells none."""
        remarks = self.understanding.remarks(message, session)
        if remarks is None:
            return None
        try:
            told = told_on(session, remarks.remarks, self.desk.rulebook.book)
        except Unclear:
            return ask_of_whom(session, remarks.remarks, self.desk), session
        except Unread:
            return ask_what_is_otherwise(remarks.remarks), session
        if told is not None:
            answer, after = self._told(remarks, told, today, default_region)
            return answer, _with_recent(after, told)
        return None

    def _told(
        self, remarks: Remarks, session: Session, today: date, default_region: str | None
    ) -> tuple[Answer, Session]:
        """The answer after what a message told of some people, with what it says besides."""
        rest = remarks.rest
        if not rest.strip(",。;!? "):
            return self._once_more(session, today, default_region)
        reading = self.understanding.read(rest, session, today)
        book = self.desk.rulebook.book
        session, reading = told_of_the_others(session, remarks.remarks, reading, book)
        asks = reading.intents - _FOR_MONEY or reading.requirements or reading.flags - _OF_THE_MATTER
        told = reading.facts.keys() - {ASKER} or reading.groups or reading.topics
        if not (told or reading.regions or reading.policies or (asks and _ASKS.search(rest))):
            return self._once_more(session, today, default_region)
        return self._answer(reading, session, today, default_region)

    def _answer(
        self, reading: Reading, session: Session, today: date, default_region: str | None
    ) -> tuple[Answer, Session]:
        """The answer to a message that was read, and the conversation behind it."""
        reading = take_answer(reading, session, self.desk)
        answer = (
            fixed.answer_without_policy(self.desk, reading)
            or ask_once_more(reading, session, self.desk)
            or ask_which_group(reading, session, self.desk)
            or ask_which_person(reading, session, self.desk)
        )
        if answer is not None:
            return answer, session
        matter = merge(session, reading, self.desk.rulebook, default_region=default_region, today=today)
        matter = of_named_clause(self.desk, reading, matter)
        of_the_quoted = asks_only_for_money(reading) or tells_its_money(self.desk, reading)
        if session.quote is not None and of_the_quoted:
            matter = of_quoted_clause(self.desk, matter)
        if asks_for_deceit(reading):
            # Of what is refused the place and the matter are kept, and nobody that is to be made up.
            answer = refuse_deceit(self.desk, matter)
            kind = BENEFITS if matter.topics else session.kind
            kept = {"regions": matter.regions, "topics": matter.topics, "kind": kind}
            return answer, _quoting(answer, session.model_copy(update=kept))
        policies = policies_meant(self.desk, reading, matter)
        turned = policies_turned_to(self.desk, reading, matter)
        of_deceit = asks_what_becomes_of_deceit(reading) or tells_of_deceit(reading)
        if matter.regions and (of_deceit or goes_on_with_deceit(reading, matter.quote, turned=bool(turned))):
            answer = answer_deceit(self.desk, turned or policies, matter, reading.bare)
            looked_up = session.model_copy(update={"regions": matter.regions, "kind": LOOKUP})
            return answer, _quoting(answer, looked_up)
        if (answer := answer_document(reading, matter, policies)) is not None:
            return answer, self._afterwards(answer, matter, LOOKUP)
        if leans_on_what_was_told(reading, session):
            before = self._as_told(session, today, default_region)
            if (answer := answer_on_what_was_told(self.desk, reading, before)) is not None:
                return answer, session
        if (answer := answer_going_on(self.desk, reading, session, matter)) is not None:
            # What it names belongs to the text, not to whoever asks.
            named = {"topics": reading.topics} if reading.topics else {}
            session = session.model_copy(update={"regions": matter.regions, **named})
            return answer, _quoting(answer, session)
        if (answer := answer_outside(self.desk, reading, session, matter, policies)) is not None:
            # A place named with what is not held is the place of what is asked next.
            place = {} if session.regions else {"regions": reading.regions}
            return answer, session.model_copy(update=place)
        kind = kind_of(reading, session, matter, names_benefit=names_benefit(self.desk, reading, matter))
        answer = answer_of_kind(self.desk, kind, reading, matter)
        asked = ask_whom_it_counts(reading, session, matter, answer, self.desk.rulebook.book)
        if asked is not None and (session.groups or HEADCOUNT in session.facts):
            return asked, session
        if asked is not None:
            return asked, self._afterwards(asked, without_people(matter), kind)
        if reading.private:
            answer = answer.behind([fixed.KEEP_PRIVATE])
        return answer, self._afterwards(answer, matter, kind)

    def search(self, query: str, *, region: str | None, on: date, limit: int) -> list[Hit]:
        """The clauses that come nearest to a query. Raises BadInput, in Chinese, for what cannot be read."""
        return search_clauses(self.desk, self.understanding, query, region=region, on=on, limit=limit)

    def _once_more(self, session: Session, today: date, default_region: str | None) -> tuple[Answer, Session]:
        """The last answer again, after a fact or the place was corrected."""
        matter = self._as_told(session, today, default_region)
        # Without a place or a matter the next step is to ask for it.
        kind = session.kind if session.kind not in ("", LOOKUP) else BENEFITS
        answer = answer_of_kind(self.desk, kind, nothing_new(session.regions), matter)
        return answer, self._afterwards(answer, matter, kind)

    def _as_told(self, session: Session, today: date, default_region: str | None) -> Matter:
        """The matter as it was told so far."""
        again = nothing_new(session.regions)
        return merge(session, again, self.desk.rulebook, default_region=default_region, today=today)

    def _afterwards(self, answer: Answer, matter: Matter, kind: str) -> Session:
        """The conversation as the next turn finds it."""
        asked = answer.asks[0].fact if answer.asks else None
        session = remember(
            matter, self.desk.rulebook.book, kind=kind, asked=asked, policy=matter.policy, path=matter.path
        )
        return _quoting(answer, session)


def _with_recent(after: Session, told: Session) -> Session:
    same = len(after.groups) == len(told.groups)
    return after.model_copy(update={"recent": told.recent if same else None})


def _quoting(answer: Answer, session: Session) -> Session:
    """The conversation, with what an answer quotes first."""
    if not answer.cited:
        return session
    first = answer.cited[0]
    quote = None if answer.featured else first.quote
    the_same = (session.policy, session.path) == (first.policy.id, first.path)
    told = {"policy": first.policy.id, "path": first.path, "quote": quote}
    return session.model_copy(update={**told, "quoted_before": session.quote if the_same else None})
