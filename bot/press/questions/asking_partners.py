"""Asks about those who do something together, and about what they signed."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from bot.knowledge.entries import Entry
from bot.knowledge.words import release_words
from bot.press.questions.companions import (
    are_one,
    companion_words,
    is_same,
    joined_in,
    pairs_in,
    partners_in,
    several_in,
)
from bot.press.questions.matters import PEOPLE, RITE
from bot.press.questions.phrases import kind_of_topic
from bot.press.questions.spoken import in_words
from bot.press.questions.subjects import Subject
from bot.press.questions.wording import Asked, Wording

SIGNED = re.compile("MOU|MoU|เอ็มโอยู|บันทึก(?:ข้อ)?ตกลง|บันทึกความ(?:ร่วมมือ|เข้าใจ)")
ANNOUNCED = re.compile(
    "แถลง(?:ข่าว|ความพร้อม)|ประชาสัมพันธ์|เปิดตัว(?:การ|งาน|โครงการ)"
)  # of which nothing was yet
_CONTRACT = re.compile(f"{SIGNED.pattern}|ลงนาม")
_TOGETHER = re.compile(f"{_CONTRACT.pattern}|จับมือ|ผนึก")
_AIM = re.compile(rf"(?:{SIGNED.pattern})[^\n]{{0,160}}?(?:เพื่อ|วัตถุประสงค์)")
_LEAD = 700  # letters
_PURPOSE = re.compile("(?:ร่วม|จับมือ|ผนึก|หารือ)[^\\n]{0,200}?(?:เพื่อ|วัตถุประสงค์)")
_WITNESS = "สักขีพยาน"
_MOST = 4
_MOST_PAIRS = 2
_BOTH = 22  # letters of two parties
_WITH = " กับ "
_UNNAMED = re.compile(  # are whoever
    ".*[ก-๎.]-[ก-๎]"
    "|.*อย่าง|[0-9]+ ?(?:เครือข่าย|สมาคม|หน่วย|องค์กร|ภาคี|พันธมิตร|ฝ่าย)"
    "|.*(?:สำนักเลขาธิการ|กรรมาธิการฯ?|กรรมการฯ?)$"
)
_LISTED = re.compile("[ก-๎] [ก-๎][^ ]* ?และ")  # of whom nobody can tell where each begins
_AND = re.compile(r"\s?และ.*$")


class PartnerAsker:
    """Of each partner what is done with them, then who is in it and what for."""

    def __init__(self, entry: Entry, subject: Subject, says: Wording) -> None:
        self._entry = entry
        self._form, self._known = says.form, says.known
        self._signed = SIGNED.search(f"{entry.title} {entry.body[:_LEAD]}") is not None
        self._tells_aim = self._signed and _AIM.search(entry.body) is not None
        self._witnessed = _WITNESS in entry.body[:_LEAD]  # by ministers, whose agencies sign
        self._tells_who = len(entry.people) > 1 and not self._witnessed
        self._actor = _actor_of(says)
        self._pair = _WITH in self._actor
        matters = (one.said for one in says.titled(RITE, PEOPLE))
        self._topics = [*matters, *subject.topics][:2]
        told = (in_words(one) for one in subject.partners if not _LISTED.search(one))
        self._titled = [_AND.sub("", one) for one in told]
        self._signing = {*self._titled, *partners_in(entry.body, _CONTRACT)}
        self._partners = [
            one
            for one in dict.fromkeys((*self._titled, *self._told_of(says)))
            if one and one not in self._actor and self._actor not in one
            if kind_of_topic(one) != PEOPLE and not is_same(self._actor, one)
            if not _UNNAMED.match(one)
        ][:_MOST]

    def _told_of(self, says: Wording) -> Sequence[str]:
        """Whom the body names beside the actor, who neither acts alone nor only approves."""
        together = says.about["host"] and _TOGETHER.search(self._entry.title)
        alone = says.is_person and not together
        approves = self._actor.startswith(companion_words().approving)
        if alone or approves or not self._actor:
            return ()
        # The ministry of a person does nothing together with its own agencies.
        own = release_words().agency_names() if says.is_person else ()
        return [one for one in partners_in(self._entry.body) if one not in own]

    def questions(self) -> Iterator[Asked]:
        """What each does with the actor, and what the contract is."""
        title = self._entry.title
        pairs = [self._actor if self._pair else "", several_in(title), *pairs_in(f"{title}\n")]
        pairs += pairs_in(self._entry.body) if self._signed else ()
        pairs += [] if any(pairs) or self._partners else [joined_in(title)]
        for pair in islice(filter(None, dict.fromkeys(pairs)), _MOST_PAIRS):
            yield from self._of_a_pair(pair)
        alone = self._actor and not (self._pair or several_in(title))
        for partner in self._partners if alone else ():  # of several, whose it is nobody can tell
            yield from self._of_partner(partner)
        yield from self._of_the_contract()

    def _of_a_pair(self, pair: str) -> Iterator[Asked]:
        """What two do together whom the title or the contract names in one."""
        yield from self._form("pair_what", actor=pair)
        yield from self._form("pair_request", actor=pair)
        if not self._signed:
            yield from self._together("pair_shared_aim", actor=pair)
        for topic in (one for one in self._topics if one not in pair):
            yield from self._form("pair_topic", actor=pair, topic=topic)
        if self._signed:
            yield from self._form("pair_signs", actor=pair)
            if self._tells_who:
                yield from self._form("pair_signed", actor=pair)
            if self._tells_aim:
                yield from self._form("pair_aim", actor=pair)
            for ask in ("pair_when", "pair_where"):
                yield from self._known(ask, actor=pair)
            if self._witnessed:
                yield from self._form("pair_witness", actor=pair)

    def _of_partner(self, partner: str) -> Iterator[Asked]:
        about = {"partner": partner, "actor": self._actor}
        yield from self._form("partner_what", **about)
        if not self._signed and partner in self._titled:
            yield from self._together("partner_shared_aim", **about)
        if self._signed and partner in self._signing:
            yield from self._form("partner_signs", **about)
            if self._tells_who:
                yield from self._form("partner_signed", **about)
            if self._tells_aim:
                yield from self._form("partner_aim", **about)
            for ask in ("partner_when", "partner_where"):
                yield from self._known(ask, **about)
            if self._witnessed:
                yield from self._form("partner_witness", **about)
        if partner in self._titled:
            yield from self._form("partner_request", **about)
        told = [one for one in self._topics if one not in f"{self._actor} {partner}"]
        for topic in told if partner in self._titled else ():
            yield from self._form("partner_topic", topic=topic, **about)

    def _together(self, ask: str, **about: str) -> Iterator[Asked]:
        """What for two work together who sign nothing."""
        if _PURPOSE.search(self._entry.body[:_LEAD]):
            yield from self._form(ask, **about)

    def _parties(self) -> str:
        """Whose contract it is: both of two with short names, where the title names the other."""
        others = [one for one in self._partners if one in self._titled]
        both = f"{self._actor}{_WITH}{others[0]}" if self._actor and others else ""
        return both if both and len(both) <= _BOTH else self._actor

    def _of_the_contract(self) -> Iterator[Asked]:
        """What it is for and when it was signed, by its matter."""
        for topic in self._topics[:1] if self._signed else ():
            parties = self._parties()
            yield from self._form("contract_what", topic=topic, actor=parties)
            for ask in ("contract_when", "contract_where"):
                yield from self._known(ask, topic=topic, actor=parties)


def _actor_of(says: Wording) -> str:
    """Who does something with others; of a ministry with an agency of its own, the agency."""
    host = "กระทรวง อว." if says.about["host"] else ""
    actor = host if says.is_person else says.about["actor"] or says.about["doer"]
    if _WITH in actor and are_one(actor.split(_WITH)):
        return actor.rpartition(_WITH)[2].strip()
    return actor
