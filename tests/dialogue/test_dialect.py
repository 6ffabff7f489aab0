"""What the dialects say is read as the common language; ordinary words and names stay as they are."""

from pathlib import Path

import pytest

from assistant.dialogue.language.lexicon import Lexicon
from assistant.search.tokens import fold
from tests.dialogue.conftest import Read


@pytest.mark.parametrize(
    ("said", "plain", "why"),
    [
        ("冇签合同", "没签合同", "Cantonese: not"),
        ("细佬系高级工，合共几多", "弟弟是高级工,一共多少", "Cantonese: is, and who"),
        ("社保有冇交", "社保有没有交", "the longer word first"),
        ("评价体系高级工", "评价体系高级工", "系 ends another word"),
        ("我系统里有初级工", "我系统里有初级工", "系 begins another word"),
        ("唔係殘疾人", "不是残疾人", "Traditional characters are folded before"),
        ("俺莫得证", "我没有证", "two words beside one another"),
        ("社保交了未", "社保交了吗", "Min: a question at the end of a part"),
        ("签了未满一年的合同", "签了未满一年的合同", "未 goes with what follows"),
        ("培训了未取得合格证", "培训了未取得合格证", "the same"),
        ("发给无业人员", "发给无业人员", "无 goes with what follows"),
        ("合格个人，关系个人，不系统", "合格个人,关系个人,不系统", "across two words"),
        ("红木有限公司的小阮公司", "红木有限公司的小阮公司", "names"),
        ("没得到证书", "没得到证书", "got nothing"),
        ("跟上步伐", "跟上步伐", "伐 ends an ordinary word"),
        ("鼓楼支持伐，几多", "鼓楼支持吗,多少", "at the end of a part"),
        ("领得到无？", "领得到吗?", "Min: a question"),
        ("砍伐工人培训", "砍伐工人培训", "伐 within a word"),
        ("社保无", "社保无", "a denial, no question"),
        ("新疆伊犁来的", "新疆伊犁来的", "a name"),
        ("没有交社保", "没有交社保", "the common language"),
    ],
)
def test_dialect_is_put_plainly(lexicon: Lexicon, said: str, plain: str, why: str) -> None:
    assert lexicon.dialect.plain(fold(said)) == plain, why


@pytest.mark.parametrize(
    ("dialect", "common"),
    [
        ("阿拉公司冇签合同，社保买咗", "我们公司没签合同，社保买了"),
        ("冇领过岗前补贴", "没领过岗前补贴"),
        ("呒没交社保，考咗中级工", "没有交社保，考了中级工"),
        ("俺莫得合格证", "我没有合格证"),
    ],
)
def test_the_facts_are_those_of_the_common_language(read: Read, dialect: str, common: str) -> None:
    assert read(dialect).facts == read(common).facts
    assert read(common).facts


def test_no_place_and_no_word_of_the_policies_is_taken_for_dialect(lexicon: Lexicon) -> None:
    corpus = Path(__file__).parents[2] / "corpus"
    texts = [*sorted(corpus.glob("policies/*/source.txt")), corpus / "regions.yaml", corpus / "facts.yaml"]
    for text in (fold(path.read_text(encoding="utf-8")) for path in texts):
        words = [w for others in lexicon.file.dialect.values() for w in others if not w.startswith("…")]
        assert [word for word in words if word in text] == []
