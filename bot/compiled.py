"""Loops over arrays as machine code, and the one home of the compiler (Numba).

A kernel is a plain function over numbers and C-contiguous arrays; what it takes and gives is
declared, so that it is compiled once for each machine, kept beside its module and loaded from
there. It lets other threads run meanwhile. A kernel may call kernels of its own module only: what
is kept is renewed when the module changes, not when another one does.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import product
from typing import Any, NamedTuple, TypeVar


@contextmanager
def _hidden(library: str) -> Iterator[None]:
    """Let what is loaded meanwhile find no such library."""
    if library in sys.modules:
        yield
        return
    sys.modules[library] = None  # type: ignore[assignment]  # as Python marks what is not there
    try:
        yield
    finally:
        del sys.modules[library]


# Numba loads SciPy where it finds it, for a linear algebra that no kernel calls: 0.13 s of a start.
with _hidden("scipy"):
    import numba.np.arraymath  # noqa: F401  where it asks for it
    from numba import njit, types

_Kernel = TypeVar("_Kernel", bound=Callable[..., Any])

Type = Any  # a type of the compiler
flag, u8, u16, u32, u64 = types.boolean, types.uint8, types.uint16, types.uint32, types.uint64
i32, i64, f32, f64 = types.int32, types.int64, types.float32, types.float64
nothing = types.void

_OPTIONS = {"nogil": True, "error_model": "numpy"}


def given(kind: Type, dimensions: int = 1) -> Type:
    """An array that is only read."""
    return types.Array(kind, dimensions, "C", readonly=True)


def filled(kind: Type, dimensions: int = 1) -> Type:
    """An array that is written to, or returned."""
    return types.Array(kind, dimensions, "C")


def several(*kinds: Type) -> Type:
    """A tuple, of what is returned or belongs together."""
    return types.Tuple(kinds)


class either(NamedTuple):  # noqa: N801  # as the other types are written
    """An argument of one kind or another; the kernel is compiled for each."""

    one: Type
    other: Type


def compiled(result: Type, *arguments: Type) -> Callable[[_Kernel], _Kernel]:
    """Compile a function of these types; division by zero gives infinity, as in NumPy."""

    def compile_kernel(kernel: _Kernel) -> _Kernel:
        kinds = (one if isinstance(one, either) else (one,) for one in arguments)
        signatures = [result(*chosen) for chosen in product(*kinds)]
        try:
            made = njit(signatures, cache=True, **_OPTIONS)(kernel)
        except RuntimeError:  # no folder to keep it in
            made = njit(signatures, **_OPTIONS)(kernel)
        return made  # type: ignore[no-any-return]

    return compile_kernel


def inner(kernel: _Kernel) -> _Kernel:
    """A function for the kernels of its module, compiled into each that calls it.

    A kernel of its own takes a few milliseconds to load; this takes nothing.
    """
    return njit(**_OPTIONS)(kernel)  # type: ignore[no-any-return]
