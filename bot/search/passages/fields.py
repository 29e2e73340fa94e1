"""Facts that staff wrote into an entry's front matter, picked by what a question asks."""

import re
from collections.abc import Iterator
from datetime import date

from bot.knowledge.entries import Contact, Entry, Event, Person
from bot.knowledge.persons import given_name
from bot.search.folding import fold
from bot.search.marks import ANY_YEAR
from bot.search.passages.acts import Act, act_of, is_told_at
from bot.search.passages.agreeing import CLOCK, LABELS, agreement
from bot.search.passages.amounts import FEES, asked_unit, asks_sum, counts_in, sum_asked
from bot.search.passages.announced import is_only_announced
from bot.search.passages.days import ASKS_PERIOD, MONTH, days_told
from bot.search.passages.fitting import (
    MUTE,
    counts_otherwise,
    has_form,
    is_of_another_kind,
    is_of_the_act,
    lasts,
    tells_act,
)
from bot.search.passages.roles import is_of_office
from bot.search.passages.sites import site_asked
from bot.search.passages.spans import (
    HELD,
    asks_whereabouts,
    asks_winner,
    asks_workplace,
    body_asked,
    is_kind_asked,
    origins,
    place_asked,
)
from bot.search.passages.states import state_told
from bot.search.passages.whom import BARE, who_stated
from bot.search.ranking import Query, Stated
from bot.thai.dates import thai_date, thai_range
from bot.thai.names import Names
from bot.thai.normalise import normalise, squeeze, strip_frames
from bot.thai.questions import (
    FAX,
    MAIL,
    Aspect,
    wants_several,
)

PRESS_CONTACT = "press_contact"  # the fact under which import keeps a release's footer
_ASKS_WHO_IT_IS = re.compile("(?:เป็น|คือ) ?ใคร(?:ครับ|คับ|ค่ะ|คะ|อะ|หรอ|เหรอ|ล่ะ| )*$|ตำแหน่ง")
_ENOUGH = 0.4  # agreement of label, kind and unit with the question
_PLAINLY = 0.6  # … to win over the days and the place of the entry's event
_MEASURED = re.compile("ฝุ่น|pm ?[0-9]|ระดับน้ำ|อุณหภูมิ|ความชื้น|ปริมาณ|ฝน|รังสี|แผ่นดินไหว|ค่า(?!ใช้|เข้า)")
_NOW = re.compile("วันนี้|ตอนนี้|ขณะนี้|เดี๋ยวนี้")
_DONE = re.compile(  # what is seldom done where an event was
    "สร้าง(?!สรรค)|ฉีด|ตรวจ(?!เยี่ยม|ราชการ|ติดตาม)|จอด|ทิ้ง|ปลูก(?!ฝัง)|ผลิต(?!ภัณฑ์|ผล)|เลี้ยง|ทดสอบ|ติดตั้ง"
    "|ทำงาน|ปล่อย|เกิด(?!ขึ้น)|รักษา(?!การ)|ซื้อ|ขาย|โหลด|สมัคร(?!เล่น)|ลงทะเบียน|จอง"
)
_ASKS_HOLDER = re.compile(f"{HELD}|เจ้าภาพ|ของ ?(?:ใคร|หน่วยงาน|องค์กร)(?!ที่)")
_VISITS = re.compile("เยี่ยม|ลงพื้นที่|ตรวจราชการ|แถลง|ต้อนรับ|หารือ|ลงนาม|เข้าพบ|มอบ")
_COMES = re.compile("เยี่ยม|ลงพื้นที่|ตรวจราชการ")
_HOLDS = re.compile("จัด|ร่วม|จับมือ|ผนึก|เปิด|ชวน")
_STANDS = re.compile("อยู่ ?(?:ที่|ตรง|แถว|ใน)? ?(?:จังหวัด|อำเภอ|เมือง|ภาค|ประเทศ)? ?ไหน")
_OF_EVENT, _OPENS = (
    re.compile("(?<!โรง)(?<!นัก)(?<!วย)งาน|แถลง"),
    re.compile("เปิด(?!ตัว|เผย|รับ|งาน|เวที|ลง)"),
)
_TO_BE_HAD = re.compile(  # "เรียนได้ที่ไหน", no venue where it was announced
    "(?:(?<!โรง)(?<!นัก)เรียน|ศึกษา|ใช้|กู้|ขอ|หา|เช่า|ฝึก)[ก-๙ ]{0,12}?"
    "(?:ได้ ?(?:จาก)?(?:ที่|ตรง) ?ไหน|(?:ที่|ตรง) ?ไหนได้)"
)
_ROOM = "ห้อง"
_TO_BE_SEEN = re.compile("(?<!งาน)ดู(?!แล|งาน)[ก-๙ ]{0,16}?ได้ ?(?:จาก)?(?:ที่|ตรง) ?ไหน")
_WATCHES, _PRESS = re.compile("(?:ดู|ชม|ส่อง)[ก-๙ ]{0,8}?ที่ ?ไหน"), 200
_FEE = re.compile("ค่า(?!ใช้จ่าย|เข้า)([ก-ฮเแโ][ก-๙]{2})")  # of one kind, "ค่าสมัคร"
_GETS = re.compile("(?:ได้|รับ)(?:เงิน|ตัง)|รางวัล")
_ASKS_FREE = re.compile("ฟรี|เสีย(?:เงิน|ตัง|ค่า)")
_SAME_YEAR = 0.2  # for a label of the year asked for
_AS_WELL = 0.8  # of the best label's agreement
_TOLD = 0.6  # least confidence in what a label tells
_WINNER = re.compile("^(?:ผู้|ทีม)?(?:ที่)?(?:ได้)?(?:รางวัล)?(?:ชนะ|แชมป์)")
_SECOND = re.compile("รอง|(?:ที่|อันดับ) ?[2-9]")
_WHOLE_WORD = 4  # letters; less may be part of another, or of what asks
_IS_HELD = re.compile("(?<!การ)จัด|งานวัน|ถึงวัน")
_DAYS_LONG = re.compile(  # no "เก็บได้กี่วัน"
    "(?<!อีก)(?<!ก่อน)(?<!ได้)(?<!ได้นาน)กี่ ?วัน(?!ก่อน|ทำการ|ถึงจะ)"
)
_FAX = re.compile(FAX)
_MAIL = re.compile(f"{MAIL}|mail")
_WEB = re.compile("เว็บ|เวป|เว็ป|ลิงก์|web")
_PLACE = re.compile("สถานที่|ที่ตั้ง|ที่จัด")
_THERE_ARE = re.compile("^(?:แล้ว|และ)?(?:ยัง)?มี|บ้าง|อีก")
_GOES_THERE = re.compile("สมัคร|ยื่น|ลงทะเบียน|ส่ง|ติดต่อ|ถาม|อ่าน|ดูได้")  # to do what is told elsewhere
_ADDRESS = re.compile("ที่อยู่|จดหมาย|อยู่(?:ที่|ตรง)?ไหน|ตั้งอยู่")
_HOURS = re.compile("(?:เปิด|ปิด)(?!รับ|ตัว|โครงการ)|กี่โมง|เวลาทำการ")


def person_asked(entry: Entry, query: Query) -> Person | None:
    """Of the people of an entry the one of whom it is asked where they work, who or when they were.

    Their role tells it; when, if it names a year.
    """
    letters = squeeze(query.clean)
    named = [one for one in entry.people if squeeze(normalise(given_name(one.name))) in letters]
    if len(named) != 1 or not named[0].role or not is_of_office(named[0].role, query.clean):
        return None
    of_when = query.aspect is Aspect.WHEN and ANY_YEAR.search(named[0].role)
    of_whom = query.aspect is Aspect.WHO and _ASKS_WHO_IT_IS.search(query.clean)
    return named[0] if of_when or of_whom or asks_workplace(query.clean) else None


def stated_fact(entry: Entry, query: Query) -> Stated | None:
    """The fact the front matter states for a question; None when it is silent."""
    if person := person_asked(entry, query):
        return Stated(f"{person.name} {person.role}", 0.9)
    said = _winner(entry, query.clean) or state_told(entry, query) or site_asked(entry, query)
    said = said or _of_sort(entry, query.clean) or _of_level(entry, query)
    if said := said or _hours_on(entry, query):
        return Stated(said, 0.9)
    question = _sounds_of(query)
    of_event = _of_event(entry, query.aspect, query.clean) if entry.event else ""
    labelled = _labelled(entry, query, question)
    if labelled and (labelled[1] >= _PLAINLY or not of_event):
        return Stated(labelled[0], max(labelled[1], _TOLD))
    if of_event:
        days = query.aspect in (Aspect.WHEN, Aspect.HOWMANY)
        other = days and not _IS_HELD.search(query.clean)
        named = len(question) > BARE or act_of(query.clean) is not None
        by_kind = (other and named) or of_event.endswith(_NO_HOUR)
        return Stated(of_event, 0.9, by_kind=by_kind)
    if only := _only_one(entry, query, question) or _only_place(entry, query, question):
        return Stated(only, _PLAINLY)
    return _of_whom(entry, query, question)


def _of_sort(entry: Entry, clean: str) -> str:
    """The only fact that is called by the sort of organisation asked for: "ของมหาลัยไหน"."""
    sort = body_asked(clean)
    told = [value for label, value in entry.facts.items() if sort and sort in label]
    return told[0] if len(told) == 1 and not ANY_YEAR.search(clean) else ""


def _hours_on(entry: Entry, query: Query) -> str:
    """The hours of an event that tell of the day of the week asked for: "วันจันทร์เปิดไหม"."""
    hours = entry.event.time if entry.event and query.aspect is Aspect.TOPIC else ""
    day = _WEEKDAY.search(query.clean) if hours and _HOURS.search(query.clean) else None
    return hours if day and day[0] in hours else ""


def _of_level(entry: Entry, query: Query) -> str:
    """What staff wrote under the very question, "ให้เด็กชั้นไหน", where no venue is of that kind."""
    kind = place_asked(query.clean) if query.aspect is Aspect.WHERE else ""
    if not kind or len(_sounds_of(query)) > BARE:
        return ""
    if entry.event and is_kind_asked(entry.event.venue, query.clean):
        return ""
    asked = re.compile(f"{kind} ?(?:ไหน|อะไร|ใด)")
    told = [value for label, value in entry.facts.items() if asked.search(label)]
    return told[0] if len(told) == 1 else ""


def _winner(entry: Entry, clean: str) -> str:
    """Whom staff named as the winner, to who asks that and not for the second."""
    if not asks_winner(clean) or _SECOND.search(clean):
        return ""
    return next((value for label, value in entry.facts.items() if _WINNER.search(label)), "")


def wants_reading(query: Query) -> bool:
    """Whether a question is for what a meter shows now, "ฝุ่นวันนี้เท่าไหร่", which no file can tell."""
    clean = query.clean
    now = query.aspect is Aspect.HOWMANY and _NOW.search(clean) and _MEASURED.search(clean)
    return bool(now) and not asked_unit(clean)


def _sounds_of(query: Query) -> str:
    """The sounds of a question without courtesies, and apart from them the years it means."""
    meant = (
        year for year in query.variants if ANY_YEAR.fullmatch(year) and year not in query.clean
    )
    return "|".join((fold(squeeze(strip_frames(query.clean))), *meant))


def _of_whom(entry: Entry, query: Query, question: str) -> Stated | None:
    """Who did it, or how somebody is reached."""
    if query.aspect is Aspect.WHO and (somebody := who_stated(entry, query, question)):
        return somebody
    if entry.contact and (way := _of_contact(entry.contact, query.aspect, query.clean)):
        return Stated(way, 0.9)
    if query.aspect is Aspect.CONTACT and (press := entry.facts.get(PRESS_CONTACT, "")):
        return Stated(press, 0.7)
    return None


_WEEKDAY = re.compile("จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์")
_OF_A_DAY = re.compile(f"{MONTH}|วัน|{_WEEKDAY.pattern}")  # one's own hours
_FROM_TO = re.compile("[0-9] ?(?:น\\.)? ?(?:-|–|ถึง) ?[0-9]")
_NO_HOUR = "(ไม่ทราบเวลา)"
_ASKS_HOUR = re.compile("กี่ ?(?:โมง|ทุ่ม|นาฬิกา)")


def _labelled(entry: Entry, query: Query, question: str) -> tuple[str, float] | None:
    """The value that has the form asked for and whose label agrees best with the question.

    A label of another year than asked does not agree, one of that year goes before the others.
    None as well when all there is was asked for and several labels agree.
    """
    if wants_reading(query):
        return None
    years = set(ANY_YEAR.findall(question))
    told = [
        (agreement(label, value, query.aspect, question), -number, value)
        for number, (label, value) in enumerate(entry.facts.items())
        if has_form(value, query.aspect, question)
        and not (entry.event and lasts(value, query))
        and not counts_otherwise(label, value, query)
        and tells_act(label, value, query)
        and not is_of_another_kind(label, value, query)
        and not (years and ANY_YEAR.search(label) and years.isdisjoint(ANY_YEAR.findall(label)))
    ]
    of_year = {
        -number for number, label in enumerate(entry.facts) if years & {*ANY_YEAR.findall(label)}
    }
    meant = [(_SAME_YEAR + score, at, said) for score, at, said in told if at in of_year]
    scored = meant if max(meant, default=(0.0,))[0] >= _ENOUGH else told
    score, _, value = max(scored, default=(0.0, 0, ""))
    if score < _ENOUGH:
        return None
    if _is_of_another_fact(value, entry, query):
        return None
    agreeing = [said for other, _, said in scored if other >= score * _AS_WELL]
    several = any(not (said.startswith(value) or value.startswith(said)) for said in agreeing)
    return None if several and wants_several(query.clean) else (value, min(score, 1.0))


def _is_of_another_fact(value: str, entry: Entry, query: Query) -> bool:
    """Whether another number in the unit asked for has a word of the question that this has not.

    "ผ่อนกี่ปี" is not asked of "ปลอดดอกเบี้ยกี่ปี", if there is "ผ่อนสูงสุด 7 ปี".
    """
    unit = asked_unit(query.clean) if query.aspect is Aspect.HOWMANY else ""
    facts = ((squeeze(normalise(f"{label}{said}")), said) for label, said in entry.facts.items())
    counted = {said: told for told, said in facts if unit and counts_in(told, unit)}
    own = counted.pop(value, "")
    words = (squeeze(word) for word in query.terms)
    return bool(own) and any(
        word not in own and any(word in told for told in counted.values())
        for word in words
        if len(word) >= _WHOLE_WORD
    )


def _only_one(entry: Entry, query: Query, question: str) -> str:
    """The value of the only fact of the kind that a question without a subject asks for.

    Whether something is free is asked in few words as well, whatever it is. What one is paid, or
    may win, is no price. A fact that is called by the act is meant however much is said.
    """
    of_sum = sum_asked(query.clean)
    money = re.compile(of_sum) if of_sum else FEES
    sign = {Aspect.WHEN: LABELS[Aspect.WHEN], Aspect.COST: money}.get(query.aspect)
    if sign is None or _GETS.search(query.clean):
        return ""
    free = query.aspect is Aspect.COST and _ASKS_FREE.search(query.clean)
    bare = free or len(question) <= BARE
    fee = _FEE.search(query.clean)
    fitting = [
        value
        for label, value in entry.facts.items()
        if ((bare and sign.search(label)) or is_of_the_act(label, query))
        and not (entry.event and _is_of_visit(label, entry.title))
        and tells_act(label, value, query)
        and not is_of_another_kind(label, value, query)
        and not (fee and fee[1] not in label)
        and has_form(value, query.aspect, question)
        and not (MUTE.search(value) or lasts(value, query))
    ]
    return fitting[0] if len(fitting) == 1 else ""


def is_day_of_visit(day: str, entry: Entry, query: Query) -> bool:
    """Whether staff wrote of a day that on it somebody came to see the event: "วันตรวจเยี่ยม"."""
    if query.aspect is not Aspect.WHEN or _COMES.search(query.clean):
        return False
    visits = (value for label, value in entry.facts.items() if _is_of_visit(label, entry.title))
    return entry.event is not None and any(value == day for value in visits)


def _is_of_visit(label: str, title: str) -> bool:
    """Whether a label is of a day on which somebody came to see an event."""
    return bool(_COMES.search(label)) and not _COMES.search(normalise(title))


def _only_place(entry: Entry, query: Query, question: str) -> str:
    """The only place that staff wrote down, for a question that names nothing: "จากประเทศไหน".

    Or all of a kind that a label begins with, for who asks what others there are of that kind.
    """
    kind = place_asked(query.clean) if _THERE_ARE.search(query.clean) else ""
    most = BARE + len(kind)
    if query.aspect is not Aspect.WHERE or len(question) > most or _GOES_THERE.search(query.clean):
        return ""
    of_kind = [label for label in entry.facts if kind and label.startswith(kind)]
    called = of_kind or [label for label in entry.facts if _PLACE.match(label)]
    places = [(label, entry.facts[label]) for label in called]
    label, value = places[0] if len(places) == 1 else ("", "")
    if MUTE.search(value) or not is_kind_asked(value, query.clean):
        return ""
    return value if not done_elsewhere(entry, query.clean, label) else ""


def _of_event(entry: Entry, aspect: Aspect, clean: str) -> str:
    event = entry.event
    if event is None or is_only_announced(entry, clean):
        return ""
    act = act_of(clean)
    if aspect is Aspect.WHEN and _is_its_day(entry, act, clean):
        return _time_of(event, entry.body, asks_hour=bool(_ASKS_HOUR.search(clean)))
    if aspect is Aspect.HOWMANY and event.start and _DAYS_LONG.search(clean):
        last = event.end
        length = f"{(last - event.start).days + 1} วัน" if last else "ไม่ทราบวันจบ"
        return f"{length} ({_days(event.start, last)})"
    several = wants_several(clean) and not _IS_HELD.search(clean)
    elsewhere = several or act or done_elsewhere(entry, clean) or origins(entry.body, clean)
    if aspect is Aspect.WHERE and not elsewhere:
        return " ".join(filter(None, (event.venue, _province(event.province, event.venue))))
    if aspect is Aspect.COST:
        return "" if asks_sum(clean) else event.cost
    holder = aspect is Aspect.WHO and _ASKS_HOLDER.search(clean) and not asks_winner(clean)
    return event.organizer if holder else ""


def _is_its_day(entry: Entry, act: Act | None, clean: str) -> bool:
    """Whether an entry's event is what is asked the day of.

    One day on which something was told, signed or seen is no "ช่วงไหน".
    """
    event = entry.event
    one_day = event and event.start and event.end in (None, event.start)
    if one_day and ASKS_PERIOD.search(clean):
        return not _VISITS.search(normalise(entry.title))
    return act is None or may_be_held(entry, act, clean)


def may_be_held(entry: Entry, act: Act, clean: str) -> bool:
    """Whether an entry's event may be the act itself: a fair opens, what is visited did before."""
    if entry.event is None:
        return False
    title = normalise(entry.title)
    if (act.not_of and act.not_of.search(title)) or _is_titled_of_other_day(entry, act, clean):
        return False
    if act.exact and is_told_at(title, (0, len(title)), act, clean):
        return True
    hours = _ASKS_HOUR.search(clean) and _FROM_TO.search(entry.event.time)
    return act.held and bool(hours or not _VISITS.search(title))


def _is_titled_of_other_day(entry: Entry, act: Act, clean: str) -> bool:
    """Whether a title tells the day of an act and it is none of the event: "พร้อมเปิด 1 มิ.ย.".

    It was told of on the day of the event.
    """
    first = entry.event.start if entry.event and act.exact else None
    if first is None:
        return False
    last, title = (entry.event and entry.event.end) or first, normalise(entry.title)
    told = days_told(title, act, clean, entry.published or first)
    return any(not first <= day.last or not day.first <= last for day in told)


def done_elsewhere(entry: Entry, clean: str, label: str = "") -> bool:
    """Whether normalised text asks where something is done that no title, or label, tells."""
    seen_there = entry.event is None and _TO_BE_SEEN.search(clean)
    elsewhere = asks_whereabouts(clean) or _TO_BE_HAD.search(clean) or seen_there
    if elsewhere or is_only_announced(entry, clean):
        return True
    if _IS_HELD.search(clean) or "พิธี" in clean:
        return False
    stands = _STANDS.search(clean)
    if stands and _is_holder(clean[: stands.start()], entry.title):
        return True  # whoever holds something is seldom where it is held
    if stands and _is_no_room(clean[: stands.start()], entry):
        return True
    seen = _WATCHES.search(clean) or (stands and not _OF_EVENT.search(clean))
    if seen and _is_press_venue(entry) and not _OPENS.search(entry.title):
        return True
    words = Names.load().cut(clean)
    done = filter(None, map(_DONE.match, words))
    return any(one[0] not in entry.title + label for one in done)


def _is_no_room(name: str, entry: Entry) -> bool:
    """Whether what is asked for by name stands in no room in which others met."""
    venue = entry.event.venue if entry.event else ""
    named = squeeze(strip_frames(name))
    return bool(venue.startswith(_ROOM) and named) and not (_OF_EVENT.search(name) or _ROOM in name)


def _is_holder(name: str, title: str) -> bool:
    """Whether a normalised name is an office's, or is in a title that of who holds the event."""
    if Names.load().agencies_in(name):
        return True
    head = _HOLDS.split(normalise(title), maxsplit=1)
    letters = squeeze(head[0]) if len(head) > 1 else ""
    words = list(filter(None, map(squeeze, Names.load().cut(name))))
    return bool(words) and all(word in letters for word in words)


def _is_press_venue(entry: Entry) -> bool:
    """Whether the venue of an event is where the press was told of it."""
    venue = entry.event.venue if entry.event else ""
    at = entry.body.find(venue) if venue else -1
    return at >= 0 and "แถลง" in entry.body[max(0, at - _PRESS) : at + len(venue) + _PRESS]


def _time_of(event: Event, body: str, *, asks_hour: bool) -> str:
    """The days of an event and its hours; "" when these are asked for and may stand in the body."""
    if not event.start:
        return event.time if asks_hour else ""
    if asks_hour and not event.time and CLOCK.search(body):
        return ""
    hours = event.time or (_NO_HOUR if asks_hour else "")
    days = _days(event.start, event.end)
    return f"{days} ({hours})" if _OF_A_DAY.search(hours) else f"{days} {hours}".strip()


def _days(first: date, last: date | None) -> str:
    return thai_range(first, last) if last else f"เริ่ม {thai_date(first)}"


def _province(province: str, venue: str) -> str:
    return f"จังหวัด{province}" if province and province not in venue else ""


def _of_contact(contact: Contact, aspect: Aspect, clean: str) -> str:
    if aspect is Aspect.WHEN and _HOURS.search(clean):
        return contact.hours
    if aspect is Aspect.WHERE or _ADDRESS.search(clean):
        return contact.address
    if aspect is not Aspect.CONTACT:
        return ""
    asked = [value for sign, value in _channels(contact) if sign.search(clean)]
    return " ".join(filter(None, asked)) or ", ".join(contact.phones) or contact.email


def _channels(contact: Contact) -> Iterator[tuple[re.Pattern[str], str]]:
    yield _FAX, contact.fax
    yield _MAIL, contact.email
    yield _WEB, contact.website
