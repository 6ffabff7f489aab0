"""Facts that are said in numbers: 签了两年合同, 入职三个月, 36课时, 人数改成12."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.dialogue.facts.breaks import find_breaks, with_breaks
from assistant.dialogue.facts.ordinal_times import times_before
from assistant.dialogue.facts.said import HEADCOUNT, Said, can_be, is_not_so_many, is_of_others, speaks_now
from assistant.dialogue.language.crowd_words import COUNT, REST
from assistant.dialogue.language.lexicon import Lexicon
from assistant.dialogue.language.lot_names import LOT
from assistant.dialogue.language.negation import is_asked, is_of_some, is_one_or_the_other, leaves_open
from assistant.dialogue.language.numerals import read_numeral
from assistant.dialogue.language.persons import find_persons
from assistant.dialogue.language.quantities import Mention, find_quantities
from assistant.dialogue.language.required import demands
from assistant.dialogue.language.sentence import MARK, PART_END, SENTENCE_END, part_before, part_behind
from assistant.dialogue.language.words import Found, WordList
from assistant.rules.facts import COUNTED, UNSURE, FactBook, FactSpec, Quantity, Value

_KINDS = {"months": "time", "years": "time", "hours": "hour", "money": "money", "age": "age"}
# 14个 are no 14元.
_NOT_IN_PIECES = ("money", "age")
# 老板说能扣100万: what is to be had, and nothing that was spent
_LEFT = re.compile("[剩余]|结转|没用完")
_DUE = re.compile("[扣抵省退免补领拿返]|便宜")
_COUNT_KINDS = ("person", "times", "trade")
# What policies ask for at least or at most, so that 要签一年合同吗 asks for it.
_DEMANDS = ("age", "months", "years", "hours")
# A cue in another part of the sentence speaks less for a number than any cue in its own part.
_OTHER_PART = 20
_FARTHEST = 30
# By so many characters a name (合同) speaks louder than what is done (签了).
_NAME_SPEAKS = 4
_OF_THE_REST = re.compile(f"{REST}(?:{COUNT})?人?[都全均也是]*$")
_NOTHING_BEHIND = re.compile("(?:的话|呢|吧|啊|了)*(?:[,。;!?]|$)")
# 下来公司 holds 来公司 and is none.
_NO_CUE = -1
_LOT_AHEAD = re.compile(f"{LOT}的?(?:有|是)?$")
_MONTHS_A_YEAR = 12
# 40课时以上,1000封顶: what the text says, and not how many there were
_OF_THE_RULE = re.compile("(?:及?以上)?[,就的]{0,2}[^,。;!?]{0,6}(?:封顶|到顶|上限)")
# 5个 and no more answers whatever count was asked for.
_LONGEST_REST = 2
_BECOMES = (
    "(?:也|都|就|其实|实际|才|只|应该|应|一共|总共|是|为|有|共|到|加到|增到|提高到|减到|降到"
    "|变成|改成|改为|改|:)*"
)
# 合同满一年没有
_OR_NOT = re.compile("(?:以上)?了?(?:还是)?没有?")
_AGO = re.compile("[以之]?前")
# 每月津贴300 is no cost of a whole year
_A_MONTH = re.compile(f"每个?月[^{MARK}、\\d]{{0,8}}$")
# 一节课没上过: none at all, and no one
_NOT_EVEN_ONE = re.compile(
    "[1一]个?(?:节课?|课时|学时|堂课?|小时|钟头)(?:课)?(?:也|都)?(?:还|从)?(?:没|未|不(?!止|到|够))"
)
# 没签合同两年了: so long there has been none
_NOT_SIGNED = re.compile("(?:没有?|未)[^,。;!?、没不未]{0,6}?(?:签|续|订)(?:过|上)?(?:劳动|书面|正式)*合同$")
# 合同还没签，口头说签三年: promised is not signed
_BY_WORD = re.compile("(?:口头|答应|承诺|许诺|说好|说会|说要|打算|准备)[^,。;!?]{0,6}$")
_TOTAL = re.compile("(?:一共|总共|合计|加起来|统共|拢共)(?:就?是|就?有|就)?$")
_GOT_A_CERTIFICATE = re.compile("[^,。;!?、补]{0,6}证(?!书?的?补)")
_ORDINAL_MONTH = re.compile(r"第([1-9]\d?|[一二三四五六七八九十]{1,2})个月(?:就|才|里|底|初|的时候|时)*")
# 又领了两次, after one
_MORE_TIMES = re.compile("(?:又|再次|接着|后来)[^,。;!?没不]{0,4}(?:领|拿|补|享受|报|申请)(?:了|过|到)*$")
# 签6个月又续6个月; nobody adds where the first is put right
_RENEWED = re.compile("续|(?:又|再|接着|后来)(?:给|跟|和)?[我他她]?们?签")
_SIGNED_AGAIN = re.compile("(?:签|续签?)(?:了|过)(?:好?几|[两二三四五六七八九2-9])[次回份]")
_CORRECTS = re.compile("改成|改为|改签|重新|搞错|弄错|记错|说错|算错|看错|不对|不是|应该是|其实是|更正")
# 生活费补贴两次加起来最多多少 asks about two, and tells of none that was had
_ASKED_FOR = re.compile("(?:加起来|合起来|合计|一共|总共|共|最多|不超过|能|可以|都)")
_IN_ONE_YEAR = re.compile("(?:第[一二三123]|头一|前一|后一|最后一)年")
# 招来多久不记得了
_HOW_LONG = re.compile("多久|多长|几个?[年月]|什么时候|啥时候|哪[年月天]|几时")
# 又领了两次, 协议又延长了两个月; but 又改成两个月 says how many there are
_AGAIN_HAVE = re.compile("又补?(?:发|考过|过|拿|领|合格|通过)(?:到|下来|出来)?了?$")
_AGAIN = re.compile(
    r"(?:又|再|接着|另外)(?![^,]{0,5}(?:[是改成变算差过等到有说讲告]|其实|实际))[^,。;!?、\d]{1,5}$"
)
_BARE_NUMBER = (
    r"(\d{1,12}(?:\.\d{1,4})?(?![\d.%年月日号级份本张]|[-/]\d)"
    r"|[一二两三四五六七八九十百]{1,5}(?=[了呢吧啊的]*(?:[,。;!?]|$)))"
)


class FactNumbers:
    """Finds the fact that a number belongs to, by the cues and units of `facts.yaml`."""

    def __init__(self, book: FactBook, lexicon: Lexicon) -> None:
        self._book = book
        self._lexicon = lexicon
        self._cues = {
            spec.id: WordList(
                [
                    *((w, 0) for w in spec.cues),
                    *((w, _NAME_SPEAKS) for w in spec.names),
                    *((w, _NO_CUE) for w in spec.other_words),
                ]
            )
            for spec in book
            if spec.cues or spec.names
        }

    def read(
        self,
        text: str,
        mentions: Sequence[Mention],
        topics: Collection[str],
        known: Collection[str],
        asked: FactSpec | None,
        before: Collection[str] = (),
    ) -> tuple[list[Said], list[Mention]]:
        """What the numbers say, and those that say no fact.

        `topics`: what is being talked about; `known`: facts that words of the message say; `asked`: the
        question that is open; `before`: facts said before.
        """
        said: list[Said] = []
        idle: list[Mention] = []
        breaks = find_breaks(text, mentions)
        summed: dict[str, FactSpec] = {}  # 又训了两次，一共四次: the total is of what was counted before it
        cues = {fact: self._cues_in(text, self._book[fact]) for fact in self._cues} if mentions else {}
        spoken_of = {
            t for spec in self._book if cues.get(spec.id) or spec.id in before for t in spec.by_topic
        }
        named = [person.start for person in find_persons(text)] if len(mentions) > 1 else []
        for mention in mentions:
            fitting = (spec for spec in self._book if fits(spec, mention) or _decides(spec, mention))
            candidates = [spec for spec in fitting if speaks_now(spec, topics)]
            if mention in breaks or (mention.kind == "hour" and _NOT_EVEN_ONE.match(text, mention.start)):
                idle.append(mention)
                continue
            if mention.kind == "money" and _A_MONTH.search(text[: mention.start]):
                idle.append(mention)
                continue
            if mention.kind == "time" and _AGO.match(text, mention.end):
                # 合同三年前签的: a day, from which only some times run
                candidates = [spec for spec in candidates if spec.since]
            if mention.kind == "money" and _IN_ONE_YEAR.search(part_before(text, mention.start)):
                # 第二年只花了5000: what it costs a year is no one number
                said += [Said(s.id, UNSURE, mention.start, mention.end) for s in candidates if s.id in before]
                continue
            if asked is not None and (other := self._verb_of_another(text, mention, asked, before)):
                # 查到了，交了八个月, where the contract was asked for
                said += [Said(other.id, True, mention.start, mention.end)] if other.kind == "yes_no" else []
                continue
            put_right = bool(said) and is_not_so_many(text, said[-1])  # 不是4次，是2次
            again = put_right or _TOTAL.search(text[: mention.start])
            counted = summed.get(mention.kind) if again else None
            told = {*known, *(item.fact for item in _of_these_people(said, named, mention.start))}
            free = {
                spec.id: _not_of_another(cues[spec.id], mention, mentions, text)
                for spec in candidates
                if spec.id in cues
            }
            # 再加5个 adds people, whatever was asked for.
            open_one = None if mention.kind == "person" and self._adds(text, mention) else asked
            spec = _nearest(candidates, text, mention, free, told, counted or open_one)
            if spec is None or spec is asked:
                last = max((m.end for m in mentions if m.end <= mention.start), default=0)
                ahead = SENTENCE_END.split(text[last : mention.start])[-1]
                meant = _of_the_topic(candidates, ahead, {*topics, *spoken_of}, {*told, *before})
                spec = meant or (None if spec is not None and _left_over(spec, ahead) else spec)
            if spec is not None and spec.id not in before and _CORRECTS.search(text):
                spec = self._told_before(candidates, text, before) or spec
            alone = _NOTHING_BEHIND.match(text, mention.end)
            if mention.kind == "time" and _OF_THE_REST.search(text[: mention.start]):
                # 3个人合同才半年，其他都两年: what was told of the some, and else nobody knows
                of_some = [one.fact for one in said if any(one.fact == other.id for other in candidates)]
                spec = self._book[of_some[-1]] if of_some else None
            if spec is not None and spec.id == HEADCOUNT and alone:
                spec = self._counted_before(mention, topics, before) or spec
            item = self._said(spec, text, mention) if spec else None
            if item and spec:
                said.append(item)
                summed[mention.kind] = spec
            else:
                idle.append(mention)
        said = _with_more_time(self._renewed(text, said), self._book)
        said = [with_breaks(text, item, self._book[item.fact], breaks) for item in said]
        said += self._in_which_month(text) + self._forgotten(text, topics)
        said += times_before(text, topics, {*known, *(s.fact for s in said)}, self._book)
        return said + self._bare(text, mentions, topics, {*known, *(s.fact for s in said)}), idle

    def _verb_of_another(
        self, text: str, mention: Mention, asked: FactSpec, before: Collection[str]
    ) -> FactSpec | None:
        """What was told before, is no time, and has the verb ahead of one that the question is not of."""
        ahead = part_before(text, mention.start).rstrip("了过着满够足")
        if mention.kind != "time" or not asked.verbs or ahead.endswith(asked.verbs):
            return None
        others = (spec for spec in self._book if spec.verbs and spec.id in before and spec is not asked)
        return next((spec for spec in others if ahead.endswith(spec.verbs)), None)

    def _told_before(
        self, candidates: Sequence[FactSpec], text: str, before: Collection[str]
    ) -> FactSpec | None:
        """What alone was told before of what a number may be, where nothing is named: 搞错了，是13个月."""
        told = [spec for spec in candidates if spec.id in before]
        words = ((*spec.names, *spec.again, *spec.verbs) for spec in candidates)
        named = any(word in text for several in words for word in several)  # 改签成两年 is the contract's
        return told[0] if len(told) == 1 and not named else None

    def _counted_before(
        self, mention: Mention, topics: Collection[str], before: Collection[str]
    ) -> FactSpec | None:
        """What alone was counted in 个 so far: 要是3个呢, where seven 工种 were spoken of."""
        counted = [self._book[fact] for fact in before if self._book[fact].kind == "count"]
        [spec] = counted if len(counted) == 1 else [None]
        in_these = spec is not None and any(unit.startswith(mention.unit) for unit in spec.units)
        return spec if spec is not None and in_these and speaks_now(spec, topics) else None

    def _cues_in(self, text: str, spec: FactSpec) -> list[Found[int]]:
        """The cues of a fact. Of money that was had, 参加一次培训拿了合格证 has none."""
        found = [cue for cue in self._cues[spec.id].find(text) if cue.meaning != _NO_CUE]
        return [cue for cue in found if not (spec.this_year and _GOT_A_CERTIFICATE.match(text, cue.end))]

    def _in_which_month(self, text: str) -> list[Said]:
        """招进来第三个月训的: between two and three months since."""
        said = []
        for found in _ORDINAL_MONTH.finditer(text):
            ahead, behind = part_before(text, found.start()), part_behind(text, found.end())
            last = find_quantities(f"{found[1]}个月")[0].quantity.low
            said += [
                Said(spec.id, Quantity(last - 1, last), found.start(), found.end())
                for spec in self._book
                if spec.until and self._cues_in(ahead, spec) and any(word in behind for word in spec.until)
            ]
        return said

    def _forgotten(self, text: str, topics: Collection[str]) -> list[Said]:
        """招来多久不记得了: nobody knows how long, whatever 新招 means else."""
        told = []
        for spec in self._book:
            if spec.kind not in ("months", "years") or not spec.cues or not speaks_now(spec, topics):
                continue
            for asked in _HOW_LONG.finditer(text):
                around = part_before(text, asked.start()), part_behind(text, asked.end())
                later = PART_END.split(text[asked.end() :])[:2]
                unknown = any(word in ",".join(later) for word in self._lexicon.file.unsure)
                if unknown and any(cue in words for cue in (*spec.cues, *spec.names) for words in around):
                    told.append(Said(spec.id, UNSURE, asked.start(), asked.end()))
        return told

    def _renewed(self, text: str, said: Sequence[Said]) -> list[Said]:
        """合同签6个月又续6个月: whether both count together is for the office to decide."""
        kept: list[Said] = []
        for item in said:
            last = next((one for one in reversed(kept) if one.fact == item.fact), None)
            between = text[last.end : item.start] if last else ""
            if last and self._book[item.fact].verbs and _RENEWED.search(between):
                kept[kept.index(last)] = replace(last, value=either(last.value, item.value), end=item.end)
            else:
                kept.append(item)
        return [self._signed_again(text, item) for item in kept]

    def _signed_again(self, text: str, item: Said) -> Said:
        """合同半年一签，签了三次: so long at least."""
        again = _SIGNED_AGAIN.search(SENTENCE_END.split(text[item.end :])[0])
        if not (again and self._book[item.fact].verbs and isinstance(item.value, Quantity)):
            return item
        return replace(item, value=Quantity(item.value.low, None))

    def _said(self, spec: FactSpec, text: str, mention: Mention) -> Said | None:
        if is_of_others(spec, text, mention.start) or self._is_demanded(spec, text, mention):
            return None
        if spec.verbs and _NOT_SIGNED.search(text[: mention.start]):
            return None
        if spec.verbs and _BY_WORD.search(part_before(text, mention.start)):
            return None
        if spec.kind == "hours" and _OF_THE_RULE.match(text, mention.end):
            return None
        had = any(cue in part_before(text, mention.start) for cue in spec.cues)
        if spec.this_year and not had and _ASKED_FOR.match(text, mention.end):
            return None
        demanded = spec.kind in _DEMANDS or spec.this_year or spec.from_months
        if demanded and (
            leaves_open(_part_of(text, mention), self._lexicon)
            or _OR_NOT.fullmatch(part_behind(text, mention.end))
            or is_of_some(_part_of(text, mention))
            or is_one_or_the_other(text[: mention.start])
        ):
            return Said(spec.id, UNSURE, mention.start, mention.end)
        reached = _reached(spec, mention.quantity) if spec.from_months else None
        value = in_unit_of(spec, mention.quantity) if reached is None else reached
        if not can_be(self._book, spec.id, value):
            return None
        more = spec.this_year and _MORE_TIMES.search(text[: mention.start]) is not None
        return Said(spec.id, value, mention.start, mention.end, more or self._adds(text, mention))

    def _adds(self, text: str, mention: Mention) -> bool:
        """Whether a number is to be added to what was said before: 再加5个, 漏了第二批8个, 又领了两次."""
        ahead_of_it = part_before(text, mention.start)
        if (_AGAIN if mention.kind != "person" else _AGAIN_HAVE).search(ahead_of_it):
            return True
        ahead = _LOT_AHEAD.sub("", text[: mention.start])
        added = self._lexicon.file.relation["addition"]
        return ahead.endswith(added) or ahead.rstrip("了").endswith(added)

    def _bare(
        self, text: str, mentions: Sequence[Mention], topics: Collection[str], known: Collection[str]
    ) -> list[Said]:
        """Numbers whose unit stands before them: 课时加到50, 人数改成12."""
        said = []
        for spec in self._book:
            if spec.kind not in COUNTED or spec.id in known or not speaks_now(spec, topics):
                continue
            # What is done for so long says no time without a unit: 招了25 counts people.
            # Nor does a unit of time ahead of a number: 一个月300.
            cues = () if spec.kind in ("months", "years") else (*spec.cues, spec.unit)
            words = (spec.label, *spec.names, *cues)
            names = "|".join(re.escape(word) for word in words if len(word) > 1)
            # 每课时25 is a rate and no number of hours.
            found = (
                re.search(rf"(?<!每)(?<!每[个一])(?:{names})数?{_BECOMES}{_BARE_NUMBER}", text)
                if names
                else None
            )
            if found and not any(m.start < found.end() and found.start(1) < m.end for m in mentions):
                value = Quantity.exactly(read_numeral(found[1])[0])
                if can_be(self._book, spec.id, value):
                    said.append(Said(spec.id, value, found.start(), found.end()))
        return said

    def _is_demanded(self, spec: FactSpec, text: str, mention: Mention) -> bool:
        """必须签一年合同吗 asks what is demanded and does not say how long the contract is."""
        before = text[: mention.start]
        demanded = is_asked(before, self._lexicon) or demands(part_before(text, mention.start))
        if spec.kind not in _DEMANDS or not demanded:
            return False
        end = PART_END.search(text, mention.end)
        part = _behind(text, mention)
        asks = part.endswith(("吗", "么", "嘛", "不")) or (end is not None and end[0] == "?")
        return asks or "是不是" in PART_END.split(before)[-1]


def either(first: Value, second: Value) -> Value:
    """The second time alone, or both together."""
    if not (isinstance(first, Quantity) and isinstance(second, Quantity)):
        return second
    both = _both(first, second)
    return Quantity(second.low, both.high if isinstance(both, Quantity) else None)


def _with_more_time(said: Sequence[Said], book: FactBook) -> list[Said]:
    """干满半年，又干了两个月: one time, where both are told at once."""
    kept: list[Said] = []
    for item in said:
        last = next((one for one in reversed(kept) if one.fact == item.fact), None)
        if last is not None and item.adds and book[item.fact].kind == "months":
            item = replace(item, value=_both(last.value, item.value), adds=last.adds)
            kept.remove(last)
        kept.append(item)
    return kept


def _both(first: Value, second: Value) -> Value:
    if not (isinstance(first, Quantity) and isinstance(second, Quantity)):
        return UNSURE
    high = None if first.high is None or second.high is None else first.high + second.high
    return Quantity(first.low + second.low, high)


def _part_of(text: str, mention: Mention) -> str:
    """The part of the sentence that a number stands in."""
    before = part_before(text, mention.start)
    return before + text[mention.start : mention.end] + _behind(text, mention)


def _behind(text: str, mention: Mention) -> str:
    return part_behind(text, mention.end)


def _of_these_people(said: Sequence[Said], named: Sequence[int], position: int) -> Sequence[Said]:
    """What numbers say of the people counted last: of each of several groups the same may be told.

    `named`: where persons are named, of each of whom it may be told too (老陈去了1次，阿霞2次).
    """
    counts = [index for index, item in enumerate(said) if item.fact == HEADCOUNT]
    told = said[counts[-1] :] if len(counts) > 1 else said
    last = max((start for start in named if start < position), default=0) if len(named) > 1 else 0
    return [item for item in told if item.start >= last or item.fact == HEADCOUNT]


def _nearest(
    candidates: Sequence[FactSpec],
    text: str,
    mention: Mention,
    cues: Mapping[str, Sequence[Found[int]]],
    known: Collection[str],
    asked: FactSpec | None,
) -> FactSpec | None:
    """The fact with the nearest cue; else the one that was asked for; else the topic's, if not yet known."""
    # Of two cues equally near, the one of the topic speaks: 以工代训 … 干了4个月.
    ranked = sorted(
        (_distance(cues.get(spec.id, ()), text, mention), not spec.topics, index)
        for index, spec in enumerate(candidates)
    )
    nearest = candidates[ranked[0][2]] if ranked else None
    if nearest and ranked[0][0] < _OTHER_PART:
        return nearest
    alone = mention.unit == "个" and len(text) - (mention.end - mention.start) <= _LONGEST_REST
    in_pieces = alone and asked is not None and asked.kind in COUNTED and asked.kind not in _NOT_IN_PIECES
    if asked and (asked in candidates or in_pieces):
        return asked
    # 等到满三个月 are no years of an apprenticeship; 成本搞错了，20万 speaks of the one that is named.
    by_topic = (
        spec
        for spec in (candidates[index] for *_, index in ranked)
        if spec.topics
        and spec.id not in known
        and not spec.this_year  # 去了两回，两回的证都认 tells of no money that was had
        and (spec.kind != "years" or "年" in mention.unit)
    )
    if of_the_topic := next(by_topic, None):
        return of_the_topic
    # 合同两年，半年内做完: what its own cue has told is not told again by a number from farther off.
    if nearest and ranked[0][0] < _FARTHEST and nearest.id not in known:
        return nearest
    return next((s for s in candidates if not s.cues and not s.topics), None)


def _of_the_topic(
    candidates: Sequence[FactSpec], ahead: str, topics: Collection[str], told: Collection[str]
) -> FactSpec | None:
    """What no cue stands by: 工资总额两千万，花掉180万, where the tax deduction is talked of.

    It is what a word `ahead` of it points to, or else the only one that was not told yet.
    """
    meant = [spec for spec in candidates if set(spec.by_topic) & set(topics)]
    pointed_to = [spec for spec in meant if any(word in ahead for word in spec.again)]
    other = _DUE.search(ahead) or _LEFT.search(ahead)
    untold = [] if other else [spec for spec in meant if spec.id not in told]
    return next((some[0] for some in (pointed_to, untold) if len(some) == 1), None)


def _left_over(spec: FactSpec, ahead: str) -> bool:
    """Whether a sum is what was left of another year, and nothing that was asked for: 去年剩了10万."""
    return spec.kind == "money" and _LEFT.search(ahead) is not None and not any(map(_LEFT.search, spec.cues))


def _not_of_another(
    cues: Sequence[Found[int]], mention: Mention, mentions: Sequence[Mention], text: str
) -> list[Found[int]]:
    """The cues but for names that stand right behind another number: 两年合同|入职3个月."""
    others = [m for m in mentions if m is not mention and m.kind == mention.kind]
    return [
        cue
        for cue in cues
        if not (
            cue.meaning
            and cue.end <= mention.start
            and any(
                0 <= cue.start - m.end <= 1 and text[m.end : cue.start] in ("", "的", "期") for m in others
            )
        )
    ]


def _distance(cues: Sequence[Found[int]], text: str, mention: Mention) -> int:
    """How far the nearest cue is from a number. One behind it counts as farther: 入职两年|签了三年合同."""
    best = _FARTHEST
    for cue in cues:
        start, end, behind = (
            (cue.end, mention.start, 0) if cue.end <= mention.start else (mention.end, cue.start, 1)
        )
        if 0 <= end - start < _FARTHEST:
            apart = PART_END.search(text, start, end) is not None
            distance = end - start + behind
            best = min(best, distance + _OTHER_PART if apart else distance - cue.meaning)
    return best


def fits(spec: FactSpec, mention: Mention) -> bool:
    """Whether a fact can be counted in what a number counts."""
    if spec.kind == "count":
        return mention.kind in _COUNT_KINDS and mention.unit.endswith(spec.units)
    return _KINDS.get(spec.kind) == mention.kind


def _decides(spec: FactSpec, mention: Mention) -> bool:
    """Whether a time says yes or no to a fact: 社保交了5个月."""
    return spec.from_months > 0 and mention.kind == "time"


def _reached(spec: FactSpec, months: Quantity) -> Value:
    """Whether so many months are enough; UNSURE where they may be."""
    if months.low >= spec.from_months:
        return True
    return False if months.high is not None and months.high < spec.from_months else UNSURE


def in_unit_of(spec: FactSpec, quantity: Quantity) -> Quantity:
    """A quantity that was read, time in months, in the unit of a fact."""
    if spec.kind != "years":
        return quantity
    return Quantity(_years(quantity.low), None if quantity.high is None else _years(quantity.high))


def _years(months: Decimal) -> Decimal:
    return (months / _MONTHS_A_YEAR).quantize(Decimal("0.0001")).normalize()
