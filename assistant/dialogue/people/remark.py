"""What one phrase says of people told of before: how it calls them, how many, and what is so of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, Protocol, TypeAlias

from assistant.dialogue.facts.said import ASKER, CERTIFICATE, HEADCOUNT, Said, facts_of
from assistant.dialogue.language.crowd_words import ALL, AMONG, FAILED, IN_ALL, REST, WITHIN
from assistant.dialogue.language.numerals import NUMERAL, whole_number
from assistant.dialogue.language.sentence import MARK
from assistant.dialogue.language.words import Found
from assistant.dialogue.people.counted import Number
from assistant.rules.facts import UNSURE, Facts, Quantity, Value, is_lack

Act: TypeAlias = Literal["tell", "part", "count", "more", "fewer", "out", "add"]

_NOT = re.compile("(?:不是|并非|没有)$")
_TIME = "\\d{1,2}月份?|[上这]个?月|[上下]半年|今年|昨天|今天|前几天"
_FILLER = (
    f"(?:{_TIME}|[啊哦噢哎唉呃嗯诶那就要是但可而且不过其实实际上后来现在另外还又也再对了]"
    "|刚才|刚刚|前面|之前|同时|我们|公司|厂里)*"
)
_ADDS = re.compile(
    f"^{_FILLER}(?:(?:再|又|还|另外?|新|后)?(?:加|招|(?<!后)来|(?<=后)来(?=了?[\\d两三四五六七八九十])|添|进|收|增加|吸纳|聘|补(?![考签交缴办上齐]))(?:了|上|进|来|招|到)*+(?!的)"
    "|(?:再|又|另外?|还)(?:安排|组织|送|派|叫|拉|让|培训|训|办)(?:了)?"
    "|(?:另外|此外|另)(?:还)?有|[另又再](?:外|有|开|办)?[一1]?个?[班批期]|还有[一1]?个?[班期]|第[三四五六七八九3-9][批期班拨])"
)
# 车间又补来4个, 后来又报进来3个: who came to those told of before
_CAME = re.compile(
    "(?<!后)(?:(?:[又再还刚新]|(?<![不好差])多)(?!是))[^,。;!?\\d后回原从剩留余]{0,4}?(?:来|进来?|上来)了?$"
)
_SAYS_MORE = re.compile("[再又还另加添补]|此外|新|后|第")
_BESIDE = re.compile(f"^{_FILLER}[还又再另]有|[还又再另]有$")
_ASIDE = re.compile(f"^{_FILLER}(?:另外|此外)(?!.*[里中])|另外?$")
_TO_COME = re.compile("下[周月]|下个月|明[天年]|过(?:几天|阵|段)|[能会将]拿|快要?[拿考过]|准备|打算|等着")
# 剩4个没动, 有1个不晓得咋算, 去年已经给其中3个报过一次: nothing is otherwise with them now
_STILL_SO = re.compile(
    "(?:人)?(?:还没|没动|没变|不变|照旧|还是老样|仍|不(?:晓得|知道|清楚|确定)|[咋怎]么?算)"
)
_ANOTHER_YEAR = re.compile("(?:去年|前年|往年|上一年)[^,。;!?]*(?:领|报|享受|补|拿|申请)(?:过|了)")
_ADDS_TO = re.compile("(?:(?:再|又|另)(?:加|招|来|添|补)(?:了|上|进|来)*|[还另仲]有)$")
_MORE = re.compile(
    "(?:少(?:算|报|数|记|写|填|登|统计)|漏(?:算|报|数|记|写|填|登)?|忘(?:了)?(?:算|报)|落下)(?:了|掉|进去)*$"
)
_FEWER = re.compile("(?:多(?:算|报|数|记|写|填|登|统计)|重(?:复)?(?:算|报|数|记)?)(?:了|掉|进去)*$")
_OUT_AHEAD = re.compile(
    "(?:走|跑|离开|退出|辞职|辞退|离职|开除|裁(?![剪缝切])|取消|去掉|扣掉?|减掉?|退)(?:了|掉)+$"
)
_OUT_BEHIND = re.compile(
    "人?(?:又|都|临时|中途|半路|半途|后来|最后|说|也|已经|就)*(?:不(?:再)?(?:干|来|参加|学|训|做|去|报|算|考)了?|(?:走|跑|离职|辞职)(?:了|掉)|退(?:出|学|训)|(?:都|根本|压根)*没(?:来|参加)|取消|弃权|放弃|不要)"
    "(?=(?:[了掉的呢啊吧呀哈嘛哦]|在内|进[去来])*$|(?:这[次回]|那[次回])?的?(?:培训|考试|考核|鉴定|报名|训练|上课))"
)
# 其实就是3月那批新人: they were counted already
_COUNTED = re.compile(
    "(?:其实|本来|原来)?(?:就|也)?(?:是|跟|和)[^,。;!?]{0,6}(?:那批|那几个|那些|同一[批拨])|重复?(?:算|报|数|统计|登记)?了?$"
)
_TAKEN_OUT = re.compile("[扣减剔除刨]|去掉|取消|裁(?![剪缝切])|划掉|别算|不算|不计")
NOT_THE_SAME = re.compile("不是(?:同)?[一1]?个?[拨批伙]")
SUMS = re.compile("加起来|加拢|加一[块起]|一起算|一齐算|总共|合计|一共|合起来|合一[块起]|通共|全部还?剩?多少")
# 这5个有多少, 这3个还有得补吗, 那2个呢, 这30个算不算
HOW_MUCH = re.compile(
    "(?:能|可以|又|还|也|就|都|最)*(?:有得?|拿|领|补|得|报|是|算|给)*"
    "(?:多少|几多|好多|偌济|怎么?算|咋算|(?:[吗么呢]|[算能行]不[算能行领]?)$)"
)
# 这5个也能领岗前补贴吗
ASKS_WHETHER = re.compile(f"(?:[还也又]|[能可算行])[^{MARK}]*(?:[吗么呢]|[能可行]不[能可行])")
_LEFT = re.compile("就?(?:走|跑|离职|辞职|不干)了")
_LEFT_IN = re.compile(f"第(?P<month>{NUMERAL})个?月")
_CAME_OUT = "(?:后来|最后|的|还|也|又|再|只|就|其实|有|是|那|查出来?|查到|发现|核出来?|数出来?|冒出来?)*"
_AMONG = re.compile(f"(?:{AMONG}|[里中])(?:面|头|边)?{_CAME_OUT}$")
_AMONG_THOSE = re.compile(
    f"[^{MARK}]{{0,8}}?(?:{WITHIN})(?:面|头|边)?,?{_CAME_OUT}$|[^{MARK}没未]{{0,4}}?的?(?:又|还|只)?有$"
    "|(?:后来|又|都)*[补重]考(?:又|就|只|后)?$"
)
_THESE = re.compile("(?:[那这]|的[那这]?|剩下?[那这]?|余下|其余)$")
_RECENT = re.compile("(?:后来?|新|刚才?|又|再)(?:加|来|补|招|添|进)(?:进来|来|上)?的|后(?:来|面)的")
_IS = re.compile("(?:是|只有?|就|才|总共|一共|合计|改成|改为|变成|变为|成了?)$")
_IN_FACT = re.compile("的(?:其实|实际上?|应该|原来|搞错了|记错了)+是")
_ONLY = re.compile("(?:只有?|才|就),?(?:其中)?$")
_HAVE = re.compile("有$")
_NOTHING_MORE = re.compile("(?:人|才?对|而已|吧|了|的|呢|啊|呀|哈|哦|嘛|来着)*$")
# 还差一个: those who lacked it lack it still
_REST = re.compile(f"{REST}|别的|(?:[还就只也]|现在)差$")
_AS_ASKED = re.compile("人?[就也都全]*[都全](?:已经?|是)?(?:齐|符合|没问题|达标|满足)(?:了|全|条件|要求)*")
# 合同都两年, 公司参保, 其余都是第一次: of all of them, or of others
_OF_OTHERS = re.compile(
    f"^(?:大家|所有人?|人人|我们)?{ALL}|(?<!也)[都均](?!快|已|要)|^(?:{REST}|别的)|^(?:我们|咱们?)?(?:公司|单位|厂里?|企业|店里?|课[时程])"
)
# 有2个合同没签满一年,都是中级的
# 不止4个月,是8个月
_INSTEAD = re.compile("(?:而|应该?|其实|实际)?是(?!不是)")
_ALL_ARE = re.compile("(?:他们|她们|这几个)?[都全]是(?!第一|头)")
_NO_CERTIFICATE = re.compile(
    f"{FAILED}|(?:没|未)(?:有)?(?:证|拿|下来|到手|发)|证(?:还|都)?没|不(?:合格|过关)|考砸|挂了"
    "|(?:成绩|分数|结果)(?:还|都|也|一直)*(?:没|未)(?:有)?(?:出|公布|下)|等(?:着)?(?:成绩|分数|结果|出?证|发证)"
)
_GOT = re.compile(
    "补[考签交缴办上齐发进]|重新?签|续[签上]|改签|改成(?![\\d一二两三四五六七八九十])|(?:也|又|都|全|后来|已经?|现在|终于|总算|最后)*"
    "(?:(?<![不领享受补拿])[考通]?过了|(?<!不)合格|[拿考发领办]?(?:到手|下来|拿到|领到|考到)了?|有证)"
)
# 过了试用期, 领到工资: of something else than a certificate
_OF_ELSE = re.compile(
    "工资|薪|钱|补[贴助]|奖|政策|审[核批]|试用|退休|体检|年审|驾照|[卡款]|通知|名单|批文|低保|身份证|居住证|户口|户籍"
)
_MADE_GOOD = re.compile("(?:补|重新?签|续|改签|改成)")
_OF_A_CERTIFICATE = re.compile(
    r"[了的呢啊吧呀哈嘛哦]*(?:$|[、和跟](?=[^,。;!?]*证)|[^,。;!?\d级]{0,8}(?:证|考试|考核|鉴定)|(?:[1一2两]个|几个))"
)
_NOBODY_KNOWS = re.compile(
    r"([考拿发过通])没(?:有)?\1|有没有|是否|不(?:确定|知道|清楚|晓得|记得)|说不准|没问"
)
_GOT_AHEAD = re.compile(f"(?:{_GOT.pattern})了?$")
_WHO_ARE = re.compile("的(?:人|那些人?|那几个人?)?(?:也|都|全|后来|又|已经?|现在)*$")
_STILL = re.compile("[没未]|还不")


@dataclass(frozen=True)
class Remark:
    """What is said of some of the people told of before, or of others."""

    act: Act
    count: int | None = None  # how many they are, or by how many more or fewer
    kind: Facts = field(default_factory=dict)  # what they are called by: 没过的, 复审的
    called: str = ""  # the words ahead of their number
    topics: tuple[str, ...] = ()  # 岗前那批
    facts: Facts = field(default_factory=dict)  # what is said of them
    whole: int | None = None  # 那3个里: among how many
    wrong: int | None = None  # 不是5个
    these: bool = False  # 那3个: who are known as so many
    points: bool = False  # 那他, 那个
    among: bool = False  # 其中: some of those told of
    rest: bool = False  # 剩下的
    aside: bool = False  # 另外3个: the others of those told of, or more
    recent: bool = False  # 后来加的
    is_so: bool = False  # 是4个没拿到: how many of them are so
    only: bool = False  # 只有8个: the others are otherwise
    more: bool = False  # 还有, 也有: some more of them
    beside: bool = False  # 还有: more of them, or others
    got: bool = False  # by now they have what they lacked
    left: bool = False  # they have left
    left_in: int | None = None  # in which month of the training: 第4个月走了
    lot: int = 0  # which of several lots they are of: 第二个班
    also: bool = False  # 也: like those told of
    of_all: bool = False  # 总共
    bare: bool = False  # nothing more is said of them

    @property
    def says_something(self) -> bool:
        """Whether it tells more than how many they are."""
        return bool(self.facts) or self.got or self.act not in ("part", "tell")


class FactsIn(Protocol):
    """Reads some words by themselves."""

    def __call__(self, words: str, like: str | None = None) -> Sequence[Said]:
        """What they say; `like`: a fact that a bare number in them is taken to tell."""


@dataclass(frozen=True)
class Phrase:
    """A phrase of a message, with the facts and topics that stand in it."""

    text: str
    said: tuple[Said, ...]  # by their place in the phrase
    topics: tuple[Found[str], ...]
    facts_in: FactsIn

    def part(self, start: int, end: int) -> "Phrase":
        """A part of it, with what stands there."""
        end = min(end, len(self.text))

        def inside(mark: Said | Found[str]) -> bool:
            return start <= mark.start < end

        return Phrase(
            self.text[start:end].rstrip("、和跟"),
            tuple(replace(s, start=s.start - start, end=s.end - start) for s in self.said if inside(s)),
            tuple(replace(t, start=t.start - start, end=t.end - start) for t in self.topics if inside(t)),
            self.facts_in,
        )

    def called(self, end: int) -> dict[str, Value]:
        """What people are called by ahead of a place, whatever is said of them behind it."""
        alone = (s for s in self.facts_in(self.text[:end]) if s.fact not in (HEADCOUNT, ASKER))
        return {**facts_of(alone), **self.facts(0, end)}

    def facts(self, start: int, end: int) -> dict[str, Value]:
        """What is said between two places, but for how many."""
        return facts_of(
            s for s in self.said if start <= s.start and s.end <= end and s.fact not in (HEADCOUNT, ASKER)
        )

    def measured(self, told: Facts) -> dict[str, Value]:
        """别的都两年, behind 3个合同只签了半年: the number that was told of others, of these."""
        numbers = [fact for fact, value in told.items() if isinstance(value, Quantity)]
        return facts_of(s for fact in numbers for s in self.facts_in(self.text, fact) if s.fact == fact)

    def names(self, start: int, end: int) -> tuple[str, ...]:
        """The topics named there."""
        return tuple(dict.fromkeys(t.meaning for t in self.topics if start <= t.start and t.end <= end))


def read_remark(phrase: Phrase, numbers: Sequence[Number]) -> Remark | None:
    """What a phrase says that counts people once, or some of those whom it counts first."""
    text, last = phrase.text, numbers[-1]
    whole: int | None = None
    wrong: int | None = None
    ahead_end = last.start
    these = last.points
    if len(numbers) == 2:
        first = numbers[0]
        between = text[first.end : last.start]
        if _NOT.search(text[: first.start]):
            wrong, ahead_end = first.count, first.start
        elif _AMONG_THOSE.match(between):
            whole, ahead_end = first.count, last.start
        elif _GOT_AHEAD.search(between) and _NOTHING_MORE.fullmatch(text, last.end):
            whole, ahead_end = first.count, last.start  # 没过那2个补考又过了1个
        elif first.points and not last.points and not between.strip("的有还"):
            ahead_end = first.start
        else:
            return None
    elif len(numbers) > 2:
        return None
    ahead, behind = text[:ahead_end], text[last.end :]
    told_ahead = text[: last.start]
    facts = phrase.facts(last.end, len(text))
    kind, names = phrase.called(ahead_end), phrase.names(0, ahead_end)
    if in_fact := _IN_FACT.search(behind):  # 其中1个高级的其实是技师
        kind = {**kind, **phrase.facts(last.end, last.end + in_fact.start())}
        facts = phrase.facts(last.end + in_fact.end(), len(text))
    still_so = _STILL_SO.match(behind) is not None or _ANOTHER_YEAR.search(text) is not None
    remark = Remark(
        "part",
        last.count,
        kind,
        topics=names,
        facts=facts,
        whole=whole,
        wrong=wrong,
        these=these or _THESE.search(told_ahead) is not None,
        points=last.points,
        among=whole is not None or last.in_order or _AMONG.search(told_ahead) is not None,
        rest=_REST.search(told_ahead) is not None or still_so,
        is_so=_IS.search(told_ahead) is not None,
        only=_ONLY.search(told_ahead) is not None,
        aside=whole is None and _ASIDE.search(told_ahead) is not None,
        recent=_RECENT.search(ahead) is not None,
        more=re.search("[还也又再]有?$", told_ahead) is not None,
        beside=_BESIDE.search(told_ahead) is not None,
        also="也" in behind,
        called=re.sub("[^一-鿿]", "", ahead),
        of_all=IN_ALL.search(told_ahead) is not None or "总数" in told_ahead,
    )
    if (lack := _NO_CERTIFICATE.search(ahead)) and not any(is_lack(v) for v in kind.values()):
        kind = {**phrase.called(lack.start()), **kind, CERTIFICATE: False}
        remark = replace(remark, kind=kind)
    nothing_more = _NOTHING_MORE.fullmatch(behind) is not None
    remark = replace(remark, bare=nothing_more)
    if not facts and _AS_ASKED.fullmatch(behind):
        return replace(remark, act="tell", got=True)  # 5人都符合
    if wrong is None and nothing_more and _NOT.search(told_ahead):
        return replace(remark, act="count", count=None, wrong=last.count)
    if _MORE.search(told_ahead):
        return replace(remark, act="more")
    if _FEWER.search(told_ahead):
        return replace(remark, act="fewer")
    not_counted = _LEFT.search(behind) and _TAKEN_OUT.search(behind)  # 有一个中途走了不算数
    if not_counted or any((_OUT_AHEAD.search(told_ahead), _OUT_BEHIND.match(behind), _COUNTED.match(behind))):
        gone = _TAKEN_OUT.search(text) is None and _COUNTED.match(behind) is None
        return replace(remark, act="out", left=gone, facts={})
    if remark.of_all and nothing_more:
        return replace(remark, act="count")
    came = _CAME.search(told_ahead)
    known = re.search("[那这]$", told_ahead) or remark.recent or remark.among
    if (came or _ADDS.match(text)) and not known:
        if not came and not _SAYS_MORE.search(told_ahead):
            return None  # 招了20个人 may be those who are known
        own = {**phrase.facts(0, last.start), **facts}
        names = phrase.names(0, len(text))
        return _with_outcome(replace(remark, act="add", kind={}, topics=names, facts=own), behind)
    if _ADDS_TO.search(told_ahead) and nothing_more:
        return replace(remark, act="more")
    if nothing_more and (wrong is not None or _IS.search(told_ahead)) and not remark.among:
        return replace(remark, act="count")
    if nothing_more and _GOT_AHEAD.search(ahead):
        facts = {fact: value for fact, value in kind.items() if not is_lack(value)}
        return replace(remark, got=True, facts=facts, kind=_label(phrase, ahead))
    lacks = any(map(is_lack, kind.values())) and not any(isinstance(v, frozenset) for v in kind.values())
    if nothing_more and not lacks and not remark.among and re.search("[也又]有$", told_ahead):
        if kind:
            return replace(remark, act="add", kind={}, facts=kind)  # 转岗的也有7个
        return replace(remark, act="more", recent=True)  # 第一批也有4个: as those told of last
    if nothing_more and _HAVE.search(told_ahead) and kind and not remark.among:
        return replace(remark, act="count")
    if remark.among and nothing_more and "呢" in behind:
        return None  # 其中3个呢 asks about them
    remark = _with_outcome(remark, behind)
    if not remark.facts and not remark.got and remark.is_so and not (kind or remark.among):
        return replace(remark, act="count")  # 其实只有1个领过, where it was told what they had
    return replace(remark, act="tell") if remark.these else remark


def _label(phrase: Phrase, ahead: str) -> dict[str, Value]:
    """没过的|补考过了10个: what people are called by, ahead of what they have by now."""
    got = _GOT.search(ahead)
    end = 0 if got is None else got.start()
    label = phrase.facts(0, end)
    return {**label, CERTIFICATE: False} if _NO_CERTIFICATE.search(ahead, 0, end) and not label else label


def has_no_certificate(words: str) -> bool:
    """没拿到, 证没下来; but not 工资还没发."""
    return _NO_CERTIFICATE.search(words) is not None and _OF_ELSE.search(words) is None


def has_got(words: str) -> re.Match[str] | None:
    """Where words say that by now somebody has a certificate, or what he lacked: 过了, 补签了."""
    for found in _GOT.finditer(words):
        of_it = _OF_A_CERTIFICATE.match(words, found.end()) and not _OF_ELSE.search(words)
        if of_it or _MADE_GOOD.match(found[0]):
            return found
    return None


def _with_outcome(remark: Remark, words: str) -> Remark:
    """The remark with what words say of a certificate that they do not name: 没过, 补考过了."""
    lacks = any(is_lack(value) for value in remark.facts.values())
    tells = has_no_certificate(words) or has_got(words) is not None
    if tells and _NOBODY_KNOWS.search(words) and CERTIFICATE not in remark.facts:
        return replace(remark, facts={**remark.facts, CERTIFICATE: UNSURE})
    if has_no_certificate(words):
        return remark if lacks else replace(remark, facts={**remark.facts, CERTIFICATE: False})
    if _TO_COME.search(words):
        facts = {f: v for f, v in remark.facts.items() if v is not True}
        return replace(remark, facts=facts, rest=True)  # 有一个下周能拿到: as yet he has not
    got = has_got(words) is not None and not lacks
    left = remark.left or _LEFT.search(words) is not None
    month = _LEFT_IN.search(words) if left else None
    left_in = whole_number(month["month"]) if month else remark.left_in
    return replace(remark, got=remark.got or got, left=left, left_in=left_in)


def read_uncounted(phrase: Phrase, last: Remark | None) -> Remark | None:
    """剩下的都过了, 没过的都补考过了: what is said of those who are not counted again.

    `last`: what was said ahead of it.
    """
    text = phrase.text
    if rest := _REST.match(text):
        facts = phrase.facts(rest.end(), len(text)) or phrase.called(len(text))
        facts = facts or phrase.measured({} if last is None else last.facts)
        remark = Remark("tell", None, facts=facts, these=True, rest=True)
        remark = _with_outcome(remark, text[rest.end() :])
        return remark if remark.says_something else None
    got = has_got(text)
    if got is None or _STILL.search(got[0]) or has_no_certificate(text[got.start() :]):
        return None
    kind = _label(phrase, text) if _WHO_ARE.search(text[: got.start()]) else {}
    if not kind and not re.match(
        f"{_FILLER}(?:他们|她们|那几个人?|那些人?)?{_FILLER}(?:都|全|也)*(?:补|续|改签)", text
    ):
        return None
    return Remark("tell", None, kind, facts=phrase.facts(got.start(), len(text)), these=True, got=True)


def is_taken_out(remark: Remark, text: str, numbers: Sequence[Number]) -> bool:
    """扣掉, 把这2个去掉: whether a phrase takes out those who were told of ahead of it."""
    of_them = all(number.count == remark.count for number in numbers)
    return of_them and remark.act == "part" and _TAKEN_OUT.search(text) is not None


def go_on(remark: Remark, phrase: Phrase) -> list[Remark]:
    """The remark with what the next phrase says of the same people; nothing where it says nothing of them."""
    facts = phrase.facts(0, len(phrase.text)) or phrase.called(len(phrase.text))
    outcome = facts or has_no_certificate(phrase.text) or has_got(phrase.text) or _LEFT.search(phrase.text)
    others = remark.act == "add" or remark.beside or remark.aside
    if others and (outcome or phrase.topics) and not _REST.match(phrase.text):
        topics = remark.topics or phrase.names(0, len(phrase.text))
        return [_with_outcome(replace(remark, topics=topics, facts={**facts, **remark.facts}), phrase.text)]
    of_them = _ALL_ARE.match(phrase.text) and not facts.keys() & remark.facts.keys()
    of_others = not of_them and _OF_OTHERS.search(phrase.text)
    of_a_topic = phrase.topics and remark.says_something
    if not outcome or of_a_topic or remark.act == "count" or of_others:
        return []
    if _INSTEAD.match(phrase.text):
        remark = replace(remark, facts={f: v for f, v in remark.facts.items() if f not in facts})
    more = _with_outcome(replace(remark, facts={**facts, **remark.facts}), phrase.text)
    got = has_got(phrase.text) and not has_no_certificate(phrase.text)
    if got and any(is_lack(value) for value in remark.facts.values()):
        # 有3个没过,后来补考过了
        later = Remark("tell", remark.count, facts=facts, these=True, got=True)
        return [remark, later]
    return [more]
