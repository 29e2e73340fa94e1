"""What can be asked about an entry: what its title speaks of, with what the entry knows."""

import re
from collections.abc import Iterator
from itertools import chain, islice, zip_longest

from bot.knowledge.entries import Entry
from bot.press.facts.headlines import offices, title_words
from bot.press.questions.asking_body import BodyAsker
from bot.press.questions.asking_speech import SpeechAsker
from bot.press.questions.deeds import Deed, happens, is_worked_at, worked_at
from bot.press.questions.figures import figures_of, listed_in
from bot.press.questions.phrases import kind_of_topic
from bot.press.questions.spoken import in_words, is_hotel
from bot.press.questions.subjects import subject_of
from bot.press.questions.talks import matter_in, talk_in
from bot.press.questions.wording import (
    Asked,
    Wording,
    asking_words,
    is_gathering,
    is_held,
    name_kind,
    question_forms,
)

_LONGEST_DEED = 70  # letters of a deed and who did it
_LONGEST_NEWS, _LONGEST_WITH = 52, 45
_BRIEF_WITH = 32  # letters of what somebody did with others
_BRIEF = 44  # letters of a deed and who did it, as people would say them
_NOTICE = (10, 50)  # letters of a title that is a matter by itself
_SAID_WHOLE = 30  # letters of a name that somebody types who only wants to hear of it
_PLAIN = 7  # letters of a word that everybody knows
_MOST_TOPICS = 3
_MOST_FIGURES = 2
_SAYS_OF_WHAT = 16  # letters of what is listed that need not be told whose it is
_MOST_OF_FIRST, _MOST_OF_OTHERS = 4, 2  # questions of a deed
_OFFERED = ("thing", "goods", "place", "course", "money")  # kinds that one asks an office for
_OF_OFFICES = ("use", "make", "check", "push", "recruit", "course")  # deeds that no person does
_UNDONE = ("people", "living")  # kinds about which nothing is done
_OF_WORK = ("means", "through", "meets")  # what is told of no event
_WITH = "กับ"
_JOIN = re.compile("(?<!เลือก)สมัคร(?!ใจ|สมาน)|ลงทะเบียน")
_APPLYING = {  # what is asked of an application → what a body says that tells it
    "apply_when": re.compile("ถึง|ภายใน|ปิดรับ|วันที่"),
    "apply_how": re.compile("สมัคร"),
    "apply_who": re.compile("คุณสมบัติ|ผู้มีสิทธิ|ผู้สมัครต้อง|อายุ"),
    "apply_papers": re.compile("เอกสาร|หลักฐาน|สำเนา"),
    "apply_fee": re.compile("ค่าสมัคร|ค่าธรรมเนียม|ค่าลงทะเบียน|ไม่มีค่าใช้จ่าย|ฟรี"),
    "apply_contact": re.compile(""),
}
_APP = re.compile("แอป")
_MADE = ("thing", "goods")  # kinds that somebody makes and sells
_USEFUL = ("thing", "technology", "living")  # kinds that do somebody good
_YEAR = re.compile("(?:25|20)[0-9][0-9]")
_TALK = re.compile("ปาฐกถา|บรรยาย")
_SIGNED = re.compile("MOU|MoU|เอ็มโอยู|บันทึก(?:ข้อ)?ตกลง|บันทึกความ(?:ร่วมมือ|เข้าใจ)")
_BARE = re.compile(  # which of a hundred such is meant, it does not say
    "(?:จะ|ร่วม|เข้าร่วม|เปิด|จัด|ลงนาม|เซ็น|เป็นประธาน|เวที|งาน|การ|พิธี|กล่าว|ใน|บันทึก|ข้อตกลง|ความร่วมมือ|ความเข้าใจ|MO[Uu]"
    "|เสวนา|ประชุม|สัมมนา|อบรม|แถลงข่าว|หารือ|เชิงปฏิบัติการ|วิชาการ|ปาฐกถา|พิเศษ|มอบ|นโยบาย|รางวัล|เยี่ยมชม| )+"
)
_LEAD = 700  # letters that say what a release is about
_DATED = re.compile(r"วันที่|[0-9๐-๙]+ [ก-ฮ]{1,2}\.[ก-ฮ]\.")
_THERE = re.compile("(?:อนุมัติ|เห็นชอบ|ลงพื้นที่|เดินทาง|เยือน|เยี่ยม|ตรวจเยี่ยม|ไป)|.* (?:ที่|ณ)")
_ANNOUNCED = "แถลงข่าว"
_COUNTED = re.compile("[0-9]")
_ABOUT = re.compile(f"{_SIGNED.pattern}|แถลงข่าว|พิธี")


class Asker:
    """Asks about one entry: names first, then topics, then what was done, by whom and where."""

    def __init__(self, entry: Entry) -> None:
        self._entry = entry
        self._subject = subject_of(entry)
        self._says = says = Wording(entry, self._subject.actor)
        self._form, self._known = says.form, says.known
        self._speech = SpeechAsker(entry, self._subject, says)
        self._body = BodyAsker(entry, self._subject, says)
        self._lead = f"{entry.title} {entry.body[:_LEAD]}"

    def questions(self) -> Iterator[Asked]:
        """One about each thing in turn, so that the first few ask about as many as there are."""
        in_turn = chain.from_iterable(zip_longest(*self._by_subject()))
        yield from (one for one in in_turn if one)

    @property
    def _is_brief(self) -> bool:
        """Whether the deed is told in so few words that people would say it like that."""
        return len(self._says.about["actor"]) + len(self._subject.clause) <= _BRIEF

    def common(self) -> Iterator[Asked]:
        """Who went to the place and when, who is who, and the rest of what is told."""
        yield from self._of_names_again()
        yield from self._of_the_place()
        yield from self._of_company()
        yield from self._speech.said()
        for one in (*self._subject.works, *self._subject.told):
            yield from self._of_told(one)
        yield from self._of_an_office()
        clause = self._subject.clause
        if clause and not self._is_brief and not talk_in(self._entry.title, clause):
            yield from self._of_clause(clause)
        yield from self._of_smaller_things()
        for thing in (*self._subject.names, *self._subject.topics):
            if kind_of_topic(thing) in _OFFERED:
                yield from self._known("thing_contact", name=in_words(thing))

    def _by_subject(self) -> Iterator[Iterator[Asked]]:
        """What is asked about each name, topic, deed and number, likelier ones first."""
        told, title = self._subject, self._entry.title
        if told.applied:
            yield self._of_application(told.applied)
        for number, name in enumerate(told.names[:2]):
            yield self._of_name(name, first=number == 0)
        yield self._of_figures()
        if talk := talk_in(title, told.clause):
            yield self._speech.talk(talk)
        if matter := matter_in(title):
            yield self._speech.matter(matter)
        yield self._speech.told()
        for partner in told.partners[:2]:
            yield self._of_partner(partner)
        deeds = [deed for deed in told.deeds if not (talk and deed.kind == "meet")]
        for number, deed in enumerate(deeds[:4]):
            yield islice(self._of_deed(deed), _MOST_OF_OTHERS if number else _MOST_OF_FIRST)
        for topic in told.topics[:_MOST_TOPICS]:
            yield self._of_topic(topic)
        if told.clause and told.clause not in told.names and not talk and self._is_brief:
            yield self._of_clause(told.clause)
        elif not (told.actor or told.names or offices().search(title)) and _fits(title, _NOTICE):
            yield self._of_plain(title)
        yield self._of_tails()
        for one in filter(title_words().headed.match, told.told):
            yield self._of_told(one)
        yield from self._body.parts()

    def _of_application(self, applied: str) -> Iterator[Asked]:
        """How one applies, until when, who may, with what papers, and for how much."""
        for ask, told in _APPLYING.items():
            if told.search(self._entry.body):
                yield from self._known(ask, applied=applied)

    def _of_figures(self) -> Iterator[Asked]:
        """How many, and what the release lists."""
        for listed in listed_in(self._entry):
            ask = "listed_what" if len(listed) >= _SAYS_OF_WHAT else "listed_of"
            yield from self._form(ask, listed=listed)
        for figure in islice(figures_of(self._entry), _MOST_FIGURES):
            ask = "figure_count" if figure.titled else "counted_count"
            instead = {"verb": figure.verb, "object": figure.thing, "unit": figure.unit}
            if not is_held(figure.thing):  # whose number is not of that deed
                yield from self._form(ask, **instead)

    def _of_name(self, name: str, *, first: bool) -> Iterator[Asked]:
        held = is_held(name)
        then = held and not self._told_before(name)
        what = name_kind(name)
        wanted = {
            "name_when": then,
            "name_where": then,
            "name_use": title_words().offered.match(name) is not None,
            what: what != "none" and not (held and _ABOUT.search(name)) and len(name) > _PLAIN,
            "name_join": first and self._takes_members(name),
            "name_until": then and first,
            "name_time": then and first,
            "name_theme": held and first,
            "name_cost": held,
            "name_get": _APP.match(name) is not None,
            "thing_see": not held and self._is_seen(name),
            "name_contact": first and _is_offered(name),
            "name_held": held,
            "name_people": held and first,
            "name_opened": held,
            "name_chaired": held,
            "name_for": self._takes_members(name),
            "name_speaker": held,
            "name_prize": what == "contest_what",
            "name_guests": then and len(self._entry.people) > 1,
            "name_request": (len(name) > _PLAIN or name.isascii()) and len(name) <= _SAID_WHOLE,
        }
        if kind_of_topic(name) == "money":
            yield from self._of_application(name)
            wanted["name_join"] = False
        for ask in (ask for ask, sound in wanted.items() if sound):
            yield from self._known(ask, name=name)

    def _told_before(self, name: str) -> bool:
        """Whether the day is that of a contract or a press conference about it."""
        return _ABOUT.search(self._entry.title) is not None and not _ABOUT.search(name)

    def _of_partner(self, partner: str) -> Iterator[Asked]:
        """What two do together, and where they signed it."""
        yield from self._form("partner_what", partner=partner)
        clause = self._subject.clause
        if len(clause) <= _LONGEST_WITH and asking_words().makes.match(clause):
            yield from self._form("partner_who", clause=in_words(clause))
        if _SIGNED.search(self._lead):
            yield from self._known("partner_when", partner=partner)
            yield from self._known("partner_where", partner=partner)
            if any(partner in person.role for person in self._entry.people):
                yield from self._form("partner_signed", partner=partner)

    def _of_clause(self, clause: str) -> Iterator[Asked]:
        """On which day and where it was done, by whom and how; of royalty not by whom."""
        actor = self._says.about["actor"]
        if not (actor and self._is_short(clause)):
            if not self._subject.actor or (not actor and asking_words().holds.match(clause)):
                yield from self._of_plain(in_words(clause))
            return
        royal = title_words().royal.search(clause)
        if (royal or happens(clause)) and not _BARE.fullmatch(clause):
            yield from self._when_and_where(clause, self._gone_to(clause))
        if not royal:
            yield from self._who_and_why(clause)

    def _of_tails(self) -> Iterator[Asked]:
        """To whom, what for, with what and how many, as the title tells behind what was done."""
        for tail in self._subject.tails:
            plain = not (tail.kind in _OF_WORK and happens(tail.clause))
            royal = title_words().royal.search(tail.clause)
            if (
                plain
                and self._is_short(tail.clause)
                and not (royal or _BARE.fullmatch(tail.clause))
            ):
                spoken = self._gone_to(tail.clause)
                yield from self._form(f"tail_{tail.kind}", clause=spoken, unit=tail.unit)

    def _who_and_why(self, clause: str) -> Iterator[Asked]:
        """Who makes it, how what takes a while is done, and why what is new."""
        words, plain = asking_words(), in_words(clause)
        if words.makes.match(clause):
            ask = "clause_who" if self._says.is_person else "clause_body"
            yield from self._form(ask, clause=plain)
        if is_worked_at(clause):
            yield from self._form("clause_how", clause=self._gone_to(clause))
        coming = clause.removeprefix("จะ")
        if words.yet.match(coming) or (coming != clause and happens(coming)):
            yield from self._form("clause_yet", clause=in_words(coming))
        if words.changes.match(clause) and words.reasons.search(self._lead):
            yield from self._form("clause_why", clause=plain)

    def _is_short(self, clause: str) -> bool:
        """Whether who did it and what may stand in a question."""
        return len(self._says.about["actor"]) + len(clause) <= _LONGEST_DEED

    def _gone_to(self, clause: str) -> str:
        """As it is said of a person, who goes to do it."""
        goes = self._says.is_person and asking_words().goes.match(clause)
        return f"ไป{in_words(clause)}" if goes else in_words(clause)

    def last(self) -> Iterator[Asked]:
        """What the title tells first, asked for as a piece of news."""
        clause = self._subject.clause
        sound = clause and not (title_words().royal.search(clause) or _BARE.fullmatch(clause))
        if sound and len(self._says.about["actor"]) + len(clause) <= _LONGEST_NEWS:
            yield from self._form("clause_news", clause=self._gone_to(clause))

    def _of_plain(self, clause: str) -> Iterator[Asked]:
        """The same of what a notice tells without saying who does it."""
        if happens(clause):
            yield from self._known("plain_when", clause=clause)
            yield from self._known("plain_where", clause=clause)
        else:
            yield from self._form("plain_news", clause=clause)
        yield from self._known("plain_contact", clause=clause)

    def _when_and_where(self, clause: str, spoken: str) -> Iterator[Asked]:
        """What the clause does not tell itself; not the day of what is only announced there."""
        if self._says.is_ahead and _ANNOUNCED in clause:
            return
        if not _DATED.search(clause):
            yield from self._known("clause_when", clause=spoken)
        if not _THERE.match(clause):
            yield from self._known("clause_where", clause=spoken)
        if self._says.is_ahead:
            yield from self._known("clause_time", clause=spoken)
        yield from self._known("clause_people", clause=spoken)

    def _of_deed(self, deed: Deed) -> Iterator[Asked]:
        """The questions of its kind to which the entry knows the answer."""
        if deed.kind in _OF_OFFICES and self._says.is_person:
            return
        asks = (ask for ask in question_forms() if ask.startswith(f"{deed.kind}_"))
        instead = {"verb": deed.verb, "object": in_words(deed.thing), "unit": deed.unit}
        if name_kind(deed.thing) == "none":  # a rite: nobody asks what there is to see
            asks = (ask for ask in asks if not ask.endswith("_what"))
        yield from (one for ask in asks for one in self._known(ask, **instead))

    def _of_told(self, one: str) -> Iterator[Asked]:
        """What is worked at, and what only the lead tells of: a name, or a topic."""
        if self._entry.event and one in self._entry.event.venue:
            return
        if title_words().headed.match(one):
            kind = name_kind(one)
            yield from self._form("name_what" if kind == "none" else kind, name=one)
            yield from self._form("name_request", name=one)
        else:
            yield from self._about_it(one)

    def _of_the_place(self) -> Iterator[Asked]:
        """What somebody went there for; to what is announced nobody yet, of hotels nothing."""
        if self._says.is_ahead:
            yield from self._form("venue_ahead")
        if self._says.is_ahead or not self._entry.event or is_hotel(self._says.about["venue"]):
            return
        if self._says.is_well_known:
            if _TALK.search(self._entry.title):
                yield from self._form("speech_what")
            yield from self._form("person_venue")
            yield from self._form("person_place")
        yield from self._form("actor_venue")

    def _of_company(self) -> Iterator[Asked]:
        """With whom the deed of the title was done, where it does not say so itself."""
        clause, together = self._subject.clause, asking_words().together.search(self._lead)
        done = clause and happens(clause) and self._is_short(clause) and _WITH not in clause
        done = done and not (title_words().royal.search(clause) or _COUNTED.search(clause))
        done = done and len(clause) <= _BRIEF_WITH and not _BARE.fullmatch(clause)
        if done and together and len(self._entry.people) > 1:
            minister = self._says.about["actor"].startswith("รัฐมนตรี")
            who = self._says.about["person" if minister else "actor"]
            yield from self._form("clause_with", actor=who, clause=self._gone_to(clause))

    def _of_smaller_things(self) -> Iterator[Asked]:
        """What only the body gives a name, or comes back to."""
        for name in self._subject.named:
            yield from self._form(name_kind(name), name=name)

    def _of_names_again(self) -> Iterator[Asked]:
        """An event by its year, which tells it from others of its name."""
        for name in self._subject.names[:1]:
            if is_held(name) and not self._told_before(name) and not _YEAR.search(name):
                yield from self._known("year_when", name=name)
                yield from self._known("year_where", name=name)
                yield from self._form("year_request", name=name)

    def _of_an_office(self) -> Iterator[Asked]:
        """The title's names with the office whose they are."""
        for name in self._subject.names[:2]:
            if not (is_held(name) or _ABOUT.search(self._entry.title)):
                yield from self._form("name_of", name=name)

    def _about_it(self, topic: str) -> Iterator[Asked]:
        """The question of its kind; none of what is only worked at."""
        kind, words = kind_of_topic(topic), asking_words()
        helped = kind != "people" or words.helps.search(self._entry.title)
        if helped and not (worked_at(topic) or words.wide.match(topic)):
            ask = name_kind(topic) if kind == "gathering" else f"about_{kind}"
            yield from self._form(ask, topic=topic, name=topic)

    def _of_topic(self, topic: str) -> Iterator[Asked]:
        """What it is, who says what of it, where one joins or asks."""
        told = any(deed.kind == "talk" for deed in self._subject.deeds[:1])
        yield from self._about_it(topic)
        if not is_gathering(topic):
            if told:
                yield from self._form("topic_said", topic=topic)
            elif kind_of_topic(topic) not in _UNDONE:
                yield from self._form("topic_actor", topic=topic)
            yield from self._of_its_use(topic)
            if self._takes_members(topic):
                yield from self._form("topic_join", topic=topic)
            if kind_of_topic(topic) in _OFFERED:
                yield from self._known("topic_contact", topic=topic)

    def _of_its_use(self, topic: str) -> Iterator[Asked]:
        """What a thing costs, and what it is good for."""
        kind, body = kind_of_topic(topic), self._entry.body
        if self._is_seen(topic):
            yield from self._form("thing_see", name=topic)
        wide = asking_words().wide.match(topic)
        if kind in _MADE:
            yield from self._known("thing_price", name=topic)
        if kind in _USEFUL and not wide and asking_words().good.search(body):
            yield from self._form("topic_good", topic=topic)

    def _is_seen(self, thing: str) -> bool:
        """Whether it is looked at somewhere that the entry tells."""
        words = asking_words()
        return bool(words.seen.search(thing) and words.seen_at.search(self._entry.body))

    def _takes_members(self, name: str) -> bool:
        joined = None if _ABOUT.search(name) else title_words().joined.search(name)
        return joined is not None and _JOIN.search(self._entry.body) is not None


def _fits(text: str, least_and_most: tuple[int, int]) -> bool:
    return least_and_most[0] <= len(text) <= least_and_most[1]


def _is_offered(name: str) -> bool:
    """Whether it is a thing of the kind that an office answers for."""
    words = title_words()
    return any(one.match(name) for one in (words.headed, words.held, words.offered))
