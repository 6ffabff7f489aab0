"""What every answer is made from, and what an answer is before it becomes a Reply."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.dialogue.language.lexicon import Lexicon
from assistant.dialogue.models import Status, Verdict
from assistant.documents.library import Library
from assistant.documents.models import Clause, Policy
from assistant.documents.regions import RegionTree
from assistant.rules.assess import Entitlement
from assistant.rules.attain import Prospect
from assistant.rules.rulebook import Rulebook
from assistant.search.search import Searcher
from assistant.search.two_banks import TwoBanks

HOTLINE = "12333"
AFTER_A_CLAUSE = ("这个政策还有效吗？", "有哪些补贴，各多少？")  # what may be asked next


@dataclass(frozen=True)
class Cited:
    """A clause and the words of it that the answer rests on."""

    policy: Policy
    path: str
    quote: str


@dataclass(frozen=True)
class Ask:
    """A question back."""

    fact: str
    text: str
    options: tuple[str, ...] = ()


@dataclass(frozen=True)
class Featured:
    """A benefit that an answer tells in full: for which group of people, and what was taken as one."""

    entitlement: Entitlement
    group: str = ""
    assumed: str = ""


@dataclass(frozen=True)
class Answer:
    """An answer before it is put on the wire."""

    status: Status
    text: str
    cited: tuple[Cited, ...] = ()
    entitlements: tuple[Entitlement, ...] = ()
    asks: tuple[Ask, ...] = ()
    suggestions: tuple[str, ...] = ()
    prospects: tuple[Prospect, ...] = ()  # what would unlock or raise something, as far as the text tells it
    featured: tuple[Featured, ...] = ()  # of the entitlements
    totals: tuple[Featured, ...] = ()  # what several groups of people come to; their own stand beside them
    notices: tuple[str, ...] = ()  # what the text says beside them, apart
    verdict: Verdict | None = None  # where there is no entitlement that says it

    def behind(self, notices: Sequence[str]) -> "Answer":
        """The answer with notices ahead of it."""
        text = "\n\n".join((*notices, self.text))
        return replace(self, text=text, notices=(*notices, *self.notices))


@dataclass(frozen=True)
class Desk:
    """The books on the officer's desk."""

    library: Library
    rulebook: Rulebook
    regions: RegionTree
    lexicon: Lexicon
    searcher: Searcher
    banks: TwoBanks | None = None  # what people ask, here and elsewhere; None: no message is held against it

    def policy_of(self, clause: Clause) -> Policy:
        """The policy that a clause belongs to."""
        policy = self.library.get(clause.policy_id)
        assert policy is not None, f"clause of no policy: {clause.id}"
        return policy

    def place(self, code: str) -> str:
        """A place as people say it: 晋江市, 福州市鼓楼区."""
        region = self.regions.region(code)
        above = self.regions.ancestors(code)
        # A district's name alone does not say which town it is in.
        return f"{above[-1].name}{region.name}" if above and region.name.endswith("区") else region.name

    def held_places(self) -> tuple[str, ...]:
        """The places that the corpus has policies of, the narrowest first."""
        codes = dict.fromkeys(policy.about.region for policy in self.library.policies)
        return tuple(self.place(c) for c in sorted(codes, key=lambda c: (-len(self.regions.ancestors(c)), c)))


def document(policy: Policy) -> str:
    """How a policy is named in an answer: with its number, or its title where the text bears none."""
    about = policy.about
    return (
        f"{about.short_title}（{about.document_number}）" if about.document_number else f"《{about.title}》"
    )


def label(policy: Policy) -> str:
    """The shortest unmistakable name: the number, or the title."""
    return policy.about.document_number or f"《{policy.about.short_title}》"


def quoted(cited: Cited) -> str:
    """A line with the words of a clause and where they stand."""
    return f"> “{cited.quote}” ——{label(cited.policy)} {cited.path}"


def unique(cited: Iterable[Cited]) -> tuple[Cited, ...]:
    """Each citation once, in order."""
    return tuple({(c.policy.id, c.path, c.quote): c for c in cited}.values())
