"""Words of something that is still open, though nobody denies it.

undecided    到底是自己办技校还是光派师傅，没拍板 · 说不清算民办还是公办
awaited      困难企业认定还没下来 · 报上去了还没批: an office has still to decide
pending      材料报上去选领军人才，结果还没出来: what is tried for, until it is told who got it
"""

import re

from assistant.dialogue.language.lexicon import Lexicon
from assistant.dialogue.language.sentence import SENTENCE_END

# One of two that nobody has settled; what stands before 还是 begins at one of these words.
_ALTERNATIVES = re.compile(r"(?:到底|究竟|是(?!否|不)|算|属于|该|走)[^。!?;]{1,24}?还是[^,。!?;]{1,16}")
_PENDING = re.compile(
    "(?:结果|成绩)[^,。;!?、]{0,4}(?:没|未)[^,。;!?、]{0,4}(?:出|下|公布|定|来|知道)|没(?:有|出)结果"
    "|(?:还没|还没有|尚未|还未)(?:发下来|下发|公布|公示|揭晓|宣布|出结果|批复|出名单)"
    "|(?:下个?月|下周|[月年]底|过[几两]天)(?:才|再|就|统一|一起){0,2}(?:能)?(?:发(?!了)|拿到手|下来|到手)|(?:还在|正在)[^,。;!?、没不]{0,6}?(?:办|走流程|制证|评审|评选|评|审核|审|公示|遴选)|等(?:着)?(?:出?结果|通知|公布|名单|批复)|没(?:有)?(?:回音|消息|下文|信儿)"
)
# What an office has still to say; 没批下来 alone denies.
_AWAITED = re.compile(
    "(?:认定|评定|审批|批复|批文|结论|说法|准话|答复|回复|通知)[^,。;!?、]{0,4}(?:还没|还未|尚未|没有?下)"
    "|(?:还没|尚未|还未)(?:有|给|被|正式)*(?:批|认定|评定|核准|审|个?准话|个?说法|答复|定)"
    "|(?:正在|还在)[^,。;!?、没不]{0,2}(?:申请|申报|认定|等)"
)


def is_awaited(behind: str) -> bool:
    """Whether the words behind what a firm may be say that an office has still to decide on it."""
    return _AWAITED.search(behind) is not None


def is_undecided(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the word is one of two alternatives of which the sentence says that nobody knows which."""
    first, last = _sentence(text, start)
    sentence = text[first:last]
    chosen = any(
        match.start() <= start - first and end - first <= match.end()
        for match in _ALTERNATIVES.finditer(sentence)
    )
    return chosen and any(word in sentence for word in lexicon.file.unsure)


def is_pending(text: str, end: int) -> bool:
    """Whether behind a word that ends here it is said that the outcome is still to come."""
    return _PENDING.search(text[end : _sentence(text, end)[1]]) is not None


def _sentence(text: str, position: int) -> tuple[int, int]:
    """Where the sentence that holds a position begins and ends."""
    ends = [match.start() for match in SENTENCE_END.finditer(text)]
    before = max((at + 1 for at in ends if at < position), default=0)
    return before, next((at for at in ends if at >= position), len(text))
