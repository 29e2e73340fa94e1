"""Who may do what in Telegram: every command, button and awaited message by everybody.

The tables below are complete: a command, a kind of button, a step of one, or a thing the next
message can be for, that has no row here, fails a test.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, get_type_hints

import pytest

from bot.desk.conversation.asking import Fault
from bot.desk.editions import entry_key
from bot.desk.editorial.drafts import Preview
from bot.desk.review.lessons import LessonKind
from bot.dialogue.conversation import ABOUT_AN_ENTRY, Action, Verb
from bot.dialogue.intents.emergencies import Danger
from bot.dialogue.lists.scopes import button_code
from bot.telegram_ui.drawing.callbacks import Codec
from bot.telegram_ui.drawing.presses import (
    KINDS,
    Blame,
    Broadcasting,
    BroadcastStep,
    CaseStep,
    Do,
    DraftStep,
    EntryStep,
    FollowStep,
    Forget,
    Grade,
    GradeStep,
    Judge,
    Language,
    OnAlarm,
    OnBroadcast,
    OnCase,
    OnDraft,
    OnEntry,
    OnFollow,
    Press,
    Remind,
    Speak,
    TakeBack,
    Teach,
    TeachStep,
    Want,
)
from bot.telegram_ui.transport.sender import Sender
from tests.support.fake_bot_api import FakeBotApi
from tests.support.releases import RELEASE
from tests.support.served_face import ROOM, ServedFace
from tests.telegram_ui.trying import ENTRY, KNOWN, Actor, Ground, Outcome, lending, rest

PRIVATE = frozenset({"citizen", "former", "staff", "admin"})  # each alone with the bot
ALL = PRIVATE | {
    "company",
    "room",
    "guest",
}  # an admin in a group; an officer, a citizen in the room
STAFF = frozenset({"staff", "admin"})
ADMIN = frozenset({"admin"})
OFFICERS = frozenset({"room"})
ACTORS = sorted(ALL | {"anonymous"})  # who writes as the group itself may nothing at all

COMMANDS = {
    "start": ALL, "help": ALL, "menu": ALL, "news": ALL, "events": ALL, "contact": ALL,
    "privacy": ALL, "lang": ALL, "mystatus": ALL,
    "follow": PRIVATE, "keyboard": PRIVATE, "mydata": PRIVATE, "forgetme": PRIVATE,
    "draft": STAFF, "drafts": STAFF, "edit": STAFF, "withdraw": STAFF, "undo": STAFF,
    "version": STAFF, "broadcast": STAFF, "console": STAFF,
    "stats": ADMIN, "review": ADMIN,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Button:
    """Who may press it, how one is come by, and whether pressing it changes what is kept."""

    may: frozenset[str]
    make: Callable[[Ground, Actor], Press]
    writes: bool = True
    own: bool = False  # it stands under something of one's own


def on_own(kind: Callable[..., Press], *values: object) -> Button:
    """A button under a question of one's own that had no answer."""
    return Button(ALL, lambda ground, actor: kind(ground.question(actor), *values), own=True)


def on_item(step: TeachStep, entry: str = "", *, writes: bool = True) -> Button:
    """A button on the card of an unanswered question."""
    return Button(ADMIN, lambda ground, _: Teach(step, *ground.item(), entry), writes)


def on_draft(
    step: DraftStep, draft_of: Callable[[Ground], Preview] | None = None, field: int = 0
) -> Button:
    """A button on the card of a draft; those who change nothing all look at the same one."""

    def make(ground: Ground, _: Actor) -> Press:
        draft = draft_of(ground) if draft_of else ground.looked_at
        return OnDraft(step, draft.draft_id, draft.version, field)

    return Button(STAFF, make, writes=draft_of is not None)


def on_case(step: CaseStep, *, answered: bool = False) -> Button:
    """A button of officers on a case, in the room."""

    def make(ground: Ground, _: Actor) -> Press:
        return OnCase(step, ground.case(ground.actor("citizen"), answered=answered).id)

    return Button(OFFICERS, make)


def follows(ground: Ground, actor: Actor, step: FollowStep) -> Press:
    """A button about a subject, followed already if it is to be ended."""
    subject = ground.desk.subscriptions.suggested()[0]
    if step is not FollowStep.BEGIN:
        ground.desk.subscriptions.follow(actor.visitor, subject, ground.app.clock())
    return OnFollow(step, button_code(subject))


def sends(ground: Ground, actor: Actor) -> Press:
    """The button that sends a broadcast which this person has looked at."""
    ground.expect(actor, **{"for": "broadcast.send", "text": "พรุ่งนี้หยุดค่ะ", "message": 5})
    return OnBroadcast(BroadcastStep.SEND, 5)


def forgets(ground: Ground, actor: Actor) -> Press:
    """The button of somebody of whom there is something to forget."""
    ground.question(actor)
    return Forget(True)


BUTTONS: dict[tuple[type, object], Button] = {
    **{(Do, verb): Button(ALL, lambda _, __, v=verb: Do(Action(v)), writes=False)  # type: ignore[misc]
       for verb in Verb if verb not in ABOUT_AN_ENTRY},
    **{(Do, verb): Button(ALL, lambda _, __, v=verb: Do(Action(v, ENTRY)), writes=False)  # type: ignore[misc]
       for verb in sorted(ABOUT_AN_ENTRY)},
    (Judge, True): on_own(Judge, True),
    (Judge, False): on_own(Judge, False),
    **{(Blame, fault): on_own(Blame, fault) for fault in Fault},
    (Want, None): on_own(Want),
    (Teach, TeachStep.USE): on_item(TeachStep.USE, "ministry-main"),
    (Teach, TeachStep.WRITE): on_item(TeachStep.WRITE, writes=False),
    (Teach, TeachStep.TELL): on_item(TeachStep.TELL, writes=False),
    (Teach, TeachStep.SAVE): Button(
        ADMIN, lambda ground, one: Teach(TeachStep.SAVE, *ground.previewed(one))
    ),
    (Teach, TeachStep.ALARM): on_item(TeachStep.ALARM, writes=False),
    (Teach, TeachStep.DISMISS): on_item(TeachStep.DISMISS),
    (Teach, TeachStep.LATER): on_item(TeachStep.LATER),
    (Teach, TeachStep.UNDO): Button(
        ADMIN, lambda ground, _: Teach(TeachStep.UNDO, *ground.dismissed())
    ),
    (Teach, TeachStep.NEXT): Button(ADMIN, lambda _, __: Teach(TeachStep.NEXT)),
    (Teach, TeachStep.CANCEL): on_item(TeachStep.CANCEL, writes=False),
    **{(OnAlarm, danger): Button(ADMIN, lambda ground, _, d=danger: OnAlarm(d, *ground.item()))  # type: ignore[misc]
       for danger in Danger},
    (OnCase, CaseStep.LEAVE): Button(
        ALL, lambda ground, one: OnCase(CaseStep.LEAVE, 0, ground.question(one)), own=True),
    (OnCase, CaseStep.WRITE): Button(ALL, lambda _, __: OnCase(CaseStep.WRITE), writes=False),
    (OnCase, CaseStep.BACK): Button(
        ALL, lambda ground, one: OnCase(CaseStep.BACK, ground.case(one, answered=True).id),
        own=True),
    (OnCase, CaseStep.TAKE): on_case(CaseStep.TAKE),
    (OnCase, CaseStep.RELEASE): on_case(CaseStep.RELEASE, answered=True),
    (OnCase, CaseStep.CLOSE): on_case(CaseStep.CLOSE),
    (OnCase, CaseStep.TEACH): on_case(CaseStep.TEACH, answered=True),
    **{(OnFollow, step): Button(ALL, lambda ground, one, s=step: follows(ground, one, s))  # type: ignore[misc]
       for step in FollowStep},
    (OnBroadcast, BroadcastStep.SEND): Button(STAFF, sends),
    (OnBroadcast, BroadcastStep.CANCEL): Button(
        STAFF, lambda _, __: OnBroadcast(BroadcastStep.CANCEL), writes=False),
    (OnBroadcast, BroadcastStep.STOP): Button(
        STAFF, lambda ground, _: OnBroadcast(BroadcastStep.STOP, ground.broadcast())),
    (Broadcasting, True): Button(ALL, lambda _, __: Broadcasting(True), writes=False),
    (Broadcasting, False): Button(ALL, lambda _, __: Broadcasting(False), writes=False),
    (OnDraft, DraftStep.SHOW): on_draft(DraftStep.SHOW),
    (OnDraft, DraftStep.PUBLISH): on_draft(DraftStep.PUBLISH, Ground.corrected),
    (OnDraft, DraftStep.FIELDS): on_draft(DraftStep.FIELDS),
    (OnDraft, DraftStep.FIELD): on_draft(DraftStep.FIELD, field=1),
    (OnDraft, DraftStep.TRY): on_draft(DraftStep.TRY),
    (OnDraft, DraftStep.KEEP): on_draft(DraftStep.KEEP),
    (OnDraft, DraftStep.DISCARD): on_draft(DraftStep.DISCARD, Ground.draft),
    (OnDraft, DraftStep.CANCEL): on_draft(DraftStep.CANCEL),
    (OnEntry, EntryStep.OPEN): Button(STAFF, lambda g, _: entry(g, EntryStep.OPEN)),
    (OnEntry, EntryStep.ASK): Button(STAFF, lambda g, _: entry(g, EntryStep.ASK), writes=False),
    (OnEntry, EntryStep.WITHDRAW): Button(STAFF, lambda g, _: entry(g, EntryStep.WITHDRAW)),
    (TakeBack, None): Button(STAFF, lambda ground, _: TakeBack(ground.change())),
    (Remind, True): Button(ALL, lambda _, __: Remind(ENTRY, True)),
    (Remind, False): Button(ALL, lambda ground, one: Remind(ground.reminded(one), False)),
    **{(Speak, language): Button(ALL, lambda _, __, o=language: Speak(o), writes=False)  # type: ignore[misc]
       for language in Language},
    (Forget, True): Button(PRIVATE, forgets),
    (Forget, False): Button(PRIVATE, lambda _, __: Forget(False), writes=False),
    (Grade, GradeStep.RIGHT): Button(ADMIN, lambda g, _: Grade(GradeStep.RIGHT, g.judgement())),
    (Grade, GradeStep.WRONG): Button(ADMIN, lambda g, _: Grade(GradeStep.WRONG, g.judgement())),
    (Grade, GradeStep.NEXT): Button(ADMIN, lambda _, __: Grade(GradeStep.NEXT), writes=False),
}  # fmt: skip


def entry(ground: Ground, step: EntryStep) -> Press:
    """A button that names an entry of the folder."""
    return OnEntry(step, entry_key(ground.spare()))


Expectation = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Awaited:
    """What a chat's next message may be for, who may still write it, and such a message."""

    may: frozenset[str]
    what: Callable[[Ground], Expectation]
    words: str = "พรุ่งนี้มีค่ะ"


def words_for(kind: LessonKind) -> Awaited:
    """The next message is for an unanswered question."""

    def what(ground: Ground) -> Expectation:
        number, version = ground.item()
        return {"for": "review", "review": number, "version": version, "kind": kind, "draft": ""}

    return Awaited(ADMIN, what)


def for_draft(
    step: str, words: str, draft_of: Callable[[Ground], Preview] = Ground.draft, **more: object
) -> Awaited:
    """The next message is for a draft."""

    def what(ground: Ground) -> Expectation:
        draft = draft_of(ground)
        named = {"draft": draft.draft_id, "version": draft.version}
        return {"for": "draft", "step": step, **named, **more}

    return Awaited(STAFF, what, words)


GOES_ON = {"sent": "2099-01-01T00:00:00+00:00", "seamless": False}
AWAITED: dict[tuple[str, str], Awaited] = {
    ("review", LessonKind.ANSWER): words_for(LessonKind.ANSWER),
    ("review", LessonKind.TOLD): words_for(LessonKind.TOLD),
    ("broadcast.text", ""): Awaited(STAFF, lambda _: {"for": "broadcast.text"}),
    ("broadcast.send", ""): Awaited(  # a button sends it; words are a question again
        frozenset(), lambda _: {"for": "broadcast.send", "text": "ปิดค่ะ"}
    ),
    ("case", ""): Awaited(PRIVATE, lambda _: {"for": "case"}),
    ("draft", "release"): Awaited(
        STAFF, lambda _: {"for": "draft", "step": "release"}, "พิพิธภัณฑ์เปิดใหม่\n\nเปิดแล้ววันนี้ค่ะ"
    ),
    ("draft", "more"): for_draft("more", "และเปิดถึงสองทุ่มค่ะ", Ground.pasted, **GOES_ON),
    ("draft", "field"): for_draft("field", "ลานหน้าอาคาร", field=1, name="event.venue"),
    ("draft", "try"): for_draft("try", "เปิดวันไหน"),
}


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ground]:
    with pytest.MonkeyPatch.context() as patch, FakeBotApi() as api:
        patch.setattr(Sender, "run", rest)
        home = tmp_path_factory.mktemp("home")
        knowledge = lending(home / "knowledge")
        more: dict[str, Any] = {"telegram_api_file_url": api.file_url, "knowledge_dir": knowledge}
        with ServedFace(api, home, staff_room_id=ROOM, **more) as served:
            yield Ground(served, api)
        assert [] == api.violations


@pytest.fixture(scope="module")
def codec(ground: Ground) -> Codec:
    return Codec(ground.desk.asking.entry_of)


def split(ground: Ground, may: frozenset[str]) -> tuple[list[Actor], list[Actor]]:
    """Somebody of each kind: those who may not, and those who may."""
    everybody = [ground.actor(name) for name in ACTORS]
    ground.expect(*everybody)
    return [a for a in everybody if a.name not in may], [a for a in everybody if a.name in may]


def done(outcomes: list[Outcome]) -> dict[str, bool]:
    """By whom something was done, and by whom it was not; nothing failed."""
    assert {"done"} >= {one.state for one in outcomes}, outcomes
    return {one.actor: not one.refused for one in outcomes}


def opening(outcome: Outcome) -> str:
    """What is said first; a hint that stands below the first answer to anybody tells nothing."""
    return outcome.texts[0].partition("\n")[0]


def nothing_new_is_awaited(ground: Ground, actors: list[Actor]) -> None:
    """Whatever the next message is for now, this file knows of it."""
    assert {one for a in actors if (one := ground.awaited(a))} <= set(AWAITED)


def variants(kind: type) -> list[object]:
    """What tells the buttons of one kind apart: their step, verb or yes and no."""
    for hint in get_type_hints(kind).values():
        if hint is Action:
            return list(Verb)
        if hint is bool:
            return [True, False]
        if isinstance(hint, type) and issubclass(hint, StrEnum):
            return list(hint)
    return [None]


def test_every_command_and_every_button_has_its_row(ground: Ground) -> None:
    """Whoever adds one has to say here who may use it; and every kind has somebody who reads it."""
    assert ground.app.telegram
    handlers = ground.app.telegram.handlers
    assert {command.name for command in handlers.commands} == set(COMMANDS)
    assert {(kind, one) for kind in KINDS.values() for one in variants(kind)} == set(BUTTONS)
    assert {pressed.kind for pressed in handlers.presses} == set(KINDS.values())


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_a_command_exists_only_for_whom_it_is(ground: Ground, name: str) -> None:
    """To all others it is an unknown word, and nothing is kept of it."""
    others, people = split(ground, COMMANDS[name])
    before = ground.state()
    outcomes = ground.outcomes(others, lambda actor: ground.says(actor, f"/{name}"))
    assert before == ground.state()
    outcomes += ground.outcomes(people, lambda actor: ground.says(actor, f"/{name}"))
    assert {one: one in COMMANDS[name] for one in ACTORS} == done(outcomes)
    nothing_new_is_awaited(ground, others + people)


@pytest.mark.parametrize(
    ("kind", "variant"), BUTTONS, ids=[f"{kind.__name__}-{one}" for kind, one in BUTTONS]
)
def test_f36_a_button_works_only_for_whom_it_is(
    ground: Ground, codec: Codec, kind: type, variant: object
) -> None:
    """Real data, of something that is there: pressed by others it changes nothing at all."""
    row = BUTTONS[kind, variant]
    others, people = split(ground, row.may)
    made = {actor.name: codec.write(row.make(ground, actor)) for actor in people}
    assert all(made.values())
    others += [ground.actor("citizen")] if row.own else []
    theirs = next(iter(made.values()))
    before = ground.state()
    turned_down = ground.outcomes(others, lambda actor: actor.person.presses_data(theirs))
    assert before == ground.state()
    assert [] == [one for one in turned_down if not one.refused]
    outcomes = ground.outcomes(people, lambda one: one.person.presses_data(made[one.name]))
    assert dict.fromkeys(row.may, True) == done(outcomes)
    assert row.writes == (before != ground.state())
    nothing_new_is_awaited(ground, others + people)


@pytest.mark.parametrize("what", AWAITED, ids="-".join)
def test_an_awaited_message_counts_only_from_whom_it_is(
    ground: Ground, what: tuple[str, str]
) -> None:
    """From anybody else, or from who has lost the right meanwhile, it is an ordinary question."""
    row, asked = AWAITED[what], ["question"]
    others, people = split(ground, row.may)
    expected = row.what(ground)
    ground.expect(*others, **expected)
    assert {what} == {ground.awaited(actor) for actor in others}
    before = ground.state(without=asked)
    plain = ground.outcomes(others, lambda actor: ground.says(actor, KNOWN))
    assert {one.name: one.name != "anonymous" for one in others} == done(plain)
    assert {True} == {"0 2333 3700" in "".join(one.texts) for one in plain if not one.refused}
    assert before == ground.state(without=asked)

    (stranger,) = ground.outcomes([ground.actor("citizen")], lambda a: ground.says(a, row.words))
    for actor in people:
        ground.expect(actor, **row.what(ground))
    taken = ground.outcomes(people, lambda actor: ground.says(actor, row.words))
    assert dict.fromkeys(row.may, True) == done(taken)
    assert opening(stranger) not in map(opening, taken)
    nothing_new_is_awaited(ground, others + people)


@pytest.mark.parametrize("act", [
    lambda ground, one: ground.says(one, RELEASE.replace("ศรีราชา", f"ที่{one.person.id}")),
    lambda _, one: one.person.sends_file("ข่าว.txt", RELEASE.replace("ศรีราชา", "บางแสน").encode()),
], ids=["text", "file"])  # fmt: skip
def test_a_release_is_a_draft_only_from_staff(
    ground: Ground, act: Callable[[Ground, Actor], object]
) -> None:
    """From others a long text is a question, and a file is nothing that can be read."""
    others, people = split(ground, STAFF)
    asked = ["question", "review"]
    before = ground.state(without=asked)
    done(ground.outcomes(others, lambda actor: act(ground, actor)))
    assert before == ground.state(without=asked)
    drawn = ground.outcomes(people, lambda actor: act(ground, actor))
    assert [] == [one.texts for one in drawn if "วันเริ่มงาน" not in "".join(one.texts)]
    assert before != ground.state(without=asked)


def test_only_an_officer_answers_from_the_room(ground: Ground) -> None:
    """A reply to the card of a case, by each who can write in the room."""
    case = ground.case(ground.actor("citizen"))
    reply = {"reply_to_message": ground.card_of(case)}
    others = [ground.actor(name) for name in ("guest", "unnamed")]
    before = ground.state()
    refused = ground.outcomes(others[:1], lambda one: ground.says(one, "โอนเงินก่อนค่ะ", **reply))
    assert (before, {"guest": False}) == (ground.state(), done(refused))
    unnamed = ground.outcomes(others[1:], lambda one: ground.says(one, "โอนเงินก่อนค่ะ", **reply))
    assert before == ground.state()
    assert ["ไม่ระบุตัวตน" in text for one in unnamed for text in one.texts] == [True]
    ground.outcomes([ground.actor("room")], lambda one: ground.says(one, "ยืมได้ค่ะ", **reply))
    assert before != ground.state()
