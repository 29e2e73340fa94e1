"""Search systems under one roof: texts in, the best entry ids for a question out."""

import sqlite3
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

import bm25s
import numpy as np
import tantivy
from pythainlp.tokenize import word_tokenize
from rapidfuzz import fuzz, process
from scipy.sparse import csr_matrix

from bot.knowledge.entries import Entry, KnowledgeBase
from bot.search import Index, rank
from bot.search.finding import find
from bot.search.model import Model
from bot.search.understanding import understand
from bot.thai.normalise import normalise, squeeze

Search = Callable[[str], list[str]]  # a question → up to ten ids, best first
OURS = "this engine"
_TEN = 10
_TODAY = date(2026, 11, 23)


def words(text: str) -> list[str]:
    """Words of the Thai dictionary as PyThaiNLP cuts them, blanks left out."""
    found: list[str] = word_tokenize(normalise(text), engine="newmm", keep_whitespace=False)
    return found


def trigrams(text: str) -> list[str]:
    """Every three letters in a row, nothing else."""
    letters = squeeze(normalise(text))
    return [letters[at : at + 3] for at in range(len(letters) - 2)]


def ours(entries: Sequence[Entry]) -> Search:
    """This bot's engine, raw message in."""
    index = Index.build(KnowledgeBase({entry.id: entry for entry in entries}))
    return lambda question: [m.entry_id for m in rank(index, question, today=_TODAY).matches]


def ours_with(model: Model) -> Callable[[Sequence[Entry]], Search]:
    """… with other weights than the packaged ones."""

    def build(entries: Sequence[Entry]) -> Search:
        index = Index.build(KnowledgeBase({entry.id: entry for entry in entries}))

        def search(question: str) -> list[str]:
            found = find(index, model, understand(index, question, _TODAY))
            return [index.ids[n] for n in found.short.entries[found.order]] if found else []

        return search

    return build


def _fuzzy(scorer: Callable[..., float], cut: bool) -> Callable[[Sequence[Entry]], Search]:
    def build(entries: Sequence[Entry]) -> Search:
        texts = {e.id: " ".join(words(_text(e))) if cut else _text(e) for e in entries}

        def search(question: str) -> list[str]:
            asked = " ".join(words(question)) if cut else question
            return [key for _, _, key in process.extract(asked, texts, scorer=scorer, limit=_TEN)]

        return search

    return build


def bm25_words(entries: Sequence[Entry]) -> Search:
    """bm25s over newmm words."""
    ids = [entry.id for entry in entries]
    engine = bm25s.BM25()
    engine.index([words(_text(entry)) for entry in entries], show_progress=False)

    def search(question: str) -> list[str]:
        found, _ = engine.retrieve([words(question)], k=min(_TEN, len(ids)), show_progress=False)
        return [ids[int(number)] for number in found[0]]

    return search


def _tantivy(cut: Callable[[str], list[str]]) -> Callable[[Sequence[Entry]], Search]:
    def build(entries: Sequence[Entry]) -> Search:
        schema = tantivy.SchemaBuilder()
        schema.add_text_field("id", stored=True, tokenizer_name="raw")
        schema.add_text_field("body", tokenizer_name="whitespace")
        index = tantivy.Index(schema.build())
        writer = index.writer(heap_size=64_000_000, num_threads=1)
        for entry in entries:
            writer.add_document(tantivy.Document(id=entry.id, body=" ".join(cut(_text(entry)))))
        writer.commit()
        index.reload()
        searcher = index.searcher()

        def search(question: str) -> list[str]:
            terms = [
                (tantivy.Occur.Should, tantivy.Query.term_query(index.schema, "body", term))
                for term in dict.fromkeys(cut(question))
            ]
            hits = searcher.search(tantivy.Query.boolean_query(terms), _TEN).hits
            return [searcher.doc(address)["id"][0] for _, address in hits]

        return search

    return build


def fts5(entries: Sequence[Entry]) -> Search:
    """SQLite FTS5 with its trigram tokenizer, any trigram may match."""
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE entry USING fts5(id UNINDEXED, body, tokenize='trigram')")
    rows = ((entry.id, normalise(_text(entry))) for entry in entries)
    base.executemany("INSERT INTO entry VALUES (?, ?)", rows)

    def search(question: str) -> list[str]:
        asked = " OR ".join(f'"{gram}"' for gram in dict.fromkeys(trigrams(question)))
        sql = "SELECT id FROM entry WHERE entry MATCH ? ORDER BY rank LIMIT 10"
        return [row[0] for row in base.execute(sql, (asked,))] if asked else []

    return search


def tfidf(entries: Sequence[Entry]) -> Search:
    """Cosine of TF-IDF vectors over two to four letters."""
    ids = [entry.id for entry in entries]
    known: dict[str, int] = {}
    counts = _counts((_grams(_text(entry)) for entry in entries), known, grow=True)
    rarity = np.log(1 + len(ids) / (1 + np.bincount(counts.indices, minlength=len(known))))
    matrix = _unit(counts, rarity)

    def search(question: str) -> list[str]:
        asked = _counts([_grams(question)], known, grow=False)
        scores = (matrix @ _unit(asked, rarity).T).toarray().ravel()
        return [ids[number] for number in np.argsort(-scores, kind="stable")[:_TEN].tolist()]

    return search


SYSTEMS: Mapping[str, Callable[[Sequence[Entry]], Search]] = {
    OURS: ours,
    "BM25, newmm words (bm25s)": bm25_words,
    "tantivy, newmm words": _tantivy(words),
    "tantivy, 3-grams": _tantivy(trigrams),
    "SQLite FTS5 trigram": fts5,
    "TF-IDF, 2-4 letters": tfidf,
    "RapidFuzz partial_ratio": _fuzzy(fuzz.partial_ratio, cut=False),
    "RapidFuzz token_set_ratio, newmm": _fuzzy(fuzz.token_set_ratio, cut=True),
    "RapidFuzz WRatio": _fuzzy(fuzz.WRatio, cut=False),
}


def _text(entry: Entry) -> str:
    return f"{entry.title} {entry.body}"


def _grams(text: str) -> Iterable[str]:
    letters = squeeze(normalise(text))
    for size in (2, 3, 4):
        yield from (letters[at : at + size] for at in range(len(letters) - size + 1))


def _counts(texts: Iterable[Iterable[str]], known: dict[str, int], grow: bool) -> csr_matrix:
    columns, ends = array("i"), array("l", [0])
    for text in texts:
        for gram in text:
            number = known.setdefault(gram, len(known)) if grow else known.get(gram, -1)
            if number >= 0:
                columns.append(number)
        ends.append(len(columns))
    ones = np.ones(len(columns), np.float32)
    matrix = csr_matrix((ones, columns, ends), shape=(len(ends) - 1, len(known)))
    matrix.sum_duplicates()
    return matrix


def _unit(counts: csr_matrix, rarity: np.ndarray) -> csr_matrix:
    weighted = counts.multiply(rarity).tocsr()
    lengths = np.sqrt(np.asarray(weighted.multiply(weighted).sum(axis=1)).ravel())
    return weighted.multiply(1 / np.maximum(lengths, 1e-9)[:, None]).tocsr()
