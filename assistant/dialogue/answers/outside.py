"""Whether a message asks for what no policy here speaks of, and who can help with that."""

import math
import re
from collections.abc import Collection, Sequence

from assistant.dialogue.answers import fixed_answers as fixed
from assistant.dialogue.answers.counterpart import answer_naming
from assistant.dialogue.answers.desk import Answer, Desk
from assistant.dialogue.answers.duties_answer import answer_duties
from assistant.dialogue.answers.kind import ABOUT_MONEY, MAYBE_MONEY, asks_validity, says_of_the_case
from assistant.dialogue.answers.meant import policies_meant
from assistant.dialogue.answers.says_little import names_place_only
from assistant.dialogue.answers.table_answer import answer_superlative
from assistant.dialogue.answers.table_rows import asks_for_row
from assistant.dialogue.facts.matter_topics import facts_of_topics
from assistant.dialogue.facts.said import ASKER, EVENT, HEADCOUNT, HOLDER
from assistant.dialogue.language.clause_reference import referred_clauses
from assistant.dialogue.language.words import WordList
from assistant.dialogue.matter import Matter
from assistant.dialogue.models import Session
from assistant.dialogue.reading import Reading
from assistant.documents.models import Policy, Validity
from assistant.search.abstain import Signs, is_outside
from assistant.search.tokens import query_terms

# So few characters tell of nothing yet (焊工): what is meant is asked.
_FEW = 4
# What a policy that nobody has reviewed says of so much of a question is an answer to it.
WRITTEN_COVERAGE = 0.6
# What a reviewed policy says of so much of a question on learning is no other matter: 上课跟上班撞了怎么调.
_MUCH = 0.35
_FEW_UNKNOWN = 0.3  # the share of a question, by weight, that no text knows
# 漳州在省里的文件里怎么定位的
_OF_THE_PROVINCE, _OF_A_TEXT = re.compile("省|福建"), re.compile("文件|方案|办法|条文")
# Ahead of what somebody asks to do.
_MAY = re.compile("(?:能不能|可不可以|能否|是否可以|能|可以|想|要|怎么|如何)(?:去|来|再|申请|参加)?$")
# 医保社保都交了，合同三年，多少: what is told and what is asked lie in parts of their own.
_PART = re.compile("[^,。;!?]+[?]?")
_ASKS = re.compile(
    "[?吗呢么哪谁啥怎]|什么|几|如何|是否|要不要|用不用|([能会行可是有算给])[没不](?:\\1|[?,。;! ]|$)"
)
_HOW_MUCH = re.compile("多少(?:钱|元)?[?呢啊]*$")
# So many facts of a person's case are a case, whatever else is mentioned beside them.
_A_CASE = 2
_OF_EVERYBODY = frozenset((ASKER, HOLDER, "local_tie"))
# 学 as a verb, whatever is learnt: not 大学, 学校, 学历.
_LEARNS = re.compile("(?<![大中小入上升转休留同放开自文科数化医助奖教])学(?![校生历区费位前分院期籍龄会])")


def answer_outside(
    desk: Desk, reading: Reading, session: Session, matter: Matter, policies: Sequence[Policy]
) -> Answer | None:
    """That nothing here answers, for a message which is nearer to what is not held; else None."""
    if not may_be_outside(desk, reading, session, matter) or _is_written(desk, reading, policies):
        return None
    of_learning = "training" in reading.flags and matter.regions and not _of_training(desk, reading)
    of_a_case = reading.elsewhere and reading.facts.keys() - _OF_EVERYBODY
    if of_learning and not of_a_case and _says_much(desk, reading, policies):
        return None
    told_of = _of_training(desk, reading) or reading.tells_case
    if matter.regions and told_of and _is_held_here(desk, reading.elsewhere, matter, policies):
        return None
    if reading.elsewhere and reading.tells_case and _is_what_is_asked(desk, reading):
        return fixed.elsewhere(desk, reading.elsewhere[0])
    if desk.banks is None:
        # Without questions to compare with, words alone tell.
        return fixed.elsewhere(desk, reading.elsewhere[0]) if reading.elsewhere else None
    signs = signs_of(desk, reading, policies)
    # 晋江通报批评是针对谁的: in a place that is named, and in words of its texts.
    in_its_words = reading.regions and not reading.elsewhere and signs.unknown <= _FEW_UNKNOWN
    if not is_outside(signs) or (in_its_words and _says_much(desk, reading, policies)):
        return None
    if reading.elsewhere:
        return fixed.elsewhere(desk, reading.elsewhere[0])
    near = signs.nearest
    if matter.regions and near.topic and _is_held_here(desk, (near.topic,), matter, policies):
        return None
    # Which matter it is, is said only where both ways of comparing speak for it.
    of_its_text = _OF_THE_PROVINCE.search(reading.text) and _OF_A_TEXT.search(reading.text)
    if of_its_text and (there := answer_naming(desk, matter, policies)) is not None:
        return there
    sure = near.elsewhere_words > near.held_words and near.elsewhere_meaning > near.held_meaning
    return fixed.elsewhere(desk, near.topic) if sure and near.topic else fixed.out_of_scope()


def signs_of(desk: Desk, reading: Reading, policies: Sequence[Policy]) -> Signs:
    """What there is to judge a message by. The desk must have both banks."""
    assert desk.banks is not None
    question = reading.bare.replace("·", "")
    found = desk.searcher.search(question, policies=[policy.id for policy in policies], limit=1)
    return Signs(
        nearest=desk.banks.nearest(question),
        clause=found[0].keyword.score / desk.searcher.rarest if found else 0.0,
        unknown=_unknown(desk, question),
        named=bool(reading.elsewhere),
        of_training=_of_training(desk, reading),
        of_the_field=bool(reading.topics) or "domain" in reading.flags,
        training="training" in reading.flags or bool(_LEARNS.search(question)),
        money=_asks_for_money(reading),
    )


def _says_much(desk: Desk, reading: Reading, policies: Sequence[Policy]) -> bool:
    """Whether a clause of a place's policies says so much of a question that it is no stranger there."""
    question = reading.bare.replace("·", "")
    found = desk.searcher.search(question, policies=[policy.id for policy in policies], limit=1)
    return bool(found) and found[0].coverage >= _MUCH


def _unknown(desk: Desk, question: str) -> float:
    """The share, by weight, of a question's terms that stand in no clause and in no question of theirs."""
    weights = [desk.searcher.weight(term) for term in dict.fromkeys(query_terms(question))]
    whole = math.fsum(weights)
    return math.fsum(w for w in weights if w == desk.searcher.rarest) / whole if whole else 0.0


def may_be_outside(desk: Desk, reading: Reading, session: Session, matter: Matter) -> bool:
    """Whether a message stands for itself and is not about what the rules speak of, whatever it mentions.

    What names a document or a clause, goes on with a conversation, or tells of a case is: unless it names a
    matter that is not held, and asks for no money. Where and with which papers to apply has an answer of its
    own where a place or a benefit is known.
    """
    # 鼓楼区有年龄要求吗: whether a text asks for it is told of every place that is held.
    if reading.requirements and matter.regions and not reading.elsewhere:
        return False
    policies = policies_meant(desk, reading, matter)
    if asks_for_row(reading.text, policies) or any(
        answer(reading, matter, policies) is not None for answer in (answer_duties, answer_superlative)
    ):
        return False
    if reading.policies or names_place_only(reading) or _is_only_mentioned(desk, reading, session):
        return False
    # 2024年政策什么时候到期, of a place: that of its policies.
    if asks_validity(reading) and "policy" in reading.intents and matter.regions and not reading.elsewhere:
        return False
    where_to_apply = "documents" in reading.intents and bool(matter.regions or reading.topics)
    if where_to_apply and (not reading.elsewhere or _of_training(desk, reading)):
        return False
    # 过几年复审的时候呢, of a certificate that was spoken of.
    if (
        session.topics
        and reading.follows_up
        and set(reading.facts) & facts_of_topics(session.topics, desk.rulebook)
    ):
        return False
    if not reading.elsewhere:
        if session.kind or says_of_the_case(reading) or len(reading.bare) <= _FEW:
            return False
    elif reading.tells_case and _asks_for_money(reading) and not _of_training(desk, reading):
        return _is_what_is_asked(desk, reading)
    return _says_of_what(desk, reading)


def _is_written(desk: Desk, reading: Reading, policies: Sequence[Policy]) -> bool:
    """Whether a policy of the place, unreviewed, speaks of a matter held elsewhere or of the question."""
    unreviewed = [p for p in policies if reading.regions and not desk.rulebook.of_policy(p.id)]
    if not unreviewed:
        return False
    words = (w for topic in reading.elsewhere for w in desk.rulebook.topics[topic].words)
    # 什么时候…报名: what stands before or behind the gap is what the policy may speak of.
    pieces = {
        piece for word in words for piece in word.split("…") if len(piece) > 1 and piece in reading.text
    }
    if any(piece in policy.text for piece in pieces for policy in unreviewed):
        return True
    found = desk.searcher.search(reading.bare, policies=[policy.id for policy in unreviewed], limit=1)
    return bool(found) and found[0].coverage >= WRITTEN_COVERAGE


def _is_held_here(desk: Desk, topics: Collection[str], matter: Matter, policies: Sequence[Policy]) -> bool:
    """Whether a clause of these policies, begun by now, speaks of a matter that others do not hold."""
    held = {clause for topic in topics for clause in desk.rulebook.topics[topic].held_in}
    begun = (policy for policy in policies if policy.validity(matter.today) is not Validity.NOT_YET)
    return any(clause.id in held for policy in begun for clause in policy.clauses)


def _of_training(desk: Desk, reading: Reading) -> bool:
    return any(desk.rulebook.topics[topic].of_training for topic in reading.elsewhere)


def _is_what_is_asked(desk: Desk, reading: Reading) -> bool:
    """Whether what is not held is what somebody asks to do: 高级工能不能评职称, and no money for it."""
    if reading.intents & ABOUT_MONEY or "money" in reading.intents:
        return False
    words = (word for topic in reading.elsewhere for word in desk.rulebook.topics[topic].words)
    return any(_MAY.search(reading.text[: reading.text.find(w)]) for w in words if w in reading.text)


def _is_only_mentioned(desk: Desk, reading: Reading, session: Session) -> bool:
    """Whether what is not held is told beside a case, and not asked for: 只交了医保，中级工，合同两年.

    What the benefits talked of ask for goes on with their case: 养老是没有的，只给上了工伤险.
    """
    of_groups = (fact for group in reading.groups for fact in group.facts)
    told = {*reading.facts, *of_groups} - {ASKER, HOLDER, EVENT, HEADCOUNT}
    is_a_case = reading.tells_case and len(told) >= _A_CASE
    goes_on = bool(told & facts_of_topics(session.topics, desk.rulebook)) if session.topics else False
    if not (reading.elsewhere and (is_a_case or goes_on)):
        return False
    words = [word for topic in reading.elsewhere for word in desk.rulebook.topics[topic].words]
    outside = WordList((word, word) for word in words)
    for part in _PART.findall(reading.text):
        of_money = _HOW_MUCH.search(part) or (_asks_for_money(reading) and part not in outside)
        if _ASKS.search(part) and not of_money:
            return False
        if part in outside and _HOW_MUCH.search(part):
            return False
    return True


def _asks_for_money(reading: Reading) -> bool:
    return bool(reading.intents & (ABOUT_MONEY | MAYBE_MONEY) or reading.figures)


def _says_of_what(desk: Desk, reading: Reading) -> bool:
    """Whether there is more than the words of asking (怎么领 · 有什么补贴 · 第五条怎么写的)."""
    if referred_clauses(reading.bare, ()) is not None:
        return False
    rest = reading.bare
    for words in desk.lexicon.intents.values():
        for found in reversed(words.find(reading.bare)):
            rest = rest[: found.start] + "·" * (found.end - found.start) + rest[found.end :]
    return bool(query_terms(rest))
