"""What answers from one knowledge base: made once, and shared by the steps of a turn."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from bot.dialogue.abstention.candidates import Candidates
from bot.dialogue.abstention.doubts import Doubts
from bot.dialogue.answering.answers import Answers
from bot.dialogue.answering.clarification import Clarification
from bot.dialogue.intents.canned_replies import CannedReplies
from bot.dialogue.intents.offices import Offices
from bot.dialogue.lists.listings import Lists
from bot.dialogue.matching.stories import Stories
from bot.dialogue.retrieval import Retrieval
from bot.dialogue.selection.office_cards import OfficeCards
from bot.dialogue.selection.office_holders import OfficeHolders
from bot.dialogue.selection.reranking import Reranking
from bot.knowledge.entries import Entry, KnowledgeBase
from bot.search.index import Index
from bot.texts import Texts


@dataclass(frozen=True, slots=True)
class Components:
    """The parts over one knowledge base, its index and the texts of one language."""

    entries: Mapping[str, Entry]
    index: Index
    texts: Texts
    retrieval: Retrieval
    stories: Stories
    canned: CannedReplies
    offices: Offices
    answers: Answers
    clarification: Clarification
    lists: Lists
    reranking: Reranking
    office_cards: OfficeCards
    office_holders: OfficeHolders
    doubts: Doubts
    candidates: Candidates

    @classmethod
    def over(cls, knowledge: KnowledgeBase, index: Index, texts: Texts) -> Self:
        """All of them, each made with those it needs."""
        entries, stories = knowledge.entries, Stories(knowledge.entries)
        canned = CannedReplies(knowledge, texts)
        offices = Offices(knowledge, texts, canned)
        candidates = Candidates(entries, stories)
        return cls(
            entries=entries,
            index=index,
            texts=texts,
            retrieval=Retrieval(entries, index, stories),
            stories=stories,
            canned=canned,
            offices=offices,
            answers=Answers(texts, canned, offices),
            clarification=Clarification(entries, texts, canned, stories, candidates),
            lists=Lists(knowledge, index, texts, stories),
            reranking=Reranking(entries, stories),
            office_cards=OfficeCards(entries),
            office_holders=OfficeHolders(entries),
            doubts=Doubts(entries, stories),
            candidates=candidates,
        )
