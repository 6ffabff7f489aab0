"""The grammar of denying an act: who, how little, no, what was not done, and with what, in either order.

behind    创业班的门我都没踏进去过 · 这个计划的培训我一天也没参加 · 课自己不办
before    没听过一堂课 · 从没参加过什么学习班 · 不搞职业培训
naught    办班的次数是零 · 经费那一栏空白 · 培训取消了 · 培训这一步整个跳过去了
unseen    培训课的门朝哪开都不晓得 · 老师姓啥都不知道
nobody    啥也不教 · 一次没听过 · 没人跟我讲过怎么操作
others    去上课的是同组阿明

Between the thing and the "no" only words of these kinds may stand, so that of 课没什么意思, 培训费没交 and
班里没几个女的 nothing is said of the training.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

_NO = "(?:没有|没|从未|未曾|未|不曾|不|无)"
# Who it is that did not; other people (同事, 老师, 领导) are none of these, their absence denies nothing.
_WHO = (
    "(?:(?:我们|咱们?|俺们?|阮|我|他们|她们|他|她)?(?:自己|自家|自个儿?|本人|公司|企业|单位|工?厂[里方子]?|店里?|老板|机构"
    "|学校|学院|员工|职工|工人|学员|学徒|大家|这边)|我们|咱们?|俺们?|阮|我|俺|他们|她们|他|她|谁|人|哪[个家])"
)
_WHEN = (
    "(?:今年|这[几两三]?[年次回]|[一二两三四五几]?年来|一年到头|从头到尾|到现在|到今天|至今|全年|整年|当时|那阵子"
    "|最后|后来|结果|始终|自始至终)"
)
_HOW = (
    "(?:根本|压根|完全|一概|一律|统统|通通|全部?|整个|干脆|确实|真的?|其实|实际上?|从来|从|一直|连|也|都|就|又|却"
    "|是|并|均|愣是|居然|被|给|让)"
)
_MEASURE = "(?:丁点|点|分钟|秒|个月|个字|句话|[天次回场堂节期门个家样分句步趟张页位笔毛所星份种项名本册章])"
_LEAST = f"(?:任何|半|一|1){_MEASURE}儿?[钱力]?"
# 见都没见过: a verb ahead of itself.
_TWICE_SAID = f"[听见想看碰摸沾问学去进办搞](?:都|也)(?={_NO})"
# Possessive: these kinds overlap, and a long message must not be tried in every way.
# 比武因为疫情取消了
_WHY = "(?:因为?|由于|受)[^,。;!?、没不未取停]{1,6}?(?:影响)?(?=取消|停|没|未)"
_BETWEEN = f"(?:{_WHO}|{_WHEN}|{_HOW}|{_LEAST}|{_TWICE_SAID}|{_WHY})*+"
_PART_OF_IT = (
    "(?:(?:的|这|那|老师){0,2}(?:人|大门|校门|门槛|门|边|面|影子|事儿?|环节|过程|东西|次数|几天|地|地界|工种|业务|[那这]?一?套"
    "|一?[步关块栏项样]|[个张份笔](?:科目|表|纸|单子|东西))?){0,2}[啊呀呢嘛么]?"
)
_CLASS = "(?:的?(?:班|课程|课|活动|工作|学习|考试))?"
_WITH_WHOM = f"[给跟为替让叫帮向和与同带](?:{_WHO}|[^,。;!?、没不未]{{1,6}}?)?"
_AUXILIARY = (
    "(?:去|来|再|真的?|真正|正式|正经|好好|怎么|能够?|有|开始|另外|往外|机会|时间|工夫|来得及|按规定|成功"
    f"|{_WITH_WHOM}|{_WHO}){{0,4}}"
)
_DONE = "(?:进去|进来|出来|起来|下去|进|到|上|成|过|着|了|得|出|起|完)*"
# What may follow: 没搞培训就上岗; but 没有培训合格证书, 没搞培训的那三个.
_END = "(?:的?[啊呀呢嘛吧]?(?:$|(?=[,。;!?、]))|(?=[就也都还只直但能可算行我自光凭而他她你咱]))"
_MOTION = "沾上?边|挨边|去|进|踏|迈|跨|到|走|挨|沾|碰|见|瞧|认识|露面|坐"
# 公司没组织过职工考证: whom and what for.
_WHOM = "(?:职工|员工|工人|学徒|他们|我们|大家)?(?:去|来)?(?:参加)?(?:培训|学习|考试|考证|上课|学|考)?"
_UNKNOWN = "(?:不知道|不晓得|不认识|不认得|没见过|没听说过|没听过|不清楚)"
_LOOKS = "(?:朝[哪东][^,。;!?、]{0,3}|姓[啥甚什]么?|叫[啥甚什]么?|长[啥什]么?样|是谁|是[啥什]么?样)"
_NAUGHT = (
    "(?:(?:是|为|等于|=)?(?:零(?!就业|工|售|散|星|件|部件|基础|食)|0)(?:元|次|人次|人|回|块钱?|分钱?)?|(?:一片|是)*空白|取消|停办|停掉|停|泡汤|流产|黄|作罢"
    "|(?:免|省|砍|略|跳)(?:掉|去|过|了)*(?:去)?|没(?:有)?(?:办|搞|弄|比|打|开)(?:成|起来))了?"
)
_GIVEN_UP = "(?:免|省|砍|略|跳|取消|撤)(?:掉|去|过|了)+"
_WITH = re.compile("[跟和与同][^,。;!?、]{0,4}$")
_APART = re.compile(
    f"(?:那边|这边|里)?{_PART_OF_IT}{_BETWEEN}(?:对不上号?|不(?:相符|符合?|一致|沾边|挨边|搭界|挨|沾|搭)|无关|毫不相干|风马牛不相及|脱节"
    "|(?:一点|半点)?边都?不[挨沾]|八竿子打不着|扯不上|两码事|两回事|毫无(?:关系|关联|瓜葛)"
    f"|没有?(?:什么|啥|{_LEAST})?(?:关系|关联|瓜葛|联系|来往|相干))"
)
# 没参加过别的班, 除了周末没上课, 同事没去上课: said of something or somebody else.
_OF_OTHERS = re.compile(
    "别的|其他|其它|另外|别处|除了|除掉|(?:同事|同学|工友|别人|他人|人家|隔壁|邻居)[^,。;!?我没不未]{0,4}[没不未]"
)
_A_NOT_A = re.compile(r"([^,。;!?、])[没不]\1")
_KIND_OF = (
    f"(?:什么|啥|哪[怕个种]|这[个种类些]|那[个种类些]|所谓的?|任何|{_LEAST}|正经|系统|专门|统一|相关|哪怕)*"
)
# 没到俩月就培训: what follows on 就 is no attribute, and was done.
_ATTRIBUTE = "(?:(?!别的|其他|其它|另外)[^,。;!?、没不未无补贴领钱费证的就才便]{0,4}的?)"
_TAUGHT = "(?:手艺|技术|东西|规矩|知识|课|怎么[操干做弄][作活]?)?"


@dataclass(frozen=True)
class DeniedAct:
    """How it is denied that something is done with a thing.

    `doings`: the verbs of the act (听, 报, 教); `itself`: the thing is the act (培训), so that 没有培训 and
    不培训 deny it as well, and not only what it is done with (班, 教室); `moves`: who never went there or saw
    it has not done it.
    """

    doings: tuple[str, ...]
    itself: bool = False
    moves: bool = True

    def denies(self, before: str, thing: str, after: str) -> bool:
        """Whether the part of a sentence before and behind the thing denies the act."""
        if _OF_OTHERS.search(before + thing) or _A_NOT_A.search(before):
            return False
        if not before.endswith("不是") and (self._behind.match(after) or self._unseen.match(after)):
            return True
        return self._is_denied_before(before, after)

    def lacks(self, after: str) -> bool:
        """Whether it is denied behind the thing, otherwise than by its having come to naught."""
        return self._undone_behind.match(after) is not None

    def goes_on(self, after: str) -> bool:
        """Whether the thing stands at the end of what is said of it, and not in a longer word."""
        return self._after.match(after) is not None

    def _is_denied_before(self, before: str, after: str) -> bool:
        # Of what is no act the thing need not stand at the end: 不按项目计划上课; but 没有培训合格证书.
        return (not self.moves or self.goes_on(after)) and self._before.search(before) is not None

    @cached_property
    def _verbs(self) -> str:
        words = [re.escape(word) for word in sorted(self.doings, key=len, reverse=True)]
        return "(?:" + "|".join([*words, _MOTION] if self.moves else words) + ")"

    @cached_property
    def _done(self) -> str:
        alone = "|有" if self.itself else ""
        # 师傅带徒弟没收一分钱 is about the fee.
        told = f"(?:(?!(?<=收).分钱){_LEAST})?" + ("" if self.moves else _WHOM)
        return f"{_NO}{_AUXILIARY}(?:{self._verbs}{{1,2}}{_DONE}{alone}){told}"

    @cached_property
    def _behind(self) -> re.Pattern[str]:
        return re.compile(f"{_CLASS}{_PART_OF_IT}{_BETWEEN}(?:{self._done}|{_NAUGHT}){_END}")

    @cached_property
    def _undone_behind(self) -> re.Pattern[str]:
        return re.compile(f"{_PART_OF_IT}{_BETWEEN}{self._done}{_END}")

    @cached_property
    def _unseen(self) -> re.Pattern[str]:
        return re.compile(f"{_PART_OF_IT}(?:在)?{_LOOKS}{_BETWEEN}{_UNKNOWN}{_END}")

    @cached_property
    def _before(self) -> re.Pattern[str]:
        bare = f"|{_NO}{_AUXILIARY}{_KIND_OF}" if self.itself else ""
        done = f"{_NO}{_AUXILIARY}{self._verbs}{{1,2}}{_DONE}{_KIND_OF}{_ATTRIBUTE}?{_KIND_OF}"
        return re.compile(f"(?:{done}|{_GIVEN_UP}{_KIND_OF}{bare})$")

    @cached_property
    def _after(self) -> re.Pattern[str]:
        return re.compile(f"{_CLASS}(?:过|了|成|起来|下去)*(?:{_END}|(?=[这那大是所单怎吗么]))")


def without_thing(doings: Iterable[str]) -> re.Pattern[str]:
    """Denials that name nothing but the doing: 啥也不教, 一次没听过, 没人跟我讲过怎么操作."""
    verb = "(?:" + "|".join(sorted(map(re.escape, doings), key=len, reverse=True)) + ")"
    least = f"(?:{_LEAST}|什么|啥|谁|样样)(?:东西)?"
    told = f"{_WHO}?(?:{_LEAST}|什么|啥)?{_TAUGHT}"
    nobody = "没有?(?:一个|哪个|谁|半个)?人|没谁"
    return re.compile(
        f"{least}{_BETWEEN}{_NO}{_AUXILIARY}{verb}{_DONE}{told}{_END}"
        f"|(?:{nobody}){_AUXILIARY}{verb}过{told}{_END}"
    )


def is_apart(before: str, after: str) -> bool:
    """Whether it is said that something has nothing to do with what stands between: 和学校八竿子打不着."""
    return _WITH.search(before) is not None and _APART.match(after) is not None


_HAVING = DeniedAct(
    (
        "签",
        "订",
        "缴",
        "交",
        "买",
        "办",
        "上",
        "掏",
        "拿",
        "取",
        "填",
        "考",
        "见",
        "碰",
        "沾",
        "摸",
        "登",
        "做",
        "立",
        "理",
        "来",
        "安排",
        "出现",
    ),
    itself=True,
    moves=False,
)


def is_lacking(after: str) -> bool:
    """Whether it is denied that one has what stands before: 合同这东西连见都没见过一张."""
    return _HAVING.lacks(after)
