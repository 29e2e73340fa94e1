"""Paths through a word lattice: the words that letters can be read as, side by side."""

from collections.abc import Callable, Iterable


def path_ends(size: int, arcs: Callable[[int], Iterable[tuple[int, bool]]]) -> dict[int, bool]:
    """Where paths from the first of so many letters may end, and whether one has a marked arc.

    `arcs` gives for a place the end of each word that begins there, and whether that is marked.
    """
    reached = {0: False}
    for start in range(size):
        if start in reached:
            for end, is_marked in arcs(start):
                reached[end] = reached.get(end, False) or reached[start] or is_marked
    return reached


def cheapest_path(
    size: int, arcs: Callable[[int], Iterable[tuple[int, float, str]]]
) -> tuple[float, tuple[str, ...]] | None:
    """The price and the words of the cheapest path over so many letters; None where none is.

    `arcs` gives for a place the end of each word that begins there, its price and the word.
    """
    best: dict[int, tuple[float, tuple[str, ...]]] = {0: (0.0, ())}
    for start in range(size):
        if start in best:
            price, words = best[start]
            for end, more, word in arcs(start):
                if end not in best or price + more < best[end][0]:
                    best[end] = price + more, (*words, word)
    return best.get(size)
