"""What a question asks for: its aspect, read off the question words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from bot.thai.normalise import squeeze
from bot.thai.patterns import predicate
from bot.thai.phrase_tables import phrase_table


class Aspect(StrEnum):
    """The kind of fact a question wants; `TOPIC` when it names a subject only."""

    TOPIC = "topic"
    WHEN = "when"
    WHERE = "where"
    WHO = "who"
    HOWMANY = "howmany"
    COST = "cost"
    CONTACT = "contact"
    HOW = "how"
    WHY = "why"
    WHAT = "what"


@lru_cache(maxsize=256)  # each part of an answer asks for the same question
def aspect_of(text: str) -> Aspect:
    """The aspect asked for by normalised text; the most specific question word decides.

    Tone marks, silent letters and the usual misspellings of question words do not matter.
    """
    skeleton = _skeleton(text)
    return next((aspect for aspect, asked in _SIGNS if asked.search(skeleton)), Aspect.TOPIC)


def as_written(text: str) -> str:
    """Normalised text with "yes or no" as it is written, not as it is said: "ฟรีไหม" for "ฟรีมั้ย"."""
    return _SPOKEN.sub(lambda said: "หรือเปล่า" if said["or"] else "ไหม", text)


def wants_advice(text: str) -> bool:
    """Whether bare normalised text asks what had best be chosen: "ยี่ห้อไหนดี", "ที่ไหนถูกสุด", "ทำไงดี".

    "ที่ไหนดี" alone only asks where.
    """
    return bool(_ADVICE.search(_skeleton(text)))


def focus_of(text: str) -> str:
    """The letters by which normalised text says what it asks for: "จังหวัด" in "มีจังหวัดไหนบ้าง".

    They stand before "อะไร" or "ไหน" and after "กี่", with no care where the word begins.
    """
    return " ".join(before or after for before, after in _FOCUS.findall(text))


def is_short_yes_no_question(text: str) -> bool:
    """Whether short normalised text wants yes or no: "มีเลยไหม"."""
    return len(squeeze(text)) <= SHORT and wants_yes_or_no(text)


BARE = 15  # letters of a question without a subject
SHORT = 25  # letters; what a bare follow-up has at most


@dataclass(frozen=True, slots=True)
class _Asking:
    """The lists of data/questions.csv, where each says what it is for."""

    phone: str
    call: str
    fax: str
    site: str
    mail: str
    transit: str
    hour: str
    closed_day: str
    now: str
    today: re.Pattern[str]
    many: str
    gives_money: str
    whether_still: str
    stopped: str
    begun: str
    begun_to: str
    newest: re.Pattern[str]
    which_ones: str
    several: str
    together: str
    behind_focus: str
    before_focus: str
    no_question: re.Pattern[str]
    count: str
    which: str
    how_much: str
    or_not: str
    whether_or_not: str
    whether: str
    whether_when: str
    price: str
    times: tuple[str, ...]
    places: tuple[str, ...]
    bodies: tuple[str, ...]
    bodies_named: str
    doer: str
    does: str
    won: str
    things: str
    somebody: str
    named: str
    may_one: str
    can: str
    done: tuple[str, ...]
    advice: tuple[str, ...]
    who_runs: tuple[str, ...]
    who_pays: tuple[str, ...]
    calls: str
    no_answer: str
    how_done: str
    ends: str
    what_of: str
    how_ends: str
    what_named: tuple[str, ...]
    number_of: tuple[str, ...]
    number_for: str
    which_body: str
    when: tuple[str, ...]
    day_held: str
    how_much_money: tuple[str, ...]
    sums: tuple[str, ...]
    pays: tuple[str, ...]
    fees: str
    contact: tuple[str, ...]
    told_to: tuple[str, ...]
    named_site: str
    body_does: tuple[str, ...]
    priced: tuple[str, ...]
    where: tuple[str, ...]
    how_many: tuple[str, ...]
    who_may: str
    who: tuple[str, ...]
    why: tuple[str, ...]
    how: tuple[str, ...]
    how_said: str
    what: tuple[str, ...]


ASKED = phrase_table(_Asking, "bot.thai", "questions.csv")

# Parts of patterns.
PHONE, CALL, FAX, SITE, MAIL = ASKED.phone, ASKED.call, ASKED.fax, ASKED.site, ASKED.mail
TRANSIT = ASKED.transit
HOUR, CLOSED_DAY, NOW, GIVES_MONEY = ASKED.hour, ASKED.closed_day, ASKED.now, ASKED.gives_money
ENDS, WHAT_OF = ASKED.ends, ASKED.what_of  # particles behind a question
MANY_COME = f"(?:คน|ผู้)[ก-๙ ]{{0,14}}?{ASKED.many}"

_SPOKEN = re.compile(
    "(?=[รหมไป])(?:(?P<or>(?:รึ|หรือ)(?:ป่าว|เปล่า))|มั้ย|มั๊ย|ไม๊|(?:ป่าว|ป่ะ|(?<!ศิล)(?<!พบ)(?<![โแเ])ปะ)$)"
)
STILL = re.compile(  # that something goes on, as written
    f"ยัง(?:คง)?(?!ไง)(?:[ก-๙]{{0,14}}? ?(?:อยู่|ได้)?) ?{ASKED.whether_still}|{ASKED.stopped}"
    f"|{ASKED.begun}{ASKED.begun_to}{{0,3}}(?:หรือ|รึ)ยัง"
)
SEVERAL = (  # all there is, "มีวันไหนบ้าง", or "who with whom", of two
    f"{ASKED.which_ones}.{{0,20}}{ASKED.several}|ใคร.{{0,12}}{ASKED.together}"
)
WHETHER = (
    f"{ASKED.whether}(?:{ASKED.ends}| )*$"
    f"|{ASKED.whether_or_not} ?{ASKED.whether_when}[ก-๙0-9 ]{{1,12}}$"  # and when
)
wants_yes_or_no = predicate(WHETHER)
_FOCUS = re.compile(f"([ก-๙a-z]{{1,9}}){ASKED.behind_focus}|{ASKED.before_focus} ?([ก-๙]{{1,8}})")
_KARAN = "\u0e4c"
_SILENCED = re.compile(f"[ก-ฮ][\u0e34\u0e38]?{_KARAN}")
_HEARD = (
    *(("ใ", "ไ"), ("ณ", "น"), ("ศ", "ส"), ("ษ", "ส")),
    *((mark, "") for mark in "\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c"),  # taikhu, tones, karan
)
_BLOT = "ๆ"
# A word of which each of them holds one, found faster.
_MAY_BE_MISSPELT = re.compile(
    "ครไย|ครายย|ำมัย|ัมมัย|ำไม|ัมไม|รัย|ไรย|งไง|ัไง|งไย|งงาย|งัย|หไหร|รไหร|ลไหร|ืไหร|อไหร"
)
_MISSPELT = (
    (re.compile("คร(?:ัย|ไย|ายย)"), "ไคร"),
    (re.compile("(?:ทำ|ทัม|ธัม)(?:มัย|ไม)"), "ทำไม"),
    (re.compile("(?:อ?า?ะ)?(?<![ตท])(?:รัย|ไรย)"), "อะไร"),
    (re.compile("[ยญ]ั(?:งงัย|งไง|งไย|ไง|งงาย|งัย)|ยงไง"), "ยังไง"),
    (re.compile("ห[รล]?[ือ]*ไหร"), "ไหร"),
)


def _skeleton(text: str) -> str:
    """Text as it sounds, roughly: no tones, no silent letters, one sign for each sound."""
    bare = _flat(ASKED.no_question.sub(_BLOT, text))
    if _MAY_BE_MISSPELT.search(bare):
        for misspelt, word in _MISSPELT:
            bare = misspelt.sub(word, bare)
    return bare


def _flat(text: str) -> str:
    # "ได้" (can) would turn into "ใด" (which).
    flat = text.replace("ได้", "ด้าย")
    if _KARAN in flat:
        flat = _SILENCED.sub("", flat)
    for letter, sound in _HEARD:
        flat = flat.replace(letter, sound)
    return flat


def _sign(*parts: str) -> re.Pattern[str]:
    """A pattern for skeletons out of parts written in ordinary spelling."""
    return re.compile("|".join(map(_flat, parts)))


def _each(heads: Iterable[str], tail: str) -> str:
    """Each of some beginnings with what follows it: ที่ไหน|ตรงไหน.

    As each way begins with a letter, only where one of these stands is any of them tried.
    """
    return "|".join(f"{head}{tail}" for head in heads)


_NAMED = f"{ASKED.named}[ก-๙]{{0,12}}?"
_ADVICE = _sign(*ASKED.advice)
BEST = re.compile(
    "ไหน[ก-๙ ]{0,16}?(?:ดี|(?:ถูก|เก่ง|คุ้ม|ง่าย|แรง)(?:ที่)? ?สุด)$"
)  # of several, at the end of bare text
_SIGNS = (
    (Aspect.WHO, _sign(*ASKED.who_runs)),
    (Aspect.WHO, _sign(*ASKED.who_pays)),
    (Aspect.CONTACT, _sign(f"{ASKED.calls}[ก-๙0-9 ]{{0,40}}?{ASKED.no_answer}")),  # by another way
    (Aspect.HOW, _sign(f"{ASKED.how_done}(?:{ASKED.how_ends}| )*$")),
    (
        Aspect.WHAT,  # what a day, a number or an office is that is named
        _sign(
            *ASKED.what_named,
            _each(ASKED.number_of, f".{{0,24}}{ASKED.number_for}"),
            f"^(?![0-9]|.*{ASKED.doer}).{{2,40}}{ASKED.which_body}",
        ),
    ),
    (
        Aspect.WHEN,
        _sign(
            *ASKED.when,
            _each(ASKED.times, f"(?:ที่)? ?(?:{ASKED.how_much}|{ASKED.which})"),
            f"{ASKED.day_held}(?=.)",
        ),
    ),
    (
        Aspect.COST,
        _sign(
            *ASKED.how_much_money,
            f"{ASKED.price}[^ ]{{0,20}} ?{ASKED.how_much}",
            _each(ASKED.sums, f"[^ ]{{0,20}} ?{ASKED.how_much}"),
            f"{GIVES_MONEY}[ก-๙0-9 ]{{0,40}}? ?{ASKED.how_much}",
            f"เงินกู้(?!.{{0,40}}(?:นาน|งวด|กี่)).{{0,40}}{ASKED.how_much}",
            f"^(?:แล้ว)?งบ(?:ประมาณ)?(?!ดุล|การเงิน).{{1,40}}{ASKED.how_much}",
            _each(ASKED.pays, f"{ASKED.fees}[^ ]{{0,20}} ?(?:{ASKED.or_not}|{ASKED.how_much})"),
        ),
    ),
    (
        Aspect.CONTACT,
        _sign(
            *ASKED.contact,
            _each(ASKED.told_to, "[^ ]{0,20}(?:ที่|ทาง)ไหน"),
            # no site on which something stands, or that tells of it
            f"^(?!.*(?:(?:บน|ใน|ท้าย|หน้า){ASKED.named_site}"
            f"|{ASKED.named_site}.*(?:(?:ว่า|ทำ|เรื่อง)(?:อะไร|ไร)|{ASKED.count}))).*{SITE}",
        ),
    ),
    (Aspect.HOWMANY, _sign(ASKED.count)),
    (
        Aspect.WHO,
        _sign(
            f"{ASKED.bodies_named}[ก-๙]{{0,14}}ที่ไหน(?:บ้าง)?{ASKED.does}",
            _each(ASKED.body_does, f"(?:ที่|เป็น|ได้|เคย|จะ|คว้า){{0,3}}{ASKED.won}"),
        ),
    ),
    (Aspect.COST, _sign(*ASKED.priced)),
    (
        Aspect.WHERE,
        _sign(
            *ASKED.where,
            _each(ASKED.places, f"\\.?(?: ?{ASKED.which}|(?:ที่)? ?{ASKED.how_much})"),
        ),
    ),
    (Aspect.HOWMANY, _sign(*ASKED.how_many, MANY_COME)),
    (
        Aspect.WHAT,
        _sign(
            f"(?:^|แล้ว|ว่า| ){ASKED.things}(?:(?!{ASKED.somebody})[ก-๙0-9 ]){{0,12}}"
            " ?ชื่อ(?:ว่า)?(?:อะไร|ไร)",
            f"^{ASKED.things}(?!.*{_NAMED} ?ชื่อ).{{1,80}}ชื่อ(?:ว่า)?(?:อะ)?ไร",
            f"{ASKED.who_may}(?:มีสิทธิ|{ASKED.may_one}[^ ]{{0,12}}{ASKED.can})",
        ),
    ),
    (Aspect.WHO, _sign(*ASKED.who, _each(ASKED.bodies, " ?(?:ไหน|ใด|อะไร)"))),
    (Aspect.WHY, _sign(*ASKED.why)),
    (
        Aspect.HOW,
        _sign(
            *ASKED.how,
            _each(ASKED.done, f"{ASKED.how_said}(?:{ASKED.how_ends}| )*$"),
            f"ต้อง[^ ]{{1,30}}{ASKED.or_not}",
        ),
    ),
    (Aspect.WHAT, _sign(*ASKED.what, f"มี.{{2,60}}{ASKED.or_not}")),
)
