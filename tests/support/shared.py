"""The material beside the project: read when it is there, skipped with a reason when not."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[3] / "shared"


def shared_path(*parts: str) -> Path:
    """A path under the shared folder; skips the calling test when it is absent."""
    path = SHARED.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"the shared folder beside the project has no {'/'.join(parts)}")
    return path
