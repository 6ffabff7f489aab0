"""What denies a word with no "no" beside it.

another's     亏损那是我们姐妹公司的事 · 职业训练院的牌子是市里另一所学校的 · 说有基地，那是技师学院的
label         挂的是“脱胎漆器”的牌子，实际教的是喷漆 · 名义上叫安全班，真讲的是销售
naught        五险那一列全是零 · 合格证那一栏空着
unrelated     跟肉燕、鱼丸一点关系没有 · 和化工、工地都沾不上边
no longer     前年还在规上库里，去年被退库了 · 去年还在监测户里，系统里已经把我们划掉了
out of reach  别说龙头，连龙尾巴都算不上 · 规上的门槛两千万，差得远 · 离领退休金还有好几年
absent        目录里一次都没出现 · 清单里找不着我们
"""

import re
from dataclasses import dataclass

_END = "(?:的|了|呢|吧|啊|呀|嘛)*(?=[,。;!?、]|$)"
_OWN = "我咱俺本自己"
_BODY = "(?:公司|厂|店|家|学院|学校|院校|大学|协会|单位|机构|集团|部门|局|人|班|批|车间|专业|项目)"
_ANOTHER = (
    "(?:隔壁|姐妹公司|兄弟|总店|总部|母公司|别的?[家人]|人家|邻居|对面|另外?一?[家所个]|其他|同名|同行|老东家"
    "|上一?家|别处|外[省市地])"
)
# 有一个中级的是外地户口: who comes from elsewhere is who he is
_COMES_FROM = "[^,。;!?]{0,12}?(?:户口|户籍|籍贯|[省市地]籍|外[省市地](?:人|过?来|嫁|迁))"
_OF_ANOTHER = re.compile(
    f"^(?!{_COMES_FROM})[^,。;!?没不未有{_OWN}]{{0,6}}?(?:都|全|其实|本来)*是(?:我们?|咱们?)?(?:[^,。;!?没不未{_OWN}]{{0,6}}?{_ANOTHER}[^,。;!?没不未]{{0,8}}?)"
    f"(?:的(?:事|牌子|名字|单子|东西)?|{_BODY}|领走的|办的|做的|拿的)?{_END}"
)
# 基地是市里职业学院的，我们只是合作单位
_SOMEBODYS = re.compile(f"^[^,。;!?没不未有{_OWN}]{{0,6}}?是[^,。;!?没不未{_OWN}]{{1,10}}的{_END}")
_WE_ARE_ONLY = re.compile(
    "^(?:我们?|咱们?|俺们?)[^,。;!?没不未]{0,4}?(?:只是|不过是|只不过|仅是|仅仅是|就是个)"
)
_THAT_IS_ANOTHERS = re.compile(
    f"^(?:可|但|其实)*那[块个些]?[^,。;!?没不未{_OWN}]{{0,6}}?是[^,。;!?没不未{_OWN}]{{0,8}}?(?:{_BODY}|{_ANOTHER})[^,。;!?没不未{_OWN}]{{0,4}}?的{_END}"
)
_LABEL = re.compile(
    "(?:挂|打|贴|写|标|印)(?:的|着|出)?(?:是|成)?[^,。;!?、没不未]{0,6}$|(?:名义上?|名头|招牌|牌子上?|广告|封面|标题|表面上?|名字|号称|自称|名为)[^,。;!?没不未]{0,6}$"
)
_IN_TRUTH = re.compile(
    "^(?:可|但|但是|可是|不过|然而)?(?:实际上?|其实|实则|事实上|真正?(?=[教讲学做干办上问])|里头|里面|说白了)[^,。;!?]{0,4}?(?:就|全|都|却|只)*(?:教|讲|学|办|干|做|开|是|上|就)"
)
_NAUGHT = re.compile(
    "^(?:[^,。;!?没不未零0是为有]{0,10}?)(?:还|都|全|也|就|统统|一直|仍|仍然|到现在|至今)*(?:是|为|等于)?个?"
    f"(?:零蛋|零|0(?![\\d.])|[一1]?片?空白|空的|空着|空空如也|白板|没影|没着落|没下文|没动静|(?:[一1]点|半点|连个?)?影[子儿](?:都|也|还)?没有?){_END}"
)
_WITH = re.compile("(?:[跟和与同]|离)[^,。;!?]{0,16}$")
_SLIGHTEST = "(?:[一1]点|半点|[一1]毛钱|半毛钱|丝毫|[一1]?丁点|什么|啥|任何|哪门子)"
_UNRELATED = re.compile(
    f"^(?:[、跟和与及或][^,。;!?没不未、跟和与及或]{{1,8}}){{0,8}}[^,。;!?没不未、]{{0,8}}?(?:{_SLIGHTEST}|边|的|也|都|全|可|根本|压根|完全|毫|半|有){{0,5}}"
    f"(?:没有?{_SLIGHTEST}{{0,2}}(?:关系|牵扯|关联|瓜葛|相干|搭界|牵连)|关系(?:都|也)?没有|无关|沾不上边?|不沾边?|搭不上边?|搭不着|挨不上边?|挨不着"
    f"|扯不上(?:边|关系)?|不搭(?:界|边|噶)?|不挨着?|不相干|两码事|两回事|不是一[码回]事|八竿子打不着|差着?十万八千里){_END}"
)
_CAME_ABOUT = re.compile(
    "(?<![没未不])(?:批|通过|评上|选上|列入|列进|办成|办下来|签成|谈成|考过|考上|考出来|录取)(?:了|下来)"
)
_MOVED_AWAY = re.compile(
    f"^[^,。;!?没不未{_OWN}]{{0,8}}?(?:前|就|已经?|早就?|被|都)(?:就|已经?|被|都)*(?:迁走|迁出|注销|吊销|退库|摘牌|拿掉|划掉|除名|移交|转让|卖)(?:了|掉)"
)
# What was tried for or promised and came to nothing: 百城万村我们报过名，主办方没要.
_TRIED = re.compile(
    "说好|说要|说会|本来|原先|原本|原定|计划|打算|意向|报(?:了|过|上)|申请|申报|填了|交了|递了|谈过|谈了|谈|拟|想|争取|参评|评|联系"
)
_FELL_THROUGH = re.compile(
    "(?:没下文|没了下文|没成|没(?:有)?后续|(?:没|未)(?:有)?(?:办|搞|谈|签|上|做|批|弄|建|评|选|要|递|排|落笔|再去)(?:成|上|下来|中)?(?:我们?)?"
    "|黄了|泡汤|流产|流标|作罢|不了了之|取消|停办|告吹|谈崩|垫底|(?:被|给|让)?[^,。;!?没不未]{0,4}(?:退回|打回|退件|驳回|否了|婉拒|拒|刷下|刷掉|卡住|漏)"
    "(?:来|去|了|掉)*|不批)(?:了|的|过|成|来)*$"
)
_WAS = re.compile(
    r"(?:以前|原来|原先|前[几些]?年|去年|早先|之前|曾经?|[几\d一二三四五六七八九十]+年前|过去|早年|上一?版|本来)[^,。;!?没不未]{0,6}?(?:还|是|在|有|列|进|都)[^,。;!?没不未]{0,4}$"
)
_TAKEN_OFF = re.compile(
    "(?:退库|拿掉|划掉|划走|移出|移走|摘掉?|摘牌|删(?:掉|除|了)|除名|踢(?:出|掉)|清退|清出|取消|收走|收回|注销|撤销|吊销|移交|卖给|转让|降级|出库|剔)"
)
_WE_FROM = re.compile("(?:把|将)(?:我|咱|俺)们?[^,。;!?没不未]{0,4}从[^,。;!?没不未]{0,4}$")
_NOW = re.compile("^(?:可|但|但是|不过)?(?:现在|如今|后来|今年|去年|眼下|目前|前年)[^没未不断停还又补]*$")
_OUT_OF_REACH_AHEAD = re.compile(
    "(?:别说|甭说|莫说|不要说|别提|谈不上|称不上|够不上|够不着|轮不到|挨不上|算不得|不敢称|不敢当|哪来的?|何谈|还不能|还没法|还没到|还没资格|还轮不到)"
    "[^,。;!?没不未]{0,6}$"
)
_TIME_LEFT = re.compile("(?:离|距|距离)[^,。;!?没不未]{0,4}$")
_STILL_TO_GO = re.compile("^[^,。;!?没不未]{0,4}?还(?:有|差|早|远|要)")
_OUT_OF_REACH_BEHIND = re.compile(
    "^[^,。;!?]{0,12}?(?:差得?(?:老|太|很|还)*远|差一大截|够不着|够不上|轮不到|没轮到|(?<!有)没(?:有)?(?:我们?|咱们?)的?(?:份|戏|名)|想都别想|门都没有|不敢(?:当|往|想|认))"
)
_ABSENT = re.compile(
    "^[^,。;!?没不未]{0,8}?(?:名单|清单|目录|名册|名录|单子|公示|系统|里头?|里面|上面?|中|个字)[^,。;!?没不未]{0,6}?"
    "(?:(?:也|都|还|就|压根|根本)*(?:没(?:有)?出现|没见[到着]|没听说|没这|没有?(?:我们?|咱们?)|没份)|找不[到着]|翻不到|见不[到着]|搜不到|查不到)"
    "|^[^,。;!?没不未]{0,4}?(?:没(?:有)?出现|没见[到着](?:这|我们)|没收录|没列)"
)


@dataclass(frozen=True)
class Setting:
    """What stands around a word: `ahead` and `behind` in its clause, and the clauses `later` than that."""

    ahead: str
    behind: str
    later: tuple[str, ...]
    asks: bool  # 社保跟补贴没关系吧


# 我朋友厂是困难企业，我厂不是
_ANOTHERS_FIRM = re.compile(
    "(?:朋友|亲戚|同学|老乡|客户|邻居|隔壁|对面|人家|我[哥弟姐妹爸叔舅])家?的?(?:那[个家])?(?:公司|厂子?|店|单位)(?:才|倒)?(?:是|算|属于|有)$"
)
_OURS_IS_NOT = re.compile(
    "^(?:可|但|而)?(?:我们?|咱们?|俺们?|本)(?:自己)?(?:厂|公司|店|单位|这边|家)?(?:不是|不算|没有|不属于)"
)


def is_anothers(place: Setting) -> bool:
    """Whether a word is said to be somebody else's: 龙头企业是对面那家."""
    next_one = place.later[0] if place.later else ""
    return bool(
        (_ANOTHERS_FIRM.search(place.ahead) and _OURS_IS_NOT.match(next_one))
        or _OF_ANOTHER.match(place.behind)
        or _THAT_IS_ANOTHERS.match(next_one)
        or (_SOMEBODYS.match(place.behind) and _WE_ARE_ONLY.match(next_one))
    )


def is_denied_otherwise(place: Setting) -> bool:
    """Whether what stands around a word denies it, though no "no" stands beside it."""
    next_one = place.later[0] if place.later else ""
    if is_anothers(place) or (_WE_FROM.search(place.ahead) and _TAKEN_OFF.search(place.behind)):
        return True
    if _LABEL.search(place.ahead) and _IN_TRUTH.match(next_one):
        return True
    if _NAUGHT.match(place.behind) or _MOVED_AWAY.match(place.behind):
        return True
    tried = _TRIED.search(place.ahead + place.behind) and not any(map(_CAME_ABOUT.search, place.later))
    if tried and any(map(_FELL_THROUGH.search, (place.behind, *place.later[:2]))):
        return True
    if _WAS.search(place.ahead) and any(_TAKEN_OFF.search(part) for part in (place.behind, *place.later[:2])):
        return True
    if place.asks:
        return False
    if _WITH.search(place.ahead) and _UNRELATED.match(place.behind):
        return True
    if _OUT_OF_REACH_AHEAD.search(place.ahead) or _OUT_OF_REACH_BEHIND.match(place.behind):
        return True
    if _TIME_LEFT.search(place.ahead) and _STILL_TO_GO.match(place.behind):
        return True
    return _OUT_OF_REACH_BEHIND.match(next_one) is not None or _ABSENT.match(place.behind) is not None


def was_once(place: Setting) -> bool:
    """Whether something is told of the past that is otherwise now: 五年前还是小厂，现在年营收过十亿."""
    return _WAS.search(place.ahead) is not None and any(_NOW.match(part) for part in place.later[:1])
