"""What can be asked about an entry: what its title speaks of, with what the entry knows."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from bot.knowledge.entries import Entry
from bot.knowledge.words import any_of, shipped_lists
from bot.press.facts.headlines import offices, title_words
from bot.press.questions.asking_body import BodyAsker
from bot.press.questions.asking_matters import provinces_in
from bot.press.questions.asking_names import NameAsker
from bot.press.questions.asking_occasions import OccasionAsker
from bot.press.questions.asking_speech import SpeechAsker
from bot.press.questions.callings import is_known
from bot.press.questions.deeds import happens, is_worked_at
from bot.press.questions.forms import question_forms
from bot.press.questions.matters import RITE
from bot.press.questions.phrases import kind_of_topic
from bot.press.questions.spoken import in_words, is_hotel
from bot.press.questions.subjects import subject_of
from bot.press.questions.talks import matter_in, talk_in
from bot.press.questions.terms import titled_terms, unexplained_in
from bot.press.questions.wholeness import told_in_one
from bot.press.questions.wording import Asked, Wording
from bot.press.questions.words import asking_words

_BRIEF_DEED = 40  # letters of what two do
_BRIEF = 52  # letters of a deed and who did it, as people would say them
_MOST_TOPICS = 3
_NOTICE = (10, 36)  # letters of a title that is a matter by itself
_OFFERED = ("thing", "goods", "place", "course", "money")  # kinds that one asks an office for
_SHOWN = re.compile("โชว์|ขับเคลื่อน|ผลักดัน|ดึง|แถลง|ลงนาม|เซ็น")  # no work of two
_TOGETHER, _WILL = re.compile("ร่วม|หารือ"), "จะ"  # of a deed that is not done alone; of a plan
_SLOGAN = re.compile("ชวน|ขับเคลื่อน|ผลักดัน")  # of headlines
_GOES = re.compile("ลงพื้นที่|เยี่ยม|เยือน|เดินทาง|ตรวจราชการ")
_TALK = re.compile("ปาฐกถา|บรรยาย")
_SERVES = re.compile("เปิด|ให้บริการ|รับ|จัดตั้ง|บริการ|ชวน|เชิญ")
_BARE = re.compile(  # which of a hundred such is meant, it does not say
    "(?:จะ|ร่วม|เข้าร่วม|เปิด|จัด|ลงนาม|เซ็น|เป็นประธาน|เวที|งาน|การ|พิธี|กล่าว|ใน|บันทึก|ข้อตกลง|ความร่วมมือ|ความเข้าใจ|MO[Uu]"
    "|เสวนา|ประชุม|สัมมนา|อบรม|แถลงข่าว|หารือ|เชิงปฏิบัติการ|วิชาการ|ปาฐกถา|พิเศษ|มอบ|นโยบาย|รางวัล|เยี่ยมชม"
    "|ผู้บริหาร|เชิงนโยบาย|ระดม|ความคิด|โชว์|ผลงาน|วิจัย|ตั้ง|โต๊ะ|ศูนย์|ให้ความรู้|เอ็มโอยู|คณะกรรมการ|เร่ง|จัดการ| )+"
)
_PIECES = re.compile(  # of a headline, and no sentence
    r"[ก-๎]{2} (?![ก-ฮ]{1,6}\.)[ก-๎]{2}|วันที่ [0-9]"
)
_AIMS = re.compile("(?<=[ก-๎]{4})(?:ช่วย|เตรียม|แก้ปัญหา|รับมือ|รับฟัง|ให้ความรู้)")  # told in a deed
_LOOSE = re.compile("[“”\"'‘’ ]")  # where headlines and texts differ
_UNTOLD, _RUNNING = 16, 300  # letters of a deed that are the headline's; and of a text to know by
_LEAD = 700  # letters that say what a release is about
_DATED = re.compile(r"วันที่|[0-9๐-๙]+ [ก-ฮ]{1,2}\.[ก-ฮ]\.")
_ANNOUNCED = "แถลงข่าว"
_TAIL = 10  # letters of a deed that the lead has before what for
_BESIDE = 110  # letters behind that, in which it is told
_FOR = re.compile("เพื่อ(?!การศึกษา|สันติ|สังคม|คน|ประชาชน|การพัฒนา)|วัตถุประสงค์|หวัง")


class Asker:
    """Asks about one entry: names first, then topics, then what was done, by whom and where."""

    def __init__(self, entry: Entry) -> None:
        self._entry = entry
        self._subject = subject_of(entry)
        things = (*self._subject.names, *self._subject.topics, *titled_terms(entry))
        self._says = says = Wording(entry, self._subject.actor, things)
        if happens(self._subject.clause):  # where a minister goes, the ministry does nothing
            says.about["ministry"] = ""
        self._form, self._known = says.form, says.known
        self._speech = SpeechAsker(entry, self._subject, says)
        self._names = NameAsker(entry, self._subject, says)
        self._occasions = OccasionAsker(entry, self._subject, says, self._names.wished)
        self._body = BodyAsker(entry, self._subject, says, named=self._occasions.named)
        self._lead = f"{entry.title} {entry.body[:_LEAD]}"

    def questions(self) -> Iterator[Asked]:
        """All of them; what comes twice in other words is first asked of what the title tells."""
        yield from self._by_subject()
        yield from self._of_the_place()
        yield from self._speech.titled()
        yield from self._speech.said((*self._body.terms, *unexplained_in(self._entry)))
        yield from self._names.lesser()
        for thing in (*self._subject.names, *self._subject.topics):
            if kind_of_topic(thing) in _OFFERED:
                yield from self._known("thing_contact", name=thing)

    def _is_brief(self, clause: str) -> bool:
        """Whether it is told in so few words that people would say it like that."""
        return len(self._says.about["actor"]) + len(clause) <= _BRIEF

    def _by_subject(self) -> Iterator[Asked]:
        """What is asked about each name, topic, deed and number, likelier ones first."""
        told, title = self._subject, self._entry.title
        if told.applied:
            yield from self._of_application(told.applied)
        elif told.names and kind_of_topic(told.names[0]) == "money":
            yield from self._of_application(told.names[0])
        yield from self._names.titled()
        yield from self._occasions.questions()
        if talk := talk_in(title, told.clause):
            yield from self._speech.talk(talk)
        else:
            yield from self._speech.guest()
        if matter := matter_in(title):
            yield from self._speech.matter(matter)
        for topic in told.topics[:_MOST_TOPICS]:
            yield from self._names.of_topic(topic)
        if told.clause and told.clause not in told.names and not talk:
            yield from self._of_clause(told.clause)
        elif not (told.actor or told.names or offices().search(title)):
            yield from self._of_notice(title)
        yield from self._body.questions()

    def _of_application(self, applied: str) -> Iterator[Asked]:
        """How one applies, until when, who may, with what papers, and for how much."""
        for ask in _kinds_of("apply"):
            yield from self._known(ask, applied=applied)

    def _of_clause(self, clause: str) -> Iterator[Asked]:
        """On which day and where it was done, by whom and how; of royalty not by whom."""
        if not self._says.about["actor"]:
            yield from () if self._subject.actor else self._of_notice(clause)
            return
        royal = title_words().royal.search(clause)
        in_pieces = not royal and (_PIECES.search(clause) or self._is_of_headlines(clause))
        if _SERVES.match(clause):
            yield from self._known("clause_contact", clause=in_words(clause))
        if _BARE.fullmatch(clause) or in_pieces or not self._is_brief(clause):
            return
        if royal or happens(clause):
            yield from self._when(clause, self._gone_to(clause))
        if not royal:
            yield from self._who_and_why(clause)
            done = happens(clause) or is_worked_at(clause)
            if done and not (clause.startswith(_WILL) or _SLOGAN.match(clause)):
                yield from self._form("clause_news", clause=self._gone_to(clause))

    def _is_of_headlines(self, clause: str) -> bool:
        """Whether text that is long enough to know tells it in other words for the most part."""
        body = self._entry.body.replace(self._entry.title, "")
        if len(body) < _RUNNING:
            return False
        told, running = (_LOOSE.sub("", one).lower() for one in (clause, body))
        return len(told) - told_in_one(told, running) > _UNTOLD

    def _of_notice(self, title: str) -> Iterator[Asked]:
        """The day or the news of a title that is a matter by itself, in few words."""
        if _NOTICE[0] <= len(title) <= _NOTICE[1]:
            ask = "plain_when" if happens(title) else "plain_news"
            yield from self._known(ask, clause=title)

    def _who_and_why(self, clause: str) -> Iterator[Asked]:
        """Who makes it, with whom, what for, and how what takes a while is done."""
        words, plain = asking_words(), in_words(clause)
        if words.makes.match(clause) and not self._says.is_person:
            yield from self._form("clause_body", clause=plain)
        shared = not (_TOGETHER.search(clause) or _SHOWN.match(clause.removeprefix(_WILL)))
        if shared and self._subject.partners and len(clause) <= _BRIEF_DEED:
            yield from self._form("partner_who", clause=plain.removeprefix(_WILL))
        if self._is_told_why(clause):
            yield from self._form("clause_aim", clause=self._gone_to(clause))
        for ask, deeds in _asked_of_deeds().items():
            if deeds.match(clause):
                yield from self._form(ask, clause=plain)
        if is_worked_at(clause) and not happens(clause):
            yield from self._form("clause_how", clause=self._gone_to(clause))

    def _is_told_why(self, clause: str) -> bool:
        """Whether the lead says what for; of most deeds, close behind what it was done to."""
        words = asking_words()
        rite = any(one.titled and one.kind == RITE for one in self._says.matters)
        if rite or words.taken.match(clause) or _AIMS.search(clause):
            return False
        if words.aims.match(clause):
            return words.reasons.search(self._lead) is not None
        behind = self._lead.partition(clause[-_TAIL:])[2]
        return _FOR.search(behind[:_BESIDE].partition("\n")[0]) is not None

    def _gone_to(self, clause: str) -> str:
        """As it is said of a person, who goes to do it."""
        goes = self._says.is_person and asking_words().goes.match(clause)
        return f"ไป{in_words(clause)}" if goes else in_words(clause)

    def _when(self, clause: str, spoken: str) -> Iterator[Asked]:
        """What the clause does not tell itself; not the day of what is only announced there."""
        if self._says.is_ahead and _ANNOUNCED in clause:
            return
        if not _DATED.search(clause):
            yield from self._known("clause_when", clause=spoken)
        if not (_GOES.match(clause) or self._is_there(clause)):
            yield from self._known("clause_where", clause=spoken)

    def _is_there(self, clause: str) -> bool:
        """Whether it tells itself where it was done."""
        about = self._says.about
        return "ที่" in clause or any(
            about[one] and about[one] in clause for one in ("spot", "place")
        )

    def _of_the_place(self) -> Iterator[Asked]:
        """What somebody went there for; to what is announced nobody yet, of hotels nothing."""
        clause, about = self._subject.clause, self._says.about
        places = () if self._entry.event else provinces_in(self._entry.title)
        if happens(clause) and len(places) == 1:
            yield from self._of_a_trip(places[0])
        if self._says.is_ahead or not self._entry.event:
            return
        if self._says.is_well_known and self._went():
            hotel = is_hotel(about["venue"])
            plain = not (hotel or asking_words().malls.search(about["venue"]))
            if _TALK.search(self._entry.title) or (self._names.speaks and not hotel):
                yield from self._form("speech_what")
                yield from self._known("speech_when")
            if plain:
                yield from self._form("person_venue")
                yield from self._form("venue_news")
                for ask in ("venue_host", "venue_came"):
                    yield from self._known(ask)
            for ask in ("place_host", "place_came"):
                yield from self._known(ask)
            yield from self._form("person_place")
            yield from self._form("place_news")
            if self._says.goer and is_known(self._says.goer.role):
                yield from self._known("place_when")
                if plain:
                    yield from self._known("venue_when")
        if about["place"] and (happens(clause) or about["place"] in self._entry.title):
            yield from self._of_a_trip(about["place"])

    def _of_a_trip(self, place: str) -> Iterator[Asked]:
        """What an office did there."""
        yield from self._form("office_place", place=place)
        yield from self._known("trip_when", place=place)
        yield from self._form("trip_news", place=place)

    def _went(self) -> bool:
        """Whether the lead tells what somebody did there, or the title not that they only spoke."""
        title, words = self._entry.title, asking_words()
        return self._body.goes or bool(_GOES.search(title) or not words.absent.search(title))


def _kinds_of(what: str) -> Iterator[str]:
    """The kinds of questions about it, in the order of their forms."""
    return (ask for ask in question_forms() if ask.startswith(f"{what}_"))


@lru_cache(maxsize=1)
def _asked_of_deeds() -> Mapping[str, re.Pattern[str]]:
    """Kind of question → the deeds of data/deeds_asked.yaml, for the beginning of a clause."""
    return {f"clause_{ask}": _deeds(**told) for ask, told in shipped_lists("deeds_asked").items()}


def _deeds(
    of: Sequence[str], but: Sequence[str] = (), without: Sequence[str] = ()
) -> re.Pattern[str]:
    behind = f"(?!{any_of(but)})" if but else ""
    anywhere = f"(?!.*(?:{any_of(without)}))" if without else ""
    return re.compile(f"(?:ร่วม)?(?:{any_of(of)}){behind}{anywhere}")
