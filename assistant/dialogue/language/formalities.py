"""Whether a message asks for papers, or when money comes: 要带啥材料 · 剩下的几时给 · 钱几天能下来."""

import re

_WHAT = "(?:什么|啥|哪些|哪几样)"
_PAPERS = "(?:材料|资料|手续|东西|单子|证件|证明|表格?|凭证|票据)"
_ASKS_PAPERS = re.compile(
    f"(?:带|交|准备|提交|递|备齐?|要|需要|出示|拿|填|凭)(?:些|点|齐|上|的)?{_WHAT}样?的?{_PAPERS}"
    f"|{_PAPERS}(?:都|要|是|有|需要|得|清单|[交带备准]){{0,4}}{_WHAT}"
    f"|(?:申请|申报|申领|去报|去领|去办|办理)[^,。;!?]{{0,4}}(?:交|带|备|准备|递)(?:些|点|的)?{_WHAT}"
)
_WHEN = (
    "(?:(?:什么|啥|哪个)时候|几时|何时|哪天|哪个月|(?<![前这过好没隔])几天|多少天|[几多]少?个?工作日"
    "|多久|多长时间)"
)
_PAID = (
    "拨(?:付|款|下|到|过|给|[?呢啊吗 ]|$)|到账|到手|打(?:款|钱|到|过来|下来|给)|下来|兑现|放款|付款|付清|结清"
    "|(?:办(?!班)|批|审核?|受理|答复|回复)(?:完|好|下来|结)?(?:[?呢啊呀吗,。 ]|$)"
    "|(?:给|发|付|补)(?:钱|款|我|他|咱|厂|公司|企业|下来|到手|完|清|齐|[?呢啊呀吗,。 ]|$)"
)
# 剩下的几时给 · 钱几天能下来; but not 几时给工人培训, 什么时候发证
_ASKS_WHEN_PAID = re.compile(f"{_WHEN}[^,。;!?证开算起]{{0,5}}?(?:{_PAID})(?![^,。;!?]{{0,3}}证)")


def asks_for_formalities(text: str) -> bool:
    """Whether a folded message asks which papers are wanted, or when what is due is paid."""
    return bool(_ASKS_PAPERS.search(text) or _ASKS_WHEN_PAID.search(text))
