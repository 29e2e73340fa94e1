"""What a citizen may ask about an entry: its names, topics, deeds, people and places in turn.

What the title speaks of, with the days, places, people and numbers that the entry knows, fills the
spoken forms of data/question_forms.yaml.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import chain, islice, zip_longest

from bot.knowledge.deeds import Deed, happens, is_attended, is_worked_at
from bot.knowledge.details import (
    counts_of,
    lead_clause,
    lecture_of,
    lists_of,
    meeting_of,
    speaker_of,
    speeches_of,
    visit_of,
)
from bot.knowledge.entries import Entry, Event
from bot.knowledge.happenings import ONLINE
from bot.knowledge.headlines import is_held, offices, title_words
from bot.knowledge.occasions import Occasion
from bot.knowledge.phrases import kind_of_topic
from bot.knowledge.question_forms import forms_about, has_form
from bot.knowledge.sayings import as_written, sayings_of
from bot.knowledge.spoken import said_actor, said_name
from bot.knowledge.subjects import subject_of

_NOTICE = (10, 50)  # letters of a title that is a matter by itself
_MOST_TOPICS = 3
_SAME = 9
_MOST_SAYINGS = 3  # questions from what a body says of one thing
_MOST_OF_FIRST, _MOST_OF_OTHERS = 3, 2  # questions of a deed
_OFFERED = ("thing", "place", "course", "money")  # kinds that one asks an office for
_UNDONE = ("people", "living")  # kinds about which nothing is done
_SPEAKER = re.compile(
    "รัฐมนตรี|โฆษก|ดร\\.|คุณ|นาย|องคมนตรี|ที่ปรึกษา|เลขา|ปลัด|รอง|หมอ|หน\\.|ทปษ|ประธาน|ผอ|ผู้"
)
_PRESENT = re.compile(
    r"(ผู้เข้าร่วม|เข้าร่วม|ผู้ร่วมงาน|ผู้เข้าอบรม|ผู้เข้ารับการอบรม)[^\n]{0,60}?[0-9][0-9,]*\s?(คน|ราย)"
)
_AIMED = re.compile(  # deeds that tell their end, or have none
    "^(?:ชวน|ให้|รับ|กล่าว|ขอเชิญ|เป็นประธาน|เปิดงาน|เปิดการ|เปิดโครงการประชุม|ร่วม)|ให้|เพื่อ"
)
_BY_SOMEBODY = re.compile("เป็นประธาน|กล่าว|บรรยาย|ปาฐกถา|เปิด|มอบ|รับมอบ")
_JOINED_BEHIND = r"[^\n]{0,160}(?:รับสมัคร|สมัคร(?:เข้า|ได้|ร่วม|ผ่าน|ภายใน|ตั้งแต่)|ลงทะเบียน)"
_JOINED_BEFORE = r"(?:สมัคร|ลงทะเบียน)[^\n]{0,60}"
_APPLYING = {  # what is asked of an application → what a body says that tells it
    "apply_when": re.compile(
        r"ปิดรับ|หมดเขต|ภายในวันที่|ถึงวันที่|(?:รับ|สมัคร|ส่ง)[^\n]{0,80}(?:ถึง|ภายใน|วันที่)"
    ),
    "apply_how": re.compile("สมัคร"),
    "apply_who": re.compile("คุณสมบัติ|ผู้มีสิทธิ|ผู้สมัครต้อง|อายุ"),
    "apply_papers": re.compile("เอกสาร|หลักฐาน|สำเนา"),
    "apply_fee": re.compile("ค่าสมัคร|ค่าธรรมเนียม|ค่าลงทะเบียน|ไม่มีค่าใช้จ่าย|ฟรี"),
    "apply_contact": re.compile(""),
}
_WELCOMED = re.compile("ให้การต้อนรับ")
_WITNESSED = re.compile("สักขีพยาน")
_CONTEST = re.compile("ประกวด|แข่งขัน|รางวัล|Challenge|Contest|Competition|Hackathon", re.IGNORECASE)
_WON = re.compile(r"รางวัล(?:ชนะเลิศ|ที่ ?1|เหรียญทอง)[^\n]{0,60}(?:ได้แก่|คือ|ทีม|:|นาย|นางสาว)")
_THEME = re.compile("แนวคิด|คอนเซ็ปต์|หัวข้อหลัก|[Tt]heme|ธีม")
_SPEAKERS = re.compile("วิทยากร|ผู้ร่วมเสวนา|ผู้บรรยาย")
_FREE = re.compile("ฟรี(?!แลนซ์)|ไม่มีค่าใช้จ่าย|ยกเว้นค่า")
_APP = re.compile("แอป")
_STORE = re.compile("ดาวน์โหลด|Play ?Store|Google Play|App ?Store", re.IGNORECASE)
_OPENED = re.compile("(เป็นประธาน|กล่าว)(ใน)?(พิธี|การ)?เปิด|เปิดงาน")
_SIGNED = re.compile("ลงนาม|MOU|MoU|เอ็มโอยู")
_DATED = re.compile(r"วันที่|[0-9๐-๙]+ [ก-ฮ]{1,2}\.[ก-ฮ]\.")
_THERE = re.compile("(?:ลงพื้นที่|เดินทาง|เยือน|เยี่ยม|ตรวจเยี่ยม|ไป)|.* (?:ที่|ณ)")
_ABOUT = re.compile(f"{_SIGNED.pattern}|แถลงข่าว|พิธี")


class Asker:
    """Asks about one entry: names first, then topics, then what was done, by whom and where."""

    def __init__(self, entry: Entry) -> None:
        self._entry = entry
        self._event = entry.event or Event()
        self._subject = subject_of(entry)
        self._occasion = Occasion(entry, self._subject.actor)
        self._about = self._occasion.about
        self._speeches = speeches_of(entry)
        self._knows = {  # by the end of the kind of question that wants it
            "when": self._event.start is not None,
            "where": bool(self._event.venue) and self._event.venue != ONLINE,
            "contact": bool(entry.contact and entry.contact.phones),
            "people": _PRESENT.search(entry.body) is not None,
        }

    def questions(self) -> Iterator[str]:
        """One about each thing in turn, so that the first few ask about as many as there are."""
        in_turn = chain.from_iterable(zip_longest(*self._by_subject()))
        yield from (question for question in in_turn if question)

    def common(self) -> Iterator[str]:
        """The same in other words, who is who, what there was at the place and on the day."""
        yield from self._said_there()
        yield from self._in_other_words()
        yield from self._occasion.of_people(1, 5)
        yield from self._of_the_year()
        if not title_words().royal.search(self._subject.clause):
            yield from self._of_the_doer(self._subject.clause)
        yield from self._occasion.of_the_place()
        yield from self._occasion.of_the_day()

    def _by_subject(self) -> Iterator[Iterator[str]]:
        """What is asked about each name, topic, deed and person, likelier ones first."""
        told, title = self._subject, self._entry.title
        if told.applied:
            yield self._of_application(told.applied)
        for number, name in enumerate(told.names[:2]):
            yield self._of_name(name, first=number == 0)
        for partner in told.partners[:2]:
            yield self._of_partner(partner)
        deeds = [deed for deed in told.deeds if not self._is_named(deed)]
        for number, deed in enumerate(deeds[:4]):
            yield islice(self._of_deed(deed), _MOST_OF_OTHERS if number else _MOST_OF_FIRST)
        yield self._of_details()
        for topic in told.topics[:_MOST_TOPICS]:
            yield self._of_topic(topic)
        if told.clause and told.clause not in told.names:
            yield self._of_clause(told.clause)
        elif not (told.actor or told.names or offices().search(title)) and _fits(title, _NOTICE):
            yield self._of_plain(title)
        yield self._of_the_lead()
        for work in told.works:
            yield self._of_work(work)
        for counted in counts_of(self._entry, [deed.thing for deed in told.deeds]):
            yield self._form("counted", **counted.slots)
        for one in told.told:
            yield self._of_told(one)
        for one in (*told.named, *told.others):
            yield self._of_thing(one)
        yield self._occasion.of_people(0, 1)

    def _is_named(self, deed: Deed) -> bool:
        """Whether what is held has its own questions, by its name."""
        return deed.kind == "host" and any(
            _overlap(deed.thing, name) for name in self._subject.names[:2] if is_held(name)
        )

    def _of_details(self) -> Iterator[str]:
        """Who came to see whom, which council met, what was lectured on, what is counted."""
        for detail in (visit_of(self._entry), meeting_of(self._entry), lecture_of(self._entry)):
            if detail:
                slots = dict(detail.slots)
                if "host" in slots:
                    slots["host"] = said_actor(slots["host"], self._entry)
                for ask in forms_about(detail.ask):
                    yield from self._known(ask, **slots)
        for detail in islice(lists_of(self._entry), 2):
            yield from self._form("listed_what", **detail.slots)

    def _of_the_lead(self) -> Iterator[str]:
        """What the first paragraph says that somebody did, where the headline does not."""
        person, clause = lead_clause(self._entry)
        if _overlap(clause, self._subject.clause):
            return
        actor = said_name(person) if person else self._about["actor"]
        if clause and actor and not title_words().royal.search(clause):
            yield from self._when_and_where(clause, actor=actor)
            if not _AIMED.search(clause):
                yield from self._form("clause_end", clause=clause, actor=actor)
            if _BY_SOMEBODY.match(clause):
                yield from self._form("clause_who", clause=clause)

    def _of_application(self, applied: str) -> Iterator[str]:
        """How one applies, until when, who may, with what papers, and for how much."""
        for ask, told in _APPLYING.items():
            if told.search(self._entry.body):
                yield from self._known(ask, applied=applied)

    def _of_name(self, name: str, *, first: bool) -> Iterator[str]:
        """When, where and how to come by it, what the body says of it, then whose it is."""
        yield from self._named(self._to_go_there(name, first=first), name)
        if kind_of_topic(name) == "money" or (first and self._takes_members(name)):
            yield from self._of_application(name)
        yield from self._of_thing(name)
        yield from self._named(self._to_know_it(name, first=first), name)
        yield from self._of_the_speaker(name)

    def _named(self, wanted: Mapping[str, bool], name: str) -> Iterator[str]:
        for ask in (ask for ask, known in wanted.items() if known):
            yield from self._form(ask, name=name)

    def _to_go_there(self, name: str, *, first: bool) -> Mapping[str, bool]:
        body, event = self._entry.body, self._event
        held = is_held(name)
        then = held and not self._told_before(name)
        return {
            "name_when": then and self._knows["when"],
            "name_where": then and self._knows["where"],
            "name_use": title_words().offered.match(name) is not None,
            "name_cost": held and bool(event.cost),
            "name_free": first and not held and _FREE.search(self._entry.title) is not None,
            "name_get": _APP.match(name) is not None and _STORE.search(body) is not None,
            "name_time": then and bool(event.time),
            "name_contact": first and self._knows["contact"] and _is_offered(name),
        }

    def _to_know_it(self, name: str, *, first: bool) -> Mapping[str, bool]:
        body, event = self._entry.body, self._event
        held = is_held(name)
        contest = _CONTEST.search(name) is not None
        return {
            "name_winner": contest and _WON.search(body) is not None,
            "name_count": held and first and self._knows["people"],
            "name_theme": held and _THEME.search(body) is not None,
            "name_speakers": held and _SPEAKERS.search(body) is not None,
            "name_opened": held and _OPENED.search(body) is not None,
            "name_held": held and bool(event.organizer),
            "name_whose": first and not held and title_words().headed.match(name) is not None,
        }

    def _told_before(self, name: str) -> bool:
        """Whether the day is that of a contract or a press conference about it."""
        return _ABOUT.search(self._entry.title) is not None and not _ABOUT.search(name)

    def _of_partner(self, partner: str) -> Iterator[str]:
        """What two do together, and where they signed it."""
        yield from self._form("partner_what", partner=partner)
        if _SIGNED.search(self._entry.body):
            yield from self._known("partner_when", partner=partner)
            yield from self._known("partner_where", partner=partner)
        if _WITNESSED.search(self._entry.body):
            yield from self._form("witnessed_who", partner=partner)

    def _of_clause(self, clause: str) -> Iterator[str]:
        """On which day and where it was done, with whom and to what end; of royalty no more."""
        if not self._about["actor"]:
            yield from self._of_plain(clause)
        elif title_words().royal.search(clause):
            yield from self._when_and_where(clause)
            yield from self._form("clause_year", clause=clause)
        elif happens(clause):
            yield from self._when_and_where(clause)
            if is_attended(clause) and len(self._entry.people) > 1:
                yield from self._form("clause_present", clause=clause)
            if not _AIMED.search(clause):
                yield from self._form("clause_end", clause=clause)
        elif is_worked_at(clause):
            if not any(deed.thing in clause for deed in self._subject.deeds):
                yield from self._form("clause_how", clause=clause)
            if not _AIMED.search(clause):
                yield from self._form("clause_end", clause=clause)

    def _of_the_doer(self, clause: str) -> Iterator[str]:
        """Who did it, which of what is done together nobody asks; news of it."""
        if happens(clause) or is_worked_at(clause):
            yield from self._form("clause_news", clause=clause)
        together = clause.startswith(("ร่วม", "เข้าร่วม"))
        if self._about["actor"] and happens(clause) and not together:
            spoken = self._occasion.is_person(self._about["actor"])
            spoken = spoken or _SPEAKER.match(self._about["actor"]) is not None
            yield from self._form("clause_who" if spoken else "clause_office", clause=clause)

    def _of_plain(self, clause: str) -> Iterator[str]:
        """The same of what a notice tells without saying who does it."""
        if happens(clause):
            yield from self._known("plain_when", clause=clause)
            yield from self._known("plain_where", clause=clause)
        yield from self._form("plain_news", clause=clause)
        yield from self._known("plain_contact", clause=clause)

    def _when_and_where(self, clause: str, **actor: str) -> Iterator[str]:
        """What the clause does not tell itself."""
        if not _DATED.search(clause):
            yield from self._known("clause_when", clause=clause, **actor)
        if not _THERE.match(clause):
            yield from self._known("clause_where", clause=clause, **actor)

    def _of_deed(self, deed: Deed) -> Iterator[str]:
        """The questions of its kind to which the entry knows the answer."""
        instead = {"verb": deed.verb, "object": deed.thing, "unit": deed.unit}
        for ask in forms_about(deed.kind):
            yield from self._known(ask, **instead)
        if deed.kind == "visit" and _WELCOMED.search(self._entry.body):
            yield from self._form("welcomed_who", object=deed.thing)

    def _known(self, ask: str, **instead: str) -> Iterator[str]:
        """The question, when the entry knows the day, the venue or the number that it wants."""
        if self._knows.get(ask.rpartition("_")[2], True):
            yield from self._form(ask, **instead)

    def _of_work(self, work: str) -> Iterator[str]:
        """How one goes about it, and what is said of it."""
        doing = work.removeprefix("การ")
        way = work.removeprefix("วิธี")
        if way != work:
            yield from self._form("work_way", clause=way)
        if doing != work:
            if doing not in self._subject.clause:
                yield from self._form("work_how", clause=doing)
            yield from self._of_the_speaker(work)
        else:
            yield from self._of_told(work)

    def _of_told(self, one: str) -> Iterator[str]:
        """What is worked at, and what only the lead tells of: a name, or a topic."""
        yield from self._of_thing(one)
        if not _is_gathering(one):
            yield from self._of_the_speaker(one)

    def _of_thing(self, thing: str) -> Iterator[str]:
        """What the body says of it; what it is, where it says nothing that is known."""
        kind = kind_of_topic(thing)
        sayings = list(islice(sayings_of(thing, self._entry.body), _MOST_SAYINGS))
        for saying in sayings:
            own = f"of_{saying.relation}_{kind}"
            ask = own if has_form(own) else f"of_{saying.relation}"
            yield from self._form(ask, topic=thing, unit=saying.word, verb=saying.word)
        if not sayings:
            yield from self._what_is(thing)

    def _what_is(self, thing: str) -> Iterator[str]:
        """Plainly; to a contract about it nobody goes."""
        named = thing in self._subject.names or title_words().headed.match(thing)
        ask = "name_what" if named and not kind_of_topic(thing) else _about_kind(thing)
        ask = "held_what" if named and is_held(thing) else ask
        if ask != "held_what" or not _ABOUT.search(thing):
            yield from self._form(ask, name=thing, topic=thing)

    def _of_the_speaker(self, thing: str) -> Iterator[str]:
        """What somebody says of it who speaks of it in the body."""
        if person := speaker_of(thing, self._entry, self._speeches):
            yield from self._form("topic_person", topic=thing, person=said_name(person))

    def _said_there(self) -> Iterator[str]:
        """What was said of something at that place, where others speak of it as well."""
        told = self._subject
        for thing in (*told.names[:2], *told.topics, *told.works, *told.told)[:3]:
            if person := speaker_of(thing, self._entry, self._speeches):
                yield from self._form("topic_there", topic=thing, person=said_name(person))

    def _of_the_year(self) -> Iterator[str]:
        """What was done in other years as well."""
        told = self._subject
        for partner in told.partners[:1]:
            yield from self._form("year_partner", partner=partner)
        for deed in told.deeds[:2]:
            if has_form(f"year_{deed.kind}"):
                yield from self._form(f"year_{deed.kind}", object=deed.thing, verb=deed.verb)
        for name in (*told.names[:2], *told.topics[:1]):
            if self._about["year"] not in name:
                ask = "year_held" if is_held(name) else "year_topic"
                speaker = speaker_of(name, self._entry, self._speeches)
                yield from self._form(ask, topic=name, person=said_name(speaker) if speaker else "")

    def _in_other_words(self) -> Iterator[str]:
        """What the names and topics are, asked plainly."""
        told = self._subject
        for topic in (
            *told.names[:2],
            *told.topics,
            *told.works,
            *told.told,
            *told.named,
            *told.others,
        ):
            yield from self._what_is(topic)
            yield from self._form("topic_news", topic=topic)

    def _of_topic(self, topic: str) -> Iterator[str]:
        """What is said of it and by whom, where one joins or asks."""
        yield from self._of_thing(topic)
        if _is_gathering(topic):
            return
        if any(deed.kind == "talk" for deed in self._subject.deeds[:1]):
            yield from self._form("topic_said", topic=topic)
        else:
            yield from self._of_the_office(topic)
        if self._takes_members(topic):
            yield from self._form("topic_join", topic=topic)
        if kind_of_topic(topic) in _OFFERED:
            yield from self._known("topic_contact", topic=topic)
        yield from self._of_the_speaker(topic)

    def _of_the_office(self, topic: str) -> Iterator[str]:
        """What an office does about it; persons only speak of it, and some things nobody does."""
        spoken = self._occasion.is_person(self._about["actor"]) or _SPEAKER.match(
            self._about["actor"]
        )
        if not spoken and kind_of_topic(topic) not in _UNDONE:
            yield from self._form("topic_actor", topic=topic)

    def _takes_members(self, name: str) -> bool:
        joined = None if _ABOUT.search(name) else title_words().joined.search(name)
        body, name = self._entry.body, as_written(name)
        there = joined and re.search(f"{name}{_JOINED_BEHIND}|{_JOINED_BEFORE}{name}", body)
        return bool(there)

    def _form(self, ask: str, **instead: str) -> Iterator[str]:
        yield from self._occasion.forms.asked(ask, **instead)


def _fits(text: str, least_and_most: tuple[int, int]) -> bool:
    return least_and_most[0] <= len(text) <= least_and_most[1]


def _overlap(one: str, other: str) -> bool:
    """Whether they tell of the same: so many letters on end are in both."""
    return any(one[n : n + _SAME] in other for n in range(len(one) - _SAME + 1))


def _is_offered(name: str) -> bool:
    """Whether it is a thing of the kind that an office answers for."""
    words = title_words()
    return is_held(name) or any(one.match(name) for one in (words.headed, words.offered))


def _is_gathering(topic: str) -> bool:
    """Whether it is held, so that nobody does anything about it."""
    return kind_of_topic(topic) == "gathering" or is_held(topic)


def _about_kind(topic: str) -> str:
    """The kind of question for a topic of its kind."""
    return f"about_{kind_of_topic(topic) or 'matter'}"
