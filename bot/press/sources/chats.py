"""A release that was passed on in a chat: the saved conversation → its messages.

Programmes of an event have lines with times too; a chat is known by the header of the app, tabs
around senders, stickers, or if it begins with "14:05 name: …" and every line with a time does.
"""

import re
from collections.abc import Iterator, Sequence

from bot.knowledge.words import release_pattern

_SAID = re.compile(
    r"(?P<time>[0-2]?[0-9]:[0-5][0-9](:[0-5][0-9])?( ?[AP]M)?)"
    r"(?P<apart>[ \t]+)(?P<rest>\S.*)"
)
_TIMED = re.compile(r"^[0-2]?[0-9]:[0-5][0-9]", re.MULTILINE)
_DAY = re.compile(r"[12][0-9]{3}[./-][0-9]{1,2}[./-][0-9]{1,2}[ (,]?.{0,20}")
_LONGEST_SENDER = 40
_COLON = re.compile(
    rf"(?P<sender>[^\s:：\t][^:：\t\n]{{0,{_LONGEST_SENDER - 1}}}?)\s?[:：](?!//)\s*(?=\S)"
)


_headers = release_pattern("%(headers)s", "chat_words")  # of the app, above a conversation
_programme = release_pattern("%(programme)s", "chat_words")  # behind a time, and nobody
_things = release_pattern(r"(?:^|(?<=\s))(?:%(things)s)\s*$", "chat_words")  # stickers and the like


def without_chat(text: str) -> str:
    """The text without times, senders, stickers and headers if it is a saved conversation."""
    if not _TIMED.search(text):  # asked first, for most releases have none
        return text
    lines = text.strip().split("\n")
    senders = _senders(lines)
    if not senders and not any(map(_headers().match, lines[:3])):
        return text
    return "\n".join(_messages(lines, senders))


def _messages(lines: Sequence[str], senders: Sequence[str]) -> Iterator[str]:
    quoted = False
    for number, line in enumerate(lines):
        said = _SAID.fullmatch(line)
        if not said:
            ends = quoted and line.endswith('"')
            quoted = quoted and not ends
            if not (number < 3 and _headers().match(line)) and not _DAY.fullmatch(line):
                yield line[:-1] if ends else line
            continue
        message = _message(said["rest"], senders)
        quoted = "\t" in line and message.startswith('"') and message.count('"') % 2 == 1
        if not _things().fullmatch(message):
            yield message[1:] if quoted else message


def _message(rest: str, senders: Sequence[str]) -> str:
    """The message behind its sender; a sender who is not known is one word."""
    if "\t" in rest:
        return rest.partition("\t")[2].strip()
    sender = next((one for one in senders if rest.startswith(f"{one} ")), "")
    said = _COLON.match(rest)
    if said and said["sender"] in senders:
        return rest[said.end() :].strip()
    return rest[len(sender or rest.partition(" ")[0]) :].strip()


def _senders(lines: Sequence[str]) -> list[str]:
    """The senders, longest names first, known by tabs, stickers or their place."""
    said = [found["rest"] for found in map(_SAID.fullmatch, lines) if found]
    told = {rest.partition("\t")[0] for rest in said if "\t" in rest}
    things = (_things().search(rest) for rest in said)
    behind = [
        rest[: found.start()].strip() for rest, found in zip(said, things, strict=True) if found
    ]
    told |= {name for name in behind if 0 < len(name) <= _LONGEST_SENDER}
    told |= _colon_senders(lines, said)
    return sorted(told, key=len, reverse=True)


def _colon_senders(lines: Sequence[str], said: Sequence[str]) -> set[str]:
    """The senders before colons, if the first line and all with times have persons there."""
    first = next((one for one in lines if one.strip() and not _DAY.fullmatch(one)), "")
    senders = [found["sender"] for found in map(_COLON.match, said) if found]
    persons = not any(map(_programme().match, senders))
    return {*senders} if persons and len(senders) == len(said) and _SAID.fullmatch(first) else set()
