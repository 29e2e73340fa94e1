"""The last question, or the last list, with another year, place, office, round or word in it."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from bot.dialogue.conversation import Conversation
from bot.dialogue.lists.scopes import scope_of, without_names
from bot.dialogue.message.cues import (
    CUES,
    content_words,
    is_follow_up,
    join_words,
    rejects_answer,
    without_lead_in,
)
from bot.dialogue.message.phrases import consists_of
from bot.knowledge.entries import Entry
from bot.search.passages.rounds import rounds_said
from bot.search.query import ANY_YEAR
from bot.thai.dates import ERA, Precision, find_dates, without_dates
from bot.thai.fillers import strip_fillers
from bot.thai.names import Names
from bot.thai.normalise import normalise, squeeze
from bot.thai.questions import ENDS, NOW, WHAT_OF, Aspect, aspect_of, is_short_yes_no_question
from bot.thai.written_dates import MONTHS, names_month

_MOST_WORDS = 4  # of the last question that are exchanged in turn
_MOVES_ON = re.compile(
    f"^(?:(?:แล้ว|งั้น|เออ|อ๋อ|ส่วน) *)*(?P<to>ปี ?[ก-๙0-9]{{2,20}}?) ?{WHAT_OF}{ENDS}?"
    " +(?P<asked>.{4,})$"
)
_SAYS_YEAR = re.compile("ปี|ที่ ?(?:แล้ว|ผ่าน)|[0-9]")  # of a month
_TODAY = re.compile(NOW)
_SHORT_YEAR = re.compile("[56][0-9]")  # "มหกรรมวิทย์ 61"
_BARE_YEAR = re.compile(f"^(?P<before> *(?:ไม่ใช่ ?)?)(?={_SHORT_YEAR.pattern}(?: ?[ก-๙]|$))")
_GOES_ON = "แล้ว"
_ANY_LIST = "ข่าว"
_OF_OTHER = re.compile(
    f"(?:(?:แล้ว|งั้น|เออ|อ๋อ|ส่วน|ของ|ถ้า|ที่) *)*{CUES.other_one} *(?:(?:{WHAT_OF}|นะ) *)*(?P<asked>.*)"
)
_TIME_BEFORE = re.compile(  # "ครั้งก่อนล่ะ", "แล้วครั้งที่แล้วจัดที่ไหน"
    "(?:(?:แล้ว|งั้น|เออ|อ๋อ|ส่วน|ของ) *)*(?:ครั้ง|รอบ|คราว|หน)(?:ที่แล้ว|(?:ที่)?ก่อน(?:หน้า)?(?:นี้|นั้น)?)"
    f" *(?:{WHAT_OF} *)*(?P<asked>.*)"
)
_EVER_BEFORE = re.compile(  # "ก่อนหน้านี้เคยเซ็นมั้ย", "เคยจัดมาก่อนไหม"
    "(?:ก่อน(?:หน้า)?(?:นี้|นั้น)|เมื่อก่อน|แต่ก่อน|ปีก่อนๆ?) ?(?:[ก-๙]{0,8}? ?)เคย|เคย[ก-๙ ]{1,20}?(?:มา)?ก่อน"
)
_ASKED_BEFORE = re.compile("ปี(?:ที่)?ก่อนหน้า(?:นี้|นั้น)?(?=.*(?:ไหน|ไหม|มั้ย|เท่า|กี่|ใคร|เมื่อ|อะไร))")
_HOW_MANY = re.compile("(?<!เ)กี่ ?([ก-๙]{2,16})")


def year_of(talk: Conversation, entries: Mapping[str, Entry], today: date) -> int | None:
    """The year that was asked of since, or that the last question names, else the topic's."""
    topic, last = entries.get(talk.topic), normalise(talk.question)
    spans = find_dates(normalise(talk.follow_up), today) or find_dates(last, today)
    days = topic and topic.days
    day = spans[0].first if spans else days[0] if days else None
    return day.year + ERA if day else None


def named_year(clean: str, year: int | None) -> str:
    """ "ปี 2565" for "ปีก่อนหน้า" behind 2566, of the Buddhist era; "" for more or less words."""
    letters = squeeze(clean)
    for step, said in ((1, CUES.year_after), (-1, CUES.year_before)):
        if year and consists_of(letters, said, CUES.around):
            return f"ปี {year + step}"
    return ""


def names_only_today(clean: str) -> bool:
    """Whether a normalised message names nothing but today: "แล้วปัจจุบันล่ะ"."""
    return consists_of(squeeze(clean), _TODAY, CUES.around)


def moved_on(clean: str) -> tuple[str, str]:
    """What a message moves on to and what it asks of that: "แล้วปีก่อนล่ะ ใครเปิด"; "" for no such."""
    found = _MOVES_ON.match(clean)
    return (found["to"].strip(), found["asked"].strip()) if found else ("", "")


def list_of_counted(clean: str, counted: str) -> str:
    """What a bare "อะไรบ้าง" asks behind "มีกี่แผน": "มีแผนอะไรบ้าง"; "" for any other message."""
    if not consists_of(squeeze(clean), CUES.which_ones, CUES.around_which):
        return ""
    asked = normalise(counted)
    found = _HOW_MANY.search(asked)
    unit = Names.load().cut(found[1])[0] if found else ""
    return f"{asked[: found.start()]}{unit}อะไรบ้าง" if found and unit not in CUES.no_list else ""


def wants_next_of(clean: str) -> int:
    """-1 where a normalised message asks who it was before, "แล้วคนก่อนล่ะ", 1 for after; else 0."""
    for step, said in ((-1, CUES.before_them), (1, CUES.after_them)):
        if consists_of(squeeze(clean), said, CUES.around | CUES.asks_name):
            return step
    return 0


def asked_of_time_before(clean: str) -> str | None:
    """What a normalised message asks of the time before: "จัดที่ไหน"; "" for the same as before.

    None where it speaks of no such time, or tells of it.
    """
    found = _TIME_BEFORE.fullmatch(strip_fillers(clean))
    asked = found["asked"].strip() if found else None
    asks = not asked or aspect_of(asked) is not Aspect.TOPIC or is_short_yes_no_question(asked)
    return asked if asks else None


def asks_ever_before(clean: str) -> bool:
    """Whether a short normalised message asks if it was done before as well: "เคยจัดมาก่อนไหม"."""
    return is_short_yes_no_question(clean) and bool(_EVER_BEFORE.search(clean))


def with_same_year(text: str, year: int | None) -> str:
    """A message with the year that it calls the same, or the one before: "ปลัดปีเดียวกัน" behind 2562.

    Alone "ปีก่อนหน้า" asks the last question of it. What begins with "65" means that year.
    """
    if not year:
        return text
    text = _BARE_YEAR.sub(r"\g<before>ปี ", text)
    return CUES.same_year.sub(f"ปี {year} ", _ASKED_BEFORE.sub(f"ปี {year - 1} ", text))


def with_year_of_month(text: str, held: date, today: date) -> str:
    """A message with the year alone of a month in which it was `held`: "แล้วมกราที่ผ่านมาล่ะ".

    Of one that goes on from the last and names nothing beside; the month of no year is no other.
    """
    clean = normalise(text)
    spans = find_dates(clean, today) if is_follow_up(clean) else []
    span = spans[0] if len(spans) == 1 else None
    if span is None or span.precision is not Precision.MONTH or span.first.month != held.month:
        return text
    rest = f"{clean[: span.start]} {clean[span.end :]}"
    if content_words(Names.load().cut(rest)) or not _SAYS_YEAR.search(clean[span.start : span.end]):
        return text
    return f"{clean[: span.start]}ปี {span.first.year + ERA} {clean[span.end :]}"


def wants_newest(clean: str) -> bool:
    """Whether a normalised message asks for the last of what was talked about: "ปีหลังสุดล่ะ"."""
    return consists_of(squeeze(clean), CUES.last_year, CUES.around)


def without_years(text: str, today: date) -> str:
    """A question without its years: "วันวิทย์ปีหน้าวันไหน"."""
    clean = normalise(text)
    spans = [one for one in find_dates(clean, today) if one.precision is Precision.YEAR]
    return ANY_YEAR.sub(" ", without_dates(clean, spans))


def narrowed(listed: str, more: str, today: date) -> str:
    """What asked for a list, with the days, place or office of `more` in place of its own.

    "" where `more` names none, or something else as well but that the list was not meant. A month
    is of the year that was listed, or next to the month if that is ahead, and a year has the month
    that was named: "ปีหน้า" behind "เดือนหน้า" is the whole of it.
    """
    clean = normalise(listed)
    spans = find_dates(clean, today)
    more = without_lead_in(more) if rejects_answer(more) else more
    more = named_year(more, spans[0].first.year + ERA if spans else None) or more
    said = scope_of(f"{_ANY_LIST} {more}", today)
    if said is None or said.about or said.is_open:
        return ""
    if said.first and spans:
        more = _with_listed_month_or_year(more, clean, today)
    kept = without_dates(clean, spans) if said.first else clean
    bare = _new_part(more)
    return f"{without_names(kept, said)} {bare}".strip()


def _with_listed_month_or_year(more: str, asked: str, today: date) -> str:
    """The days that `more` names, as far as it leaves out month or year those of the list asked."""
    said, listed = (find_dates(text, today)[0] for text in (more, asked))
    of_month = listed.precision is Precision.MONTH and names_month(asked)
    if said.precision is Precision.YEAR and of_month:
        month = f"{MONTHS[listed.first.month - 1]} {said.first.year + ERA}"
        return f"{more[: said.start]} {month} {more[said.end :]}"
    if said.precision is Precision.MONTH and names_month(more):
        ahead = listed.precision is not Precision.YEAR and listed.first > today
        of = listed.first if ahead else listed.first.replace(month=7, day=1)
        near = find_dates(more, of)[0]
        month = f"{MONTHS[near.first.month - 1]} {near.first.year + ERA}"
        return f"{more[: near.start]} {month} {more[near.end :]}"
    return more


def of_other_years(clean: str) -> bool:
    """Whether the others that a message asks for are of other years."""
    return "ปี" in squeeze(clean)


def wants_others(clean: str) -> bool:
    """Whether a normalised message asks for whatever else there was: "ข่าวอื่นล่ะ"."""
    return consists_of(squeeze(clean), CUES.others, CUES.around)


def asked_of_other(clean: str) -> str | None:
    """What a normalised message asks of the other one, "แข่งที่ไหน" in "อีกปีล่ะแข่งที่ไหน".

    "" where it asks nothing new, None where it speaks of no other.
    """
    found = _OF_OTHER.fullmatch(strip_fillers(clean))
    return found["asked"].strip() if found else None


def replace_slots(question: str, more: str, today: date) -> str:
    """A question with its years and places taken out, and those of `more` in full.

    They stand where the first year did, and behind a question without one.
    """
    clean = normalise(question)
    spans = find_dates(clean, today)
    at = min((one.start for one in spans), default=len(clean))
    before, behind = (
        _without_places(without_dates(part, find_dates(part, today)))
        for part in (clean[:at], clean[at:])
    )
    return " ".join(filter(None, (before, _with_full_years(_new_part(more), today), behind)))


def replace_round(question: str, clean: str) -> str:
    """A question of the round that a normalised message names, "รอบ 2", and no other; "" for none.

    It stands where the question's own did, or before a question without one.
    """
    said = [found[0] for found, _ in rounds_said(clean)]
    if not said:
        return ""
    asked = normalise(question)
    own = [found[0] for found, _ in rounds_said(asked)]
    return asked.replace(own[-1], said[-1]) if own else f"{said[-1]} {asked}"


def _without_places(text: str) -> str:
    """A text without its places and short years; the blanks stay, which keep an อพวช apart."""
    words = Names.load().cut(text)
    places = {form for form, _ in Names.load().places_among(words)}
    for form in places.difference(words):  # of several words: แม่กลอง
        text = text.replace(form, " ")
    words = Names.load().cut(text)
    kept, at = "", 0
    for word in words:
        start = max(text.find(word, at), at)
        away = word in places or _SHORT_YEAR.fullmatch(word)
        kept += text[at:start] + ("" if away else word)
        at = start + len(word)
    return " ".join(kept.split())


def _with_full_years(more: str, today: date) -> str:
    """A text with the years it counts from today by their number: "ปี 2568" for "ปีที่แล้ว"."""
    for span in reversed(find_dates(more, today)):
        if span.precision is Precision.YEAR:
            more = f"{more[: span.start]}ปี {span.first.year + ERA} {more[span.end :]}"
    return more.strip()


def substitutions(words: Sequence[str], own: Sequence[str], more: str) -> list[str]:
    """A question's words with `more` behind them, then in the place of each that names something.

    Each once; `own` are those words. What shares one of them takes the place of the whole
    name: "traffy fondue" behind "traffy waste".
    """
    bare = _new_part(more)
    if renamed := _renamed(words, own, bare):
        return [renamed]
    beside = f"{join_words(words)} {bare}"
    exchanged = (
        join_words([bare if one == word else one for one in words]) for word in own[:_MOST_WORDS]
    )
    return list(dict.fromkeys((beside, *exchanged)))


def _renamed(words: Sequence[str], own: Sequence[str], bare: str) -> str:
    """The words with a name in the place of the one that shares a word with it; "" for none."""
    letters = squeeze(bare)
    shared = [at for at, one in enumerate(words) if one in own and squeeze(one) in letters]
    if not shared or squeeze("".join(own)) == letters or len(own) < len(shared) + 1:
        return ""
    start = end = shared[0]
    while start and words[start - 1] in own:
        start -= 1
    while end + 1 < len(words) and words[end + 1] in own:
        end += 1
    return join_words([*words[:start], bare, *words[end + 1 :]]) if end > start else ""


def _new_part(more: str) -> str:
    """What a message says anew: "ปี 60" in "แล้วปี 60 ล่ะ"."""
    return strip_fillers(more).removeprefix(_GOES_ON).strip()
