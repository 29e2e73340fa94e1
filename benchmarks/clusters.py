"""How well questions that mean the same come together in the review queue.

The questions are put into a real queue, one after the other in some order, as citizens' are; which
belong together is labelled. Pairwise F1: of all pairs, how many are rightly together.

python -m benchmarks.clusters [SHARED_FOLDER]
"""

import random
import sys
import tempfile
from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path

from benchmarks import noise
from benchmarks.corpora import read_lines
from bot.desk.review import clusters
from bot.knowledge.entries import KnowledgeBase
from bot.search.index import Index
from bot.search.understanding import understand
from bot.store.database import Database
from bot.store.tables import Question
from tests.support.moments import AT

OWN = Path(__file__).parents[1] / "tests" / "golden" / "question-groups.jsonl"
Labelled = tuple[str, str]  # group, question


def spelt_thrice(path: Path) -> list[Labelled]:
    """Questions on the same article and aspect, each as three people would type it."""
    rng = random.Random(7)  # noqa: S311
    return [
        (f"{row['article']} {row['aspect']}", text)
        for row in read_lines(path)
        for text in (row["question"], *(noise.some_slips(rng, row["question"]) for _ in range(2)))
    ]


def paraphrased(path: Path) -> list[Labelled]:
    """A hard set: paraphrases that share few letters, and neighbours that share most."""
    return [(row["group"], row["question"]) for row in read_lines(path)]


def f1(questions: Iterable[Labelled], database: Database) -> float:
    """Pairwise F1 of the items of the queue, in a database without any."""
    order = list(questions)
    random.Random(1).shuffle(order)  # noqa: S311
    index = Index.build(KnowledgeBase())
    found = []
    for number, (_, text) in enumerate(order, 1):
        meaning = clusters.meaning_of(understand(index, text, AT.date()).query)
        asked = Question(
            key=str(number), channel="telegram", chat_id=number, message_id=1, text=text,
            cluster=clusters.cluster_of(text), meaning=meaning.to_json(), asked_at=AT,
        )  # fmt: skip
        with database.write() as session:
            session.add(asked)
            session.flush()
            item = clusters.join(session, asked, "no_answer", AT)
            found.append(item.id if item else -number)
    return _pairwise([group for group, _ in order], found)


def _pairwise(wanted: Sequence[str], found: Sequence[int]) -> float:
    pairs = [
        (wanted[one] == wanted[other], found[one] == found[other])
        for one, other in combinations(range(len(wanted)), 2)
    ]
    together = sum(is_wanted and is_found for is_wanted, is_found in pairs)
    return 2 * together / (sum(a for a, _ in pairs) + sum(b for _, b in pairs))


def main() -> None:
    """Print the figure of each set that is there."""
    shared = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared")
    sets = {"own paraphrases and neighbours": paraphrased(OWN)}
    development = shared / "eval" / "dev-questions.jsonl"
    if development.exists():
        sets["development questions, three spellings each"] = spelt_thrice(development)
    for name, questions in sets.items():
        with tempfile.TemporaryDirectory() as folder:
            database = Database(f"sqlite:///{folder}/bot.db")
            database.upgrade(AT)
            figure = f1(questions, database)
            database.close()
        groups = len({group for group, _ in questions})
        print(f"{name}: {len(questions)} questions in {groups} groups, pairwise F1 {figure:.3f}")


if __name__ == "__main__":
    main()
