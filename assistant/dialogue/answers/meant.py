"""Which policies and rules a message is about, with what was said before it."""

from datetime import date

from assistant.dialogue.answers.desk import Desk
from assistant.dialogue.answers.selection import policies_for, rules_on
from assistant.dialogue.matter import Matter
from assistant.dialogue.reading import Reading
from assistant.documents.models import Policy
from assistant.rules.rulebook import Rule


def policies_meant(desk: Desk, reading: Reading, matter: Matter) -> tuple[Policy, ...]:
    """The policies to search: those that are named, else those of the places."""
    if not reading.policies:
        return policies_for(desk, matter.regions)
    named = [policy for policy in desk.library.policies if policy.id in reading.policies]
    # 衢州的办法和福建“技能照亮前程”方案: a document by its title, and another one by its place.
    of_documents = {policy.about.region for policy in named}
    others = [
        region
        for region in reading.regions
        if not any(desk.regions.contains(held, region) for held in of_documents)
    ]
    return (*named, *(policy for policy in policies_for(desk, others) if others))


def rules_of(desk: Desk, matter: Matter) -> list[Rule]:
    """The rules on the matter's topics in its places, or anywhere where no place is known."""
    return rules_in(desk, matter.regions, matter.topics, matter.on)


def rules_in(desk: Desk, regions: tuple[str, ...], topics: tuple[str, ...], on: date) -> list[Rule]:
    """The rules on the topics in the places."""
    return rules_on(desk.rulebook, policies_for(desk, regions), topics, on)


def names_benefit(desk: Desk, reading: Reading, matter: Matter) -> bool:
    """Whether the message names or implies what the matter's places have rules on."""
    splits = any(desk.rulebook.book[fact].splits for fact in reading.facts)
    topics = (*matter.topics, *(topic for topics, _ in matter.groups for topic in topics))
    rules = rules_in(desk, matter.regions, topics, matter.on)
    return bool((reading.topics or reading.groups or splits) and rules)
