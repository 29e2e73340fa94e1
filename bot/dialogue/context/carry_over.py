"""The last question carried over to what a message says now: "อันที่ไปลาว", "สุริยุปราคาล่ะ"."""

from collections.abc import Sequence
from dataclasses import replace

from bot.dialogue.abstention.missing_facts import lacks_answer_type
from bot.dialogue.context.bare_questions import LIKELY
from bot.dialogue.context.last_question import is_unrelated, place_label
from bot.dialogue.context.new_words import labels_round
from bot.dialogue.context.turns import Turn
from bot.dialogue.matching import entry_words, subjects
from bot.dialogue.matching.editions import of_other_edition
from bot.dialogue.message import cues
from bot.dialogue.replies import Reply
from bot.dialogue.rewriting import slots
from bot.dialogue.selection.office_holders import WHO_IS, lists_office_holders
from bot.knowledge.entries import Entry
from bot.search.passages.people.prizes import asks_winner
from bot.search.passages.people.roles import ROLE
from bot.search.passages.stated.fields import person_asked
from bot.search.query import ANY_YEAR
from bot.search.ranking import Match, Ranking, Verdict
from bot.thai.names import Names
from bot.thai.normalise import squeeze
from bot.thai.questions import Aspect

_NEARLY = 0.88  # of the best score


def reply_to(turn: Turn) -> Reply | None:
    """The reply to the last question combined with the message; None if nothing fits.

    A follow-up needs an entry that holds all its new words, nearly the first found; a
    description ("อันที่ไปลาว") any that holds most of them, an offered one before others.
    """
    clean, last = turn.query.clean, turn.talk.question
    more, describes = cues.without_lead_in(clean), cues.describes_one(clean)
    asked = turn.search(more)
    ranking = turn.search(f"{last} {more}") if describes else _substituted(more, turn)
    if ranking.probability < LIKELY and not describes:
        return None
    words = cues.content_words(asked.query.terms)
    meant = _meant(words, ranking, turn) if words else None
    if meant is None or (meant is turn.topic and _names_another(words, asked, turn)):
        return None
    bare = asked.query.aspect is Aspect.TOPIC  # "อันที่ไปลาว" still asks what was asked before
    again = None if describes else same_of_another_part(meant, words, asked, turn)
    if again:
        return again
    query = ranking.query if bare else asked.query
    strict = not (bare or describes)
    found = replace(ranking, query=query)
    reply = turn.answer(meant, found, strict=strict)
    return reply.with_question(last if strict else ranking.query.text)


def _meant(words: Sequence[str], ranking: Ranking, turn: Turn) -> Entry | None:
    """The entry found that has the new words; None if no one is clearly meant."""
    describes, matches = cues.describes_one(turn.query.clean), _matches_left(ranking, turn)
    found = [
        one
        for one in turn.entries_of(matches)
        if not of_other_edition(one, turn.query.clean)
        and not subjects.is_event_of_other_year(one, ranking.query)
    ]
    allowed = (len(words) - 1) // 2 if describes else 0
    holding = [one for one in found if len(entry_words.missing_words(one, words)) <= allowed]
    if not holding:
        return None
    holding = _titled_of_year(holding, words, ranking.query.years) or holding
    first = holding[0]
    near = {one.entry_id for one in matches if one.score >= _NEARLY * matches[0].score}
    if not (describes or (first.id in near and _may_go_on_to(first, words, turn))):
        return None
    topic = turn.topic if turn.topic in holding else None
    if topic and not describes and subjects.has_words_or_names(topic, words):
        return topic
    offered = [one for one in holding if one.id in turn.talk.offered]
    return first if first is found[0] else [*offered, *holding][0]


def _matches_left(ranking: Ranking, turn: Turn) -> list[Match]:
    """The matches without those that are turned down, what is dated ahead last."""
    rejected = _told_before(turn) if cues.rejects_answer(turn.query.clean) else set()
    left = [one for one in ranking.matches if one.entry_id not in rejected]
    return turn.parts.reranking.dated_ahead_last(left, turn.today)


def _titled_of_year(
    entries: Sequence[Entry], words: Sequence[str], years: Sequence[str]
) -> list[Entry]:
    """The entries that are titled of one of the years, and called by one of the words."""
    named = [one for one in words if not one.isdecimal()]
    of_year = (one for one in entries if not subjects.years_in(one.title).isdisjoint(years))
    return [one for one in of_year if subjects.is_named_by(one, named)]


def _told_before(turn: Turn) -> set[str]:
    """The ids of the topic and of what tells the same story."""
    topic = turn.talk.topic
    return {topic, *(turn.parts.stories.same_story(topic) if turn.topic else ())}


def same_of_another_part(
    topic: Entry, words: Sequence[str], more: Ranking, turn: Turn
) -> Reply | None:
    """The last follow-up asked of another part of the topic: "สุริยุปราคาล่ะ"; None if not told.

    Of the words of that which name something the last, if there are more, is what is done. A
    round takes the place of a round alone.
    """
    query, talk = more.query, turn.talk
    if query.asks_something or not (words and talk.follow_up):
        return None
    if topic.id != talk.topic or place_label(topic, words):
        return None
    of_round = slots.replace_round(talk.follow_up, query.clean)
    asked = turn.search(of_round or _follow_up_about(words, turn))
    fact = turn.fact_of(topic, asked.query)
    named = any(entry_words.has_fact_labelled(topic, word) for word in words) or (
        fact is not None and labels_round(topic, fact.text, query.clean)
    )
    told = fact or (asks_winner(asked.query) and not lacks_answer_type(topic, asked.query, None))
    if not told or (fact and fact.stated and not named):
        return None  # that of the whole is not of what is in it
    reply = turn.answer(topic, asked, strict=True)
    return reply.with_question(talk.question).with_follow_up(asked.query.text)


def _names_another(words: Sequence[str], asked: Ranking, turn: Turn) -> bool:
    """Whether the words by themselves are surely the name of another entry: "แล้ว PCSO ล่ะ".

    The topic may tell of it, but in other words; and news are called by what they mention.
    """
    letters = entry_words.entry_letters(turn.topic) if turn.topic else ""
    if asked.verdict is not Verdict.SURE or all(squeeze(word) in letters for word in words):
        return False
    first = turn.first_of(asked)
    if first is None or first.is_dated or first is turn.topic:
        return False
    return subjects.is_named_by_all(first, words)


def _follow_up_about(words: Sequence[str], turn: Turn) -> str:
    """The last follow-up, with the words in place of the subject that it named."""
    terms = turn.search(turn.talk.follow_up).query.terms
    last = cues.content_words(terms)
    replaced = last[:-1] if len(last) > 1 else last
    return cues.join_words([*words, *(word for word in terms if word not in replaced)])


def _may_go_on_to(entry: Entry, words: Sequence[str], turn: Turn) -> bool:
    """Whether an entry may be what a follow-up with words of its own goes on to."""
    if is_unrelated(entry, words, turn.query.clean, turn):
        return False
    return entry.id != turn.talk.topic or subjects.has_words_or_names(entry, words)


def _substituted(more: str, turn: Turn) -> Ranking:
    """The surest search of the last question with `more` added, or in place of one of its words.

    A role takes the place of a role: "แล้วปลัดล่ะ" is of the same ministry. Behind somebody
    who held an office it is of their time. An office takes that of the only one.
    """
    last, topic = turn.last_ranking.query, turn.topic
    words, of_role = cues.content_words(last.terms), ROLE.search(more)
    roles = [word for word in words if of_role and ROLE.search(word)]
    listed = topic if topic and of_role and not roles and lists_office_holders(topic) else None
    held = person_asked(listed, last) if listed else None
    if held and (years := ANY_YEAR.findall(held.role)):
        return turn.search(f"{more} ปี {years[-1]} {WHO_IS}")
    offices = [word for word in words if len(Names.load().agencies_in(word)) == 1]
    if len(offices) == 1 and _is_office(more):
        return turn.search(slots.substitutions(last.terms, offices, more)[-1])
    texts = slots.substitutions(last.terms, roles or words, more)
    return max(map(turn.search, texts), key=lambda one: one.probability)


def _is_office(more: str) -> bool:
    """Whether what is said is the name of an office and nothing else."""
    words = cues.content_words(Names.load().cut(more))
    return len(words) == 1 and len(Names.load().agencies_in(words[0])) == 1
