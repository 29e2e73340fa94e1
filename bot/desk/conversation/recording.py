"""Recording questions and answers: masked, and described for reviewers."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot.desk.editions import Edition
from bot.desk.masking import mask
from bot.desk.messaging.chat_memory import Visitor, write_conversation
from bot.desk.review import clusters
from bot.dialogue.replies import Outcome, Reply, plain_text
from bot.search.ranking import Ranking
from bot.store import questions
from bot.store.database import Database
from bot.thai.sensitive import is_sensitive

_TRACED = 5
_ANSWER = 600  # characters kept of what was answered
_REASONS = {Outcome.NO_ANSWER: "no_answer", Outcome.CHOICES: "unsure"}


@dataclass(frozen=True, slots=True)
class Record:
    """A message and its reply, to be recorded."""

    key: str
    visitor: Visitor
    message_id: int  # unique in its chat
    at: datetime
    reply: Reply
    edition: Edition
    columns: Mapping[str, Any]  # of the question's row
    repeated: bool
    warns: bool  # the reply asks not to send personal numbers
    alike: clusters.SimilarItem | None  # what to review it with, if it is to be reviewed

    def write(self, session: Session) -> None:
        """The question's row, the chat's conversation, and the review item if one is due."""
        noted = {"last_question": self.key} | ({"warned_at": self.at} if self.warns else {})
        conversation, public = self.reply.conversation, self.edition.public
        write_conversation(session, self.visitor, conversation, self.at, public, **noted)
        if not questions.add(session, self._new_row()):
            self._change(session)
        reason = _REASONS.get(self.reply.outcome)
        row = questions.by_key(session, self.key) if reason else None
        if row and reason:
            clusters.join(session, row, reason, self.at, self.alike)

    def _new_row(self) -> dict[str, Any]:
        return {
            "key": self.key,
            "channel": self.visitor.channel,
            "chat_id": self.visitor.chat_id,
            "message_id": self.message_id,
            "asked_at": self.at,
            "repeated": self.repeated,
            **self.columns,
        }

    def _change(self, session: Session) -> None:
        """The message was edited: its row now says what it says now."""
        row = questions.by_key(session, self.key)
        if row is None:
            return
        clusters.leave(session, row, self.at)
        row.edited_at, row.picked = self.at, None
        for name, value in self.columns.items():
            setattr(row, name, value)


def understood(
    text: str, ranking: Ranking | None, edition: Edition, at: datetime
) -> dict[str, Any]:
    """The columns of a question, masked, with what the search made of it."""
    masked = mask(text, edition.public)
    return {
        "text": masked,
        "sensitive": is_sensitive(masked),
        "cluster": clusters.cluster_of(masked),
        "edition": edition.knowledge.digest,
        "meaning": _meaning(masked, text, ranking, edition, at) if ranking else "",
        "probability": ranking.probability if ranking else None,
        "verdict": ranking.verdict if ranking else "",
        "trace": _trace(ranking, edition) if ranking else "",
    }


def to_review_with(
    database: Database, outcome: Outcome, columns: Mapping[str, Any]
) -> clusters.SimilarItem | None:
    """Where a question that needs a person belongs in the queue; None for one that needs none."""
    if outcome not in _REASONS:
        return None
    with database.read() as session:
        return clusters.find_similar(session, columns["cluster"], columns["meaning"])


def said(reply: Reply, edition: Edition) -> dict[str, Any]:
    """The columns of its answer."""
    answer = mask(plain_text(reply)[: 2 * _ANSWER], edition.public)[:_ANSWER]
    return {"outcome": reply.outcome, "entry": reply.entry, "answer": answer}


def _meaning(masked: str, text: str, ranking: Ranking, edition: Edition, at: datetime) -> str:
    """What the question is about; read anew where the search saw what may not be kept."""
    query = ranking.query if masked == text else edition.understand(masked, at.date())
    return clusters.meaning_of(query).to_json()


def _trace(ranking: Ranking, edition: Edition) -> str:
    """Why the bot said what it said, for the reviewer; masked like the question itself."""
    matches = [
        {"entry": match.entry_id, "score": round(match.score, 4), "passage": match.passage.text}
        for match in ranking.matches[:_TRACED]
    ]
    clean = mask(ranking.query.clean, edition.public)
    trace = {"understood": clean, "reason": ranking.reason, "matches": matches}
    return json.dumps(trace, ensure_ascii=False)
