"""What the front matter states of an event (days, hours, place), and when that is not meant."""

import re
from collections.abc import Callable
from datetime import date
from itertools import chain

from bot.knowledge.entries import Entry, Event
from bot.search.passages.acts import SIGN, WEEKDAY, Act, act_of, does, is_told_at, leads_to
from bot.search.passages.channels import ASKS_HOURS, AT_WHERE
from bot.search.passages.days import ASKS_PERIOD, MONTH, asks_until, dates_in, days_told
from bot.search.passages.hours import ASKS_OPEN, hours_in, hours_of_days, weekdays_in
from bot.search.passages.locations import asks_of_coming, location_asked
from bot.search.passages.people.prizes import asks_winner
from bot.search.passages.people.question_types import asks_holder
from bot.search.passages.prices import asks_gain, sum_asked
from bot.search.passages.stated.scoring import CLOCK
from bot.search.passages.venues import (
    asks_area,
    asks_whereabouts,
    is_part_asked,
    origins,
    place_asked,
)
from bot.search.query import Query
from bot.thai.dates import ANY_DAY, Precision, find_dates, thai_date, thai_range, without_dates
from bot.thai.fillers import strip_fillers
from bot.thai.names import Names
from bot.thai.normalise import letters_in, normalise, squeeze
from bot.thai.questions import Aspect

_DONE = re.compile(  # seldom done where an event was
    "สร้าง(?!สรรค)|ฉีด|ตรวจ(?!เยี่ยม|ราชการ|ติดตาม)|จอด|ทิ้ง|ปลูก(?!ฝัง)|ผลิต(?!ภัณฑ์|ผล)|เลี้ยง|ทดสอบ|ติดตั้ง"
    "|ทำงาน|ปล่อย|เกิด(?!ขึ้น)|รักษา(?!การ)|ซื้อ|ขาย|โหลด|สมัคร(?!เล่น)|ลงทะเบียน|จอง"
)
_CAUGHT = re.compile("(?:จับ|ยึด)(?:กุม|ได้|ของกลาง| )*(?:ที่|ตรง|แถว) ?ไหน")
_ASKS_OWNER = re.compile("ของ ?(?:ใคร|หน่วยงาน|องค์กร)(?!ที่)")
_ASKS_WITH, _TOGETHER = re.compile("(?:กับ|กะ) ?ใคร"), re.compile("กับ|และ")
_VISITS = re.compile("(?<!ยอด)เยี่ยม(?!ยอด)|ลงพื้นที่|ตรวจราชการ|แถลง|ต้อนรับ|หารือ|ลงนาม|เข้าพบ|มอบ")
_COMES = re.compile("(?<!ยอด)เยี่ยม(?!ยอด)|ลงพื้นที่|ตรวจราชการ")
_HOLDS = re.compile("จัด|ร่วม|จับมือ|ผนึก|เปิด|ชวน")
_STANDS = re.compile("อยู่ ?(?:ที่|ตรง|แถว|ใน)? ?(?:จังหวัด|อำเภอ|เมือง|ภาค|ประเทศ)? ?ไหน")
_OF_EVENT = re.compile("(?<!โรง)(?<!นัก)(?<!วย)งาน|แถลง")
_OPENS = re.compile("เปิด(?!ตัว|เผย|รับ|งาน|เวที|ลง)")
_TO_BE_HAD = re.compile(  # "เรียนได้ที่ไหน", no venue where it was announced
    "(?:(?<!โรง)(?<!นัก)เรียน|ศึกษา|ใช้|กู้|ขอ|หา|เช่า|ฝึก)[ก-๙ ]{0,12}?"
    f"(?:ได้ ?{AT_WHERE}|(?:ที่|ตรง) ?ไหนได้)"
)
_OPENS_PLACE = re.compile(  # of a place, which stands where it was opened
    "เปิด(?:ให้บริการ|บริการ|ใช้|ตัว)? ?[“\"'‘]?"
    " ?(?:ศูนย์|โรง(?!พิมพ์)|อาคาร|หอ(?!ม)|ห้อง|สถานี|อุทยาน|พิพิธภัณฑ์|ตลาด|สวน|นิคม|คลินิก)"
)
_ROOM = "ห้อง"
_WHOLE_WORD = 4  # letters; a shorter one may be part of another
_SITES = re.compile("(?:[2-9]|[1-9][0-9]) ?แห่ง")
_INITIALS = re.compile("[ก-ฮ]{2,4}[.]?")  # of a province
_TRAVELS = 2  # provinces at least, of a travelling event
_TO_BE_SEEN = re.compile(f"(?<!งาน)ดู(?!แล|งาน)[ก-๙ ]{{0,16}}?ได้ ?{AT_WHERE}")
_WATCHES = re.compile("(?:ดู|ชม|ส่อง)[ก-๙ ]{0,8}?ที่ ?ไหน")
_PRESS_TOLD, _PRESS = "แถลง", 200  # and the letters around a venue
_PRESS_ROOM = "ห้องแถลง"
_LEAD = 1200  # letters of a text, with the news itself
IS_HELD = re.compile("(?<!การ)จัด|งานวัน|ถึงวัน|วันสุดท้าย")
_PROCEDURE = re.compile(
    "(?<!ล)(?<!ข้)(?<!ต่)ขอ(?!ง)[^\n]*กี่ ?วัน|(?:รอ|ใช้เวลา|ทราบผล|ได้ผล)[ก-๙ ]{0,12}?กี่ ?วัน"
)
_DAYS_LONG = re.compile(  # no "เก็บได้กี่วัน"
    "(?<!อีก)(?<!ก่อน)(?<!ได้)(?<!ได้นาน)กี่ ?วัน(?!ก่อน|ทำการ|ถึงจะ)"
)
_WEEKDAY = re.compile(WEEKDAY)
_RECURS = re.compile(f"ทุก ?(?:วัน)?(?:{WEEKDAY})[^\\s]{{0,80}}")
_OF_A_DAY = re.compile(f"{MONTH}|วัน|{WEEKDAY}")  # hours that name their day
_ASKS_LAST = re.compile("(?<!เ)ปิด(?:งาน|ฉาก)? ?(?:วัน ?(?:ที่ ?)?(?:ไหน|ใด|อะไร|เท่า)|เมื่อ)")
_FROM_TO = re.compile("[0-9] ?(?:น\\.)? ?(?:-|–|ถึง) ?[0-9]")
_BEFORE_IT = re.compile(  # the place before: "ก่อนมากรุงเทพไปที่ไหนมาบ้าง"
    "ก่อน ?(?:หน้า|(?:จะ|ที่จะ)?(?:มา|ไป|ถึง|กรุงเทพ|กทม))[^\n]*ไหน"
)
NO_HOUR = "(ไม่ทราบเวลา)"
_TOLD_OF = re.compile(  # the title of a meeting or interview about it
    "(?:เข้า ?พบ|แถลง|สัมภาษณ์|หารือ|ประชุม)[^\n]*?(?:ประชาสัมพันธ์|เตรียม|ความพร้อม|เชิญชวน)"
    " ?(?:ความพร้อม|การ|ใน|จัด| )*(?:งาน|มหกรรม|เทศกาล|ประชุม|แข่งขัน|สัมมนา)"
)
_SIGNS = re.compile(SIGN)
_SIGNED_BEFORE = re.compile(  # signed on an earlier day than that of the event
    "(?<!จะ)ได้ ?(?:ร่วม)?(?:กัน)?ลงนาม[^0-9๐-๙\n]{0,400}เมื่อ ?(?:วันที่)? ?([0-9๐-๙][^\n]{4,24}?) ?ที่ผ่านมา"
)
_OF_THE_FAIR = re.compile("(?<!หน่วย)(?<!โรง)งาน|มหกรรม|เทศกาล|(?<!การ)จัด|แข่ง")
_OF_THE_TELLING = re.compile("แถลง|พบ|สัมภาษณ์|หารือ|ประชา ?สัมพันธ์|ออก(?:รายการ|ทีวี)")


def event_fact(entry: Entry, query: Query) -> str:
    """What an entry's event answers to a question; "" where something else may be meant."""
    answer = _ANSWERS.get(query.aspect)
    if entry.event is None or answer is None or _is_only_announced(entry, query):
        return ""
    return answer(entry, entry.event, query)


def _when(entry: Entry, event: Event, query: Query) -> str:
    if before := _signed_before(entry, query):
        return before
    if not _is_its_day(entry, act_of(query), query):
        return ""
    return _again_on(event, entry.body, query) or _time_of(event, entry.body, query)


def _how_long(_entry: Entry, event: Event, query: Query) -> str:
    if not (event.start and _DAYS_LONG.search(query.clean)) or _PROCEDURE.search(query.clean):
        return ""
    length = f"{(event.end - event.start).days + 1} วัน" if event.end else "ไม่ทราบวันจบ"
    return f"{length} ({_days(event.start, event.end)})"


def _where(entry: Entry, event: Event, query: Query) -> str:
    several = query.wants_several and not (IS_HELD.search(query.clean) or _is_in_several(event))
    if several or act_of(query) or done_elsewhere(entry, query) or origins(entry.body, query):
        return ""
    told = _PRESS_TOLD in entry.title or is_press_event(entry)
    if _PRESS_TOLD in query.clean and not told:
        return ""
    place = " ".join(filter(None, (event.venue, _province(event.province, event.venue))))
    in_it = event.venue == event.province and place_asked(query) and not asks_area(query)
    return place if is_part_asked(place, query) and not in_it else ""


def _how_much(_entry: Entry, event: Event, query: Query) -> str:
    return "" if sum_asked(query) or asks_gain(query) else event.cost


def _who(_entry: Entry, event: Event, query: Query) -> str:
    with_whom = _ASKS_WITH.search(query.clean) and _TOGETHER.search(event.organizer)
    asked = asks_holder(query) or _ASKS_OWNER.search(query.clean) or with_whom
    return event.organizer if asked and not asks_winner(query) else ""


_ANSWERS: dict[Aspect, Callable[[Entry, Event, Query], str]] = {
    Aspect.WHEN: _when,
    Aspect.HOWMANY: _how_long,
    Aspect.WHERE: _where,
    Aspect.COST: _how_much,
    Aspect.WHO: _who,
}


def _signed_before(entry: Entry, query: Query) -> str:
    """The earlier day on which, by the text, something was signed; "" for none or if not asked."""
    asked = _SIGNS.search(query.clean) and not query.asks_hour and not _SIGNS.search(entry.title)
    found = _SIGNED_BEFORE.search(entry.body) if asked else None
    return found[1] if found else ""


def _is_in_several(event: Event) -> bool:
    """Whether an event takes place in several places, all of which may be wanted."""
    places = Names.load().provinces_in(normalise(event.province))
    return len(places) >= _TRAVELS or _SITES.search(event.venue) is not None


def _again_on(event: Event, text: str, query: Query) -> str:
    """The days of the week or month on which a one-day event recurs, if all days are wanted."""
    asked = event.end in (None, event.start) and query.wants_several
    found = _RECURS.search(text) if asked else None
    return found[0] if found else ""


def stop_asked(entry: Entry, query: Query) -> str:
    """The days and place of the stop of a travelling event that a question names: "อว.แฟร์โคราช".

    It is named by its province, or by a word that only its fact has.
    """
    act, aspect = act_of(query), query.aspect
    of_days = aspect is Aspect.WHEN or (aspect is Aspect.HOWMANY and _DAYS_LONG.search(query.clean))
    if entry.event is None or not (of_days or aspect is Aspect.WHERE) or (act and not act.held):
        return ""
    stops = {
        normalise(f"{label} {value}"): value
        for label, value in entry.facts.items()
        if any(day.precision is not Precision.YEAR for day in find_dates(value, ANY_DAY))
    }
    names = Names.load()
    places = {stop: set(names.provinces_in(stop)) for stop in stops}
    if len(set(chain.from_iterable(places.values()))) < _TRAVELS:
        return ""
    asked = {*names.provinces_in(query.clean), *query.variants}
    words = {word for word in query.words if len(word) >= _WHOLE_WORD}
    called = {word for word in words if not all(word in stop for stop in stops)}
    there = {
        value
        for stop, value in stops.items()
        if not asked.isdisjoint(places[stop]) or any(word in stop for word in called)
        if of_days or _tells_place(value)
    }
    return there.pop() if len(there) == 1 else ""


def _tells_place(value: str) -> bool:
    """Whether a fact has more than its days: "4-10 มิถุนายน 2561 ที่ศูนย์ประชุม"."""
    return len(squeeze(without_dates(value, find_dates(value, ANY_DAY)))) >= _WHOLE_WORD


def _is_its_day(entry: Entry, act: Act | None, query: Query) -> bool:
    """Whether it is the day of an entry's event that is asked for.

    A single day of an announcement, a signing or a visit is no period, "ช่วงไหน", and not the last.
    """
    event = entry.event
    if _opens_elsewhere(entry, query):
        return False
    one_day = event and event.start and event.end in (None, event.start)
    if one_day and ASKS_PERIOD.search(query.clean):
        return not _VISITS.search(normalise(entry.title))
    if one_day and (_ASKS_LAST.search(query.clean) or asks_until(query)):
        return False
    return act is None or may_be_held(entry, act, query)


def _opens_elsewhere(entry: Entry, query: Query) -> bool:
    """Whether the hours of a permanent place are asked for, where an event once was."""
    if not ASKS_OPEN.search(query.clean) or (entry.event and entry.event.time):
        return False
    words = Names.load().cut(ASKS_OPEN.sub("", query.clean))
    named = [word for word in map(squeeze, words) if len(word) >= _WHOLE_WORD]
    return bool(named) and not any(word in letters_in(entry.title) for word in named)


def may_be_held(entry: Entry, act: Act, query: Query) -> bool:
    """Whether an entry's event may be the act itself: a fair opens, a visited place already did."""
    if entry.event is None:
        return False
    title = normalise(entry.title)
    if (act.not_of and act.not_of.search(title)) or _is_titled_of_other_day(entry, act, query):
        return False
    if act.one_day:
        return entry.event.end in (None, entry.event.start) and does(title, act)
    hours = act.held and query.asks_hour and _FROM_TO.search(entry.event.time)
    if hours or (act.exact and is_told_at(title, (0, len(title)), act, query)):
        return True
    if is_press_event(entry, by_room=False):
        return does(_PRESS_TOLD, act)
    named = act.near and does(title, act)  # "ลงนาม" of a signing, which is like a visit
    return act.held and (named or not _VISITS.search(title))


def _is_titled_of_other_day(entry: Entry, act: Act, query: Query) -> bool:
    """Whether the title gives another day for an act than the event has: "พร้อมเปิด 1 มิ.ย.".

    The event was the announcement. Or the text begins with the day of the act.
    """
    first = entry.event.start if entry.event and act.exact else None
    if first is None:
        return False
    last, title = (entry.event and entry.event.end) or first, normalise(entry.title)
    near, opening = entry.published or first, entry.body[:_LEAD].split("\n\n") if act.leads else ()
    told = [*days_told(title, act, query, near)]
    for text in map(normalise, opening):
        told += [day for day in dates_in(text, near) if leads_to(text, (day.start, day.end), act)]
    return any(not first <= day.last or not day.first <= last for day in told)


def _is_only_announced(entry: Entry, query: Query) -> bool:
    """Whether a question asks about a fair, and the event is only its announcement.

    Not one with several days.
    """
    event = entry.event
    if event is None or event.end not in (None, event.start):
        return False  # no announcement lasts for days
    of_fair = _OF_THE_FAIR.search(query.clean) and not _OF_THE_TELLING.search(query.clean)
    return bool(of_fair and _TOLD_OF.search(normalise(entry.title)))


def is_day_of_visit(day: str, entry: Entry, query: Query) -> bool:
    """Whether staff wrote that a day is that of a visit to the event: "วันตรวจเยี่ยม"."""
    if query.aspect is not Aspect.WHEN or _COMES.search(query.clean):
        return False
    visits = (value for label, value in entry.facts.items() if is_of_visit(label, entry.title))
    return entry.event is not None and any(value == day for value in visits)


def is_of_visit(label: str, title: str) -> bool:
    """Whether a label is about a visit to the event."""
    return bool(_COMES.search(label)) and not _COMES.search(normalise(title))


def done_elsewhere(entry: Entry, query: Query, label: str = "") -> bool:
    """Whether it is asked where something is done that neither title nor label mentions."""
    seen_there = entry.event is None and _TO_BE_SEEN.search(query.clean)
    elsewhere = asks_whereabouts(query) or _TO_BE_HAD.search(query.clean) or seen_there
    if elsewhere or _BEFORE_IT.search(query.clean) or _is_only_announced(entry, query):
        return True
    if IS_HELD.search(query.clean) or "พิธี" in query.clean:
        return False
    stands = _STANDS.search(query.clean)
    if stands and _is_holder(query.clean[: stands.start()], entry.title):
        return True  # the holder is seldom where it is held
    if stands and _is_no_room(query.clean[: stands.start()], entry):
        return True
    seen = _WATCHES.search(query.clean) or (stands and not _OF_EVENT.search(query.clean))
    if seen and is_press_event(entry) and not _OPENS.search(entry.title):
        return True
    words = query.words
    done = [one[0] for one in map(_DONE.match, words) if one]
    past = done or _CAUGHT.search(query.clean)
    told_of = past and is_press_event(entry) and not label  # and was done elsewhere
    of_it = (one not in entry.title + label for one in done)
    return bool(told_of) or _is_of_a_thing(entry, query) or any(of_it)


def _is_of_a_thing(entry: Entry, query: Query) -> bool:
    """Whether the place of a thing is asked for, and the event is elsewhere.

    Those who visited, met or spoke about it did so elsewhere.
    """
    location, title = location_asked(query), normalise(entry.title)
    if location is None:
        return False
    told = location.never_held or asks_of_coming(query) or _VISITS.search(title)
    return bool(told) or not location.tells.search(title)


def _is_no_room(name: str, entry: Entry) -> bool:
    """Whether it is asked where something stands, and the venue is a room for its opening."""
    venue = entry.event.venue if entry.event else ""
    asked = squeeze(strip_fillers(name))
    opened = _OPENS_PLACE.search(entry.title) and not is_press_event(entry)
    if not (venue.startswith(_ROOM) and asked) or opened:
        return False
    return not (_OF_EVENT.search(name) or _ROOM in name)


def _is_holder(name: str, title: str) -> bool:
    """Whether a normalised name is an office's, or that of the holder in the title of an event."""
    if Names.load().agencies_in(name):
        return True
    head = _HOLDS.split(normalise(title), maxsplit=1)
    letters = squeeze(head[0]) if len(head) > 1 else ""
    words = list(filter(None, map(squeeze, Names.load().cut(name))))
    return bool(words) and all(word in letters for word in words)


def is_press_event(entry: Entry, *, by_room: bool = True) -> bool:
    """Whether an event is a press conference, by the words around its venue or its room.

    Not `by_room`: other things are opened in such rooms as well.
    """
    venue = entry.event.venue if entry.event else ""
    at = entry.body.find(venue) if venue else -1
    around = entry.body[max(0, at - _PRESS) : at + len(venue) + _PRESS] if at >= 0 else ""
    return _PRESS_TOLD in (around if by_room else around.replace(_PRESS_ROOM, ""))


def hours_on(entry: Entry, query: Query) -> str:
    """The hours on the day of the week asked for: "เสาร์เปิดกี่โมง", "วันจันทร์เปิดไหม".

    Those of the event, of the contact, or in the text.
    """
    days = weekdays_in(" ".join(_WEEKDAY.findall(query.clean)))
    asked = query.aspect in (Aspect.TOPIC, Aspect.WHEN) and ASKS_HOURS.search(query.clean)
    if not (days and asked):
        return ""
    of_event = (entry.event.time,) if entry.event else ()
    of_place = (entry.contact.hours,) if entry.contact else ()
    told = (hours_of_days(one, days) for one in (*of_event, *of_place, *hours_in(entry.body)))
    return next(filter(None, told), "")


def _time_of(event: Event, body: str, query: Query) -> str:
    """The days of an event and its hours; "" if hours are asked for and the body may have them."""
    hour_asked = query.asks_hour
    if not event.start:
        return event.time if hour_asked else ""
    if hour_asked and not event.time and CLOCK.search(body):
        return ""
    hours = event.time or (NO_HOUR if hour_asked else "")
    days = _days(event.start, event.end)
    return f"{days} ({hours})" if _OF_A_DAY.search(hours) else f"{days} {hours}".strip()


def _days(first: date, last: date | None) -> str:
    return thai_range(first, last) if last else f"เริ่ม {thai_date(first)}"


def _province(province: str, venue: str) -> str:
    """The province of a venue; "" if that says it by any of its names: "กรุงเทพฯ", "กทม."."""
    names = Names.load().places_in(normalise(venue))
    in_short = (name for name, official in names if official == province)
    said = province in venue or any(
        province.startswith(name.rstrip("ฯ. ")) or _INITIALS.fullmatch(name) for name in in_short
    )
    return "" if said else f"จังหวัด{province}"
