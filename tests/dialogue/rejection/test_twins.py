"""What tells as much of a question as the first match is another that may be meant."""

from dataclasses import replace

from bot.dialogue.cues import own_words
from bot.dialogue.rejection.twins import Twins
from bot.dialogue.stories import Stories
from bot.knowledge.entries import Kind, KnowledgeBase
from bot.search import Index
from bot.search.finding import rank
from bot.search.passages.quoting import Quotes
from tests.dialogue.base import AT, ENTRIES

OLD = replace(
    ENTRIES[5],
    id="old-pact",
    title="MOU มหาดไทยกับกระทรวงวิทยาศาสตร์ ทำเรือไผ่",
    body="กระทรวงมหาดไทย (มท.) กับกระทรวงวิทยาศาสตร์ (วท.) ทำ MOU กันเรื่องเรือไผ่เมื่อ 20 เมษายน 2552",
    kind=Kind.NEWS,
    questions=("มท กับ วท ทำ MOU เรือไผ่กันเมื่อไหร่",),
)
NEW = replace(
    OLD,
    id="new-pact",
    title="MOU กระทรวง อว. กับมหาดไทย",
    body="กระทรวงมหาดไทย (มท.) กับกระทรวง อว. ทำ MOU กันเรื่องเรือไผ่อีกเมื่อ 21 พฤศจิกายน 2565",
    questions=(),
)


def test_an_agreement_of_another_party_is_no_answer() -> None:
    """The older one has more of the words, the newer one the office that is named."""
    entries = {one.id: one for one in (OLD, NEW)}
    index = Index.build(KnowledgeBase(entries))
    for office, twin in (("อว", True), ("วท", False)):
        found = rank(index, f"มท กับ {office} ทำ mou เรือไผ่กันเมื่อไหร่", today=AT.date())
        first = next(one for one in found.matches if one.entry_id == "old-pact")
        behind = (
            replace(one, score=first.score * 0.7) for one in found.matches if one is not first
        )
        ranking = replace(found, matches=(first, *behind))
        own, quotes = own_words(found.query.terms), Quotes(found.query, AT.date())
        assert Twins(entries, Stories(entries)).has_twin(OLD, own, ranking, quotes) is twin
