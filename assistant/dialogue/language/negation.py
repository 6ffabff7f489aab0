"""Whether a word is said, denied or only asked about, by the part of the sentence around it.

said      交了社保 · 养老保险没断过 · 不但签了合同 · 派遣工没交社保 says that they are 派遣工
denied    没交社保 · 公司从来没给我缴过养老保险 · 不是残疾人 · 资格证一个都没考出来 · 合同、社保都没有
          不在项目制目录清单里 · 残疾人、退役军人这些一样都不沾 · 小微企业也算不上
failed    没考上高级工 · 市级工作室落选了 · 参加过领军人才遴选，没选上: what was tried for and not got
          高级工证过期了 · 证被吊销了: what was got and no longer counts
asked     要不要交社保 · 需要合格证吗 · 有没有证都行吗 · 社保交没交有关系吗 · 怎样才算困难企业
          有的没签合同 · 个别没拿到证: what is denied of some is not said of all
unsure    社保不清楚 · 不知道交没交社保 · 可能没交社保 · 户口、住哪有没有关系先不讲; 不知道中级工能补多少 says 中级工
"""

import re
from dataclasses import dataclass
from enum import Enum

from assistant.dialogue.language.denial import is_lacking
from assistant.dialogue.language.lexicon import Lexicon
from assistant.dialogue.language.otherwise import Setting, is_anothers, is_denied_otherwise, was_once
from assistant.dialogue.language.person_words import SOMEBODY_ELSE
from assistant.dialogue.language.put_off import is_only_since, is_put_off
from assistant.dialogue.language.required import asks_whether_required
from assistant.dialogue.language.sentence import PART_END
from assistant.dialogue.language.unclaimed import is_not_yet, is_of_money, is_unclaimed

# 签没签, but not 遴选|没选上.
_TWICE = r"(?<![遴评挑筛推])([^,。;!?、]{1,2})[不没]"
_A_NOT_A = rf"(?:有没有|是不是|是否|能不能|要不要|会不会|可不可以|算不算|用不用|{_TWICE}\1)"
_ASKED_BEFORE = re.compile(rf"{_A_NOT_A}[^,。;!?、]{{0,5}}$")
_ASKED_AFTER = re.compile(
    r"^(?:到底|究竟)?(?:([交缴签买办上考拿取参迁])[不没]\1|有(?:没有|无|还是没有|或没有)(?:$|[都也关影无要行吗可没])"
    r"|(?:要不要|用不用|需不需要|一定要|必须|需要|要|得)[交缴签买上办考]"
    r"|[给帮替我他们厂里公司单位老板]{0,4}[交缴签买办](?:了|过|上了?)没有?[呢啊呀]?$)"
)
# 名单进没进 · 到底入选没有 · 社保交满三个月没有, where it is said behind that nobody knows.
_HAVING = "[交缴签买办上考取拿满够选评列进批参]"
_HAVING_OR_NOT = rf"(?:(?P<had>{_HAVING})[没不](?P=had)|有没有(?={_HAVING}))"
_LEFT_OPEN = re.compile(rf"(?:{_A_NOT_A}|(?:{_HAVING}|通过|登记|参加)[^,。;!?、没不未]{{0,6}}没有?)$")
_WHO_TELLS = "(?:人事|财务|会计|老板|公司|厂里|单位|我们?|他们?|她|谁|没人|大家)"
_X_NOT_X = re.compile(r"(?<![遴评挑筛推])([^,。;!?、\d]{1,2})[没不]\1")
_OR_NOT = re.compile("(?:还是)?没有?(?=[,。;!?]|$)")
_DEMANDED = re.compile(r"(?:要不要|用不用|需不需要|是否需要|需要|必须|要求)[^,。;!?、]{0,4}$")
_OPEN = re.compile(
    r"有没有|了没|没有?$|算不算|是不是|是否|多久|多长|几[年个级次]|什么|哪|([^,。;!?、]{1,2})[不没]\1"
)
# 发挥作用突出的|推荐名单里有没有我们: who is listed is what the word says of them.
_LISTED_OR_NOT = (
    "^的?[^,。;!?没不未]{0,8}?(?:名单|名录|清单|目录|名额|[那这]\\d*[个家批名])[里上中]?(?:头|面)?(?:到底|究竟)?"
    "(?:有没有|有无|是不是有|是否有)"
)
# Which of two, or how many, of what has a number: 签没签一年, 一年还是两年; not 能不能补, which is about money.
_OPEN_NUMBER = re.compile(r"还是|到底|有没有|是不是|是否|多久|多长|([^,。;!?、能会可要给补领行用该])[不没]\1")
# 好像签了一年又好像是·半年, 也许两次也许·三次: either of two.
_MAYBE = "(?:有的[说讲写]|有人[说讲]|一会儿?[说讲]|好像|也许|可能|或许|似乎|要么|说不定|大概)"
_ONE_OR_THE_OTHER = re.compile(rf"{_MAYBE}[^。;!?]{{1,12}}?{_MAYBE}[^,。;!?、]{{0,4}}$")
# Of money that was had 过 or not, 以前领没领过 leaves it open.
_ABOUT_MONEY = re.compile(
    "(?:补(?!缴|交|办|齐|签)|领|拿|申请)(?!没?(?:补|领|拿|申请)?过)|多少钱|能|怎么|报销"
)
_TO_BE_DONE = re.compile("要|得|需要|应该|应当")
_MAY_BE = "(?:(?<!不)可能|也许|或许|说不定|没准|好像|似乎)"
# 应该有吧, 估计交了; but 应该交 says what ought to be.
_OUGHT = "(?:应该|应当|大概|估计|多半|八成|按理说?|按说|照理说?)[是都也会就]{0,2}"
_HAS = "(?:有(?![没多几什])|(?:给|帮|替)?[我他她们咱]{0,2}在?[交缴买上签办](?:了|过|着|的|上|齐))"
_HEDGED = re.compile(f"(?:{_MAY_BE}[^,。;!?、]{{0,6}}|{_OUGHT}{_HAS})$")
_HEDGED_BEHIND = re.compile(f"^[^,。;!?、没不未]{{0,4}}?(?:{_MAY_BE}(?!$)|{_OUGHT}{_HAS})")
# Of what the word itself means: 困难企业怎么认定, 叉车证归谁管; 困难企业怎么补 asks about money.
_ASKED_ABOUT = re.compile(
    "^(?:企业|证书?|行业|清单|目录|工种|培训|登记|毕业生|工|补贴)?的?(?:到底|究竟|现在|一般)?"
    "(?:怎么(?:认定|划分|界定|评定)|由?谁(?:来)?(?:定|认定|管|发证)|归[^,。;!?]{1,8}管|是?哪个部门|(?:都|一共|总共)?(?:有|包括|指)(?:哪些|哪几)"
    "|要(?:符合)?什么条件|要(?:带|写|交)(?:哪些|什么)|必须[^,。;!?]{1,6}吗|几年[^,。;!?]{0,4}[一1]次|一共公布|比例|有没有(?:上限|指定|名单)"
    "|[和跟与][^,。;!?]{2,10}(?:有(?:啥|什么)区别|是不是[一1]回事)|到?底?有(?:啥|什么)区别|的?(?:认定|划型)?标准是)"
)
_OF_ALL = re.compile("[都也](?:没|不(?!影响))")  # 什么困难人员都不是 asks nothing
_OF_SOME = re.compile("(?<![没所])有的|有些|个别|少数|部分|一半|几个|几人")

# 社保只给管理岗交, 合格证一部分人拿到: of whom, nobody counts.
_PART_ONLY = re.compile(
    r"(?:有的|有些|个别|少数|(?<!全)[一1大小]?部分)的?(?:人|员工|职工|工人|学员|师傅)"
    r"|只(?:给|帮|替|为|跟|和|与|有|让)(?!老(?!员工|职工|工人|师傅)|媳|爱人|对象|[他她](?!们)|公司|厂|单位|企业|[^,。;!?]{0,3}我)[^,。;!?\d]{1,8}?[交缴买上签拿考领]"
)

_PEOPLE = "自己|本人|我们?|你们?|他们?|她们?|咱们?|学员|员工|职工|工人|学徒|大家|人家|人|谁|老板|公司|厂里|单位|企业"
_OFFICES = (
    "就业机构|公共就业服务机构|公共就业人才服务机构|就业服务中心|就业服务机构|就业中心|人才中心|人力社保局?|人社局?|部门|社区|街道"
    "|大厅|窗口|的(?=就业|公共|人社|人才|街道|社区|大厅|窗口)|[区市县镇乡村](?:里|上)?|当地|本地|这[边里]|那[边里]"
)
_WILLING = "肯|愿意?|乐意|想|让|打算|答应"
# What may stand between a "no" and the word that it denies: 没·给我们签过正式的·合同, 没·有一个学员拿到·证.
_BETWEEN = (
    f"(?:按时|按规定|按月|正式|再|任何|哪?一?[个名位本张份]|[那这]家|[给帮跟和与替](?:{SOMEBODY_ELSE})|[给帮跟和与替为同把对向]|书面|劳动|[这那][种类]?|什么"
    f"|{_PEOPLE}|{_OFFICES}"
    "|写|掏|填|见|碰|缴|交|买|办|签|订|拿|取|考|领|享受|被|遴选|评|选|认定|列|授予|为|成|上|发|颁|核|去|跑|找|做|搞|弄|参加|加入|申请|申报|报"
    "|[这那](?:些个?|几个)|干|(?:人社(?:部门|局)?|人力社保局?|政府|主管部门|部门)(?:认定|认可|认|发|核发|颁发)?的"
    f"|{_WILLING}"
    "|入|进|纳|理|通|雇|招|收|请|使用|(?<=[没有])用|经过|经|征得|征求|属于|有|是|在|得|到|过|了|着|出|下来|来|齐|全|够|满|占|沾)*"
)
_NO = "(?:没有|没|未曾|未|(?:从来?|一向|一直|根本|压根|都)不(?:使用|用)|不(?!过)|并非|无|非)"  # 不过是五级的 is one
# 哪称得上头部企业 asks nothing.
_HARDLY = "哪[里儿能]?(?:称得上|算得上|谈得上|够得上|配得上|轮得到|来的|算)(?:什么|啥|是)?"
_DENIED_BEFORE = re.compile(f"(?:{_NO}{_BETWEEN}|{_HARDLY})$")
# 不在项目制·目录清单里, 不属于政策里·困难企业: what says where or what something is reaches over its attributes.
_NOT_ONE_OF = re.compile(
    "(?:没有?|未|不|并非)(?:被|能|再)?(?:在|是|算|属于|列|进|收|排|纳|选)(?:是|得上|入|进|在|到|上)?"
    "[^,。;!?、的了说讲有是就也却而过交缴签办买拿考领]{0,8}$"
    "|(?:没有?|未|不|并非)(?:再|能)?(?:算|属于|列入|纳入|列在|排在)(?:是|得上)?[^,。;!?、了说讲有是就也却而过交缴签办买拿考领]{0,8}的$"
)
# 没列进项目制的·目录清单, 不在人社局发的那份·清单上: in what list something is not, whatever stands between.
_LIST = re.compile("目录|清单|名单|名录|计划|条件|范围")
_NOT_LISTED = re.compile(
    "(?<![符列算进排纳选属在上])(?:没有?|未|不|并非)(?:能|再|曾)?(?:被|给)?(?:在|列|进|收|排|纳|选|上|符合|属于|算)(?:入|进|在|到|上|过)?[^,。;!?没不未了]{0,20}$"
)
_FAILED_BEFORE = re.compile("[没未].*(?:考|拿|取|评|选|认定|列|授)")
_STILL = (
    r"^(?:的|里面?|里头|上面?|当?中)?(?:一[个本张次份样天分年回点丝]|半点|丝毫|完全|哪[个样]|[这那](?:个|些|边|头|种|类|号|几[样类种个])|也|都|还|一直|始终|从来|从|根本|压根|全|均|统统|倒|更|就|则|却|又|并|其实|实际上?|确实|真的|后来|目前|现在|暂时|到现在|至今|最后|最终|结果"
    "|证|书|费"
    f"|{_PEOPLE})*"
)
_NO_BEHIND = "(?:没有|没(?!有)|未|不)"
_CANNOT = "[考评选拿过下进算够谈轮挨搭沾办签领]不(?:下来|[到上了来去着])"
DENIED_BEHIND = re.compile(
    f"{_STILL}(?:{_NO_BEHIND}(?:[给帮跟和与替为同把对被去再]|开始|正式|{_PEOPLE}|{_WILLING})*"
    r"(?P<doing>(?<!不)$|是$|缴纳|交|签订|签|缴|拿到|拿|取得|取|买|办|参加|领|享受|考|有|过(?!期)|满|通过|到手|下来|在|属于|符合"
    f"|发|批|评|选|进|列|排|报|订|审|弄|搞|上|占|沾|搭|挨|相干|公布|合格|算|用|雇|招|同意|答应|点头)|{_CANNOT})"
)
# Of people: 高级工没考上; but 高级工没签合同 denies the contract. A 不 at the end asks: 还能领中级工的不.
_NOT_THEM = re.compile(
    f"{_STILL}(?:{_NO_BEHIND}(?:能|有)?(?:(?<!不)$|是$|考|拿|取得|评|通过|合格|沾|搭|挨|占|算|属于)|{_CANNOT})"
)
# 跟电商毫不相干 · 和急需紧缺工种没关系; but 社保没关系吧 asks whether it matters.
_UNRELATED = re.compile(
    f"{_STILL}(?:毫不相干|毫无关系|毫无关联|八竿子打不着|不搭界|扯不上|两码事|两回事|不是一[码回]事)"
)
_NO_RELATION = re.compile(f"{_STILL}(?:没有?(?:什么|啥|任何|半点|一点|半毛钱)*(?:关系|关联|瓜葛|相干)|无关)")
_WITH = re.compile("[跟和与同][^,。;!?]{0,14}$")
# The end of what is told of a failure: 没选上 · 没进那30个 · 没考过能领吗; but 没拿到补贴, 没通过公司报 are none.
_FAILURE = (
    "(?:落选|落榜|名落孙山|全军覆没|泡汤|考砸|被[刷筛]|挂|黄|[都也还]不(?:过|中|行|合格|及格)"
    r"|(?:没有?|未)(?:被|能|去|给|成功)*(?:考|评|选|入|遴|列|排|收|批|录|取|认定|通|过|进|中|拿|推荐|公布|挤)+"
    r"(?:上|到|中|进|入|围|去|下来|出来|成|着|手|过|了)*(?:[那这]?[\d一二三四五六七八九十]*个?(?:名单|名额|目录|清单|计划|范围)?里?)?"
    f"|{_CANNOT})(?:了|的)*(?:$|(?=[能还可怎咋行算给补有就也吗呢]|是不是))"
)
_FAILED = re.compile(rf"^[^,。;!?、\d个位几半补钱款奖]{{0,8}}?{_FAILURE}")
# In a part of its own only what leads to an outcome may stand before it: 结果没选上, but not 领导没批.
_FAILED_LATER = re.compile(
    rf"^(?:哪[一个]?[级个样种项]|可是?|不过|结果|最后|最终|这[次回]|评估|评审|评选|考核|考试|鉴定|理论|实操|还|也|都|全|却|又|就|一直|我们?|他们?|[两三几][次回])*{_FAILURE}"
)
_GOT = re.compile("(?:拿|考|取|评|选|领|办|建)(?:到|得|上|出来|下来|成)")
# Two noes are a yes: 没有谁不拿到, 不是没交; 要不是困难企业 says that it is one.
_AFFIRMED_BEFORE = re.compile(
    f"(?:(?:没有?(?:哪|一)?[个名位]?(?:{_PEOPLE})?|不会|不能)(?:不|没)|不但|不仅|不光|不只|要不是|不是没有?|不可能没有?)"
    "[^,]{0,3}$"
)

# A certificate that is no longer valid is none: 证过期了 · 高级工证被吊销了; but 快过期了, and the policy's 过期.
_BY_THEN = "(?:证书?|本子?|[那这][张本个]|的|后来|现在|已经?|早就?|都|也|被|给|让|人家|[我他她]|前年|去年|今年|上个?月|有效期)*"
_VOID = re.compile(
    f"^{_BY_THEN}(?:(?:因为|查出)[^,。;!?]{{0,8}}?{_BY_THEN})?(?:过期|过了有效期|有效期[已经早就都也]*过|失效|作废|注销|吊销|撤销|收回|撤|摘牌|除名)(?:掉|了|的)*"
    "(?=$|[,。;!?还能也就又所可行算给])"
)
# 高级工补贴，取消了 is no certificate that lapsed.
_NAME_ENDS = re.compile("(?:证书?|本子?|称号|名单|的|了|过)*")
_RENEWED = re.compile("(?<![没未不想要能])(?:复审|复训|年审|换证|换发|换了|续期|续上|重新考|重考|补办)")


_NEAR = 10
# 是不是免费的我是残疾人: what stands behind it is said, whatever was asked before it.
_SAYS_OF_HIMSELF = re.compile("(?:我们?|本人|俺)(?:就|也|家)?是(?!不是)")


class Stance(Enum):
    """How a word is meant."""

    SAID = "said"
    DENIED = "denied"
    FAILED = "failed"
    ASKED = "asked"
    UNSURE = "unsure"


@dataclass(frozen=True)
class Around:
    """The part of the sentence before and behind a word; words that are joined to it (合同和社保) count as it."""

    word: str
    before: str
    after: str
    since: str  # of `before`, what stands behind the word before it
    until: str  # of `after`, what stands before the next word
    beyond: str  # the same to the next comma, over 、
    later: tuple[str, ...]  # the parts of the sentence behind that, up to the one of the next word
    upto: str  # of the next word's part, what stands before it
    rest: str  # all that stands behind it in its sentence
    denied_behind: bool  # what is denied behind it is the word itself (社保没交), not what follows (没交社保)
    setting: Setting


def is_asked(before: str, lexicon: Lexicon) -> bool:
    """Whether what stands behind `before` is asked about and not said."""
    part = _SAYS_OF_HIMSELF.split(PART_END.split(before)[-1])[-1]
    return bool(_ASKED_BEFORE.search(part)) or any(word in part[-5:] for word in lexicon.file.asking)


def is_denied(before: str) -> bool:
    """Whether what stands right behind `before` is denied by it."""
    return _DENIED_BEFORE.search(PART_END.split(before)[-1]) is not None


def is_whether(text: str, start: int, end: int) -> bool:
    """Whether a word is half of a question, or holds one: 领|没领过, 高危企业多|不多, 合同签了|没有."""
    overlap = range(max(start - 2, 0), end)
    asked = any((found := _X_NOT_X.match(text, at)) and found.end() > start for at in overlap)
    return asked or (text[end - 1] in "了过" and _OR_NOT.match(text, end) is not None)


def is_hedged(before: str) -> bool:
    """Whether what stands behind `before` is only supposed: 好像补过."""
    return _HEDGED.search(before) is not None


def is_failure(part: str) -> bool:
    """Whether a part of a sentence, or a short answer, says that what was tried for was not got: 没考上."""
    return _FAILED_LATER.search(part) is not None


def leaves_open(part: str, lexicon: Lexicon) -> bool:
    """Whether a part of a sentence says of its number that nobody knows it: 签没签一年我忘了, 签没签满一年得翻."""
    unknown = (*lexicon.file.unsure, *lexicon.file.unverified)
    return bool(_OPEN_NUMBER.search(part)) and any(word in part for word in unknown)


def is_of_some(part: str) -> bool:
    """Whether a part of a sentence tells something of some alone, and not of how many: 只跟老员工签了三年."""
    return _PART_ONLY.search(part) is not None


def is_one_or_the_other(before: str) -> bool:
    """Whether what stands behind `before` is the second of two that may be: 也许两次也许三次."""
    return _ONE_OR_THE_OTHER.search(before) is not None


def stance_of(
    place: Around, lexicon: Lexicon, *, of_people: bool, awarded: bool = False, of_level: bool = False
) -> Stance:
    """How a word is meant.

    `of_people`: it says who somebody is (残疾人, 高级工) and not what he has; `awarded`: one tries for it and
    gets it or not; `of_level`: it names of what level that is (高级工).
    """
    before, after = place.before, place.after
    if _is_unsure(place, lexicon, of_people=of_people, awarded=awarded):
        return Stance.UNSURE
    if (is_asked(before, lexicon) and not _OF_ALL.match(after)) or _ASKED_AFTER.search(after):
        return Stance.ASKED
    if asks_whether_required(before, after):
        return Stance.ASKED
    if not of_people and _ASKED_ABOUT.match(place.setting.behind):
        return Stance.ASKED
    if not of_people and (_HEDGED.search(before) or any(map(_HEDGED_BEHIND.search, _told_of_it(place)))):
        return Stance.UNSURE
    stance = _denial(place, of_people=of_people, awarded=awarded)
    if stance is Stance.SAID and (of_level or not of_people) and is_denied_otherwise(place.setting):
        stance = Stance.FAILED if awarded else Stance.DENIED
    if stance is Stance.SAID and awarded and is_anothers(place.setting):
        stance = Stance.DENIED
    if stance is not Stance.SAID and _OF_SOME.search(before + after):
        return Stance.ASKED
    if stance is Stance.SAID and not of_level and is_of_money(place.setting, of_people=of_people):
        return Stance.ASKED
    if stance is not Stance.SAID or of_people:
        return stance
    if is_unclaimed(place.setting):
        return Stance.ASKED
    # 只给他们上了工伤 is no word of some of them.
    if is_of_some(before[-_NEAR:] + place.word.lstrip("只光") + after):
        return Stance.UNSURE
    if not awarded and is_put_off(place.setting):
        return Stance.DENIED
    # Of a certificate it is when it was got: 证九月才发.
    late = not awarded and is_only_since(place.setting)
    return Stance.UNSURE if late or was_once(place.setting) or is_not_yet(place.setting) else stance


_JUST_NAMED = re.compile("(?:的话|方面|嘛|呢|吧|啊|呀|么|这[个块])*")


def _told_of_it(place: Around) -> tuple[str, ...]:
    """What is said behind a word in its part, and in the next one where it is no more than named: 社保嘛，好像有."""
    next_one = place.setting.later[:1] if _JUST_NAMED.fullmatch(place.setting.behind) else ()
    return (place.after, *next_one)


# 今年考上了, 补考过了, 第二次过了, behind a failure.
_MADE_IT = re.compile(
    "(?<![没未不])(?:考|评|选)(?:上|过|出来|下来)了|(?<![没未不])通过了"
    "|(?:补考|重考|再考|复考|后[来面头]|又|这[次回]|终于|总算|第[二三四2-4][次回])(?:去|就|才|也|都|总算|终于|考|一次)*(?:过|通过|合格|及格|上)了"
)


def _denial(place: Around, *, of_people: bool, awarded: bool) -> Stance:
    """Failed, denied or said."""
    if awarded and any(_MADE_IT.search(part) and not is_failure(part) for part in (*place.later, place.upto)):
        return Stance.SAID  # 去年没考上，今年考上了
    if awarded and (_came_to_nothing(place) or _is_void(place)):
        return Stance.FAILED
    behind = (_NOT_THEM if of_people else DENIED_BEHIND).search(place.after)
    if place.denied_behind and (behind or (not of_people and is_lacking(place.after))):
        return Stance.DENIED
    apart = _UNRELATED.search(place.after)
    if apart or (_NO_RELATION.search(place.after) and _WITH.search(place.before)):
        return Stance.DENIED
    before = _DENIED_BEFORE.search(place.before)
    unlisted = _LIST.search(place.word) and _NOT_LISTED.search(place.before)
    if not (before or unlisted or _NOT_ONE_OF.search(place.since)) or _AFFIRMED_BEFORE.search(place.before):
        return Stance.SAID
    return Stance.FAILED if awarded and before and _FAILED_BEFORE.match(before[0]) else Stance.DENIED


def _came_to_nothing(place: Around) -> bool:
    """没考上 behind it, or in a later part of the sentence where it was not said to be had."""
    if re.search(_A_NOT_A, place.until):
        return False  # 名单进没进
    if _FAILED.search(place.until):
        return place.denied_behind  # 拿了合格证没拿|等级证: what stands behind it was not had
    had = _GOT.search(place.since + place.until)
    return not had and any(map(is_failure, place.later))


def _is_void(place: Around) -> bool:
    """证过期了, in its own part or in the next one; not where it has been renewed: 过期了，又复审过了."""
    after_name = _NAME_ENDS.fullmatch(place.until) and place.later and _VOID.search(place.later[0])
    return bool(_VOID.search(place.until) or after_name) and not _RENEWED.search(place.rest)


def _is_unsure(place: Around, lexicon: Lexicon, *, of_people: bool, awarded: bool) -> bool:
    """不知道交没交社保, 社保不清楚; but not 不知道要不要交社保, 不知道中级工能补多少."""
    before, after = place.before, place.after
    unsure = "|".join(map(re.escape, lexicon.file.unsure))
    # Of what is put as a question it is enough that somebody has to look: 签没签得翻.
    to_be_seen = "|".join((unsure, *map(re.escape, lexicon.file.unverified)))
    told = re.sub(to_be_seen, "", after)  # 得回去问, 拿不准
    if _DEMANDED.search(before) or _TO_BE_DONE.match(told) or _ABOUT_MONEY.search(told):
        return False
    if re.search(rf"{_LISTED_OR_NOT}[^。;!?]{{0,10}}?(?:{to_be_seen})", place.rest):
        return True
    told_behind = "，".join((after, *place.later[:2]))
    if (not of_people or awarded) and _LEFT_OPEN.search(place.until) and re.search(to_be_seen, told_behind):
        return True
    # 社保交满三个月没有，人事查不了: the word itself is what is done.
    if place.until in ("没有", "没") and re.match(
        rf"没有?,{_WHO_TELLS}[^,。;!?、]{{0,6}}?(?:{to_be_seen})", place.rest
    ):
        return True
    asked = _ASKED_BEFORE.search(before)
    if asked and re.search(to_be_seen, "，".join((before, after, *place.later[:1]))):
        return True
    if of_people:
        return False
    if re.match(rf"[^,。;!?、]{{0,8}}?(?:{unsure})", after):
        return True
    # 常住算不算、在不在·就业都讲不清: of each of them.
    if re.match(rf"(?:都|也|到底|究竟)?{_A_NOT_A}[^,。;!?]{{0,12}}(?:{to_be_seen})", place.rest):
        return True
    if re.search(rf"{_A_NOT_A}[^,。;!?]{{0,8}}(?:{to_be_seen})", place.beyond):
        return True
    if any(re.search(rf"{_HAVING_OR_NOT}[^,。;!?]{{0,6}}(?:{to_be_seen})", part) for part in place.later[:1]):
        return True
    return bool(re.search(rf"(?:{unsure})[^,。;!?、]{{0,3}}$", before) and _OPEN.search(after))
