"""Mutations 变异: a good file with some bytes changed, left out, put in, doubled or taken from another place or another file."""

from __future__ import annotations

import zipfile
from io import BytesIO

from hypothesis import strategies as st

EDGES = [b"\0", b"\xff", b"\xff\xff\xff\xff", b"\0\0\0\x80", b"<", b">", b"&", b'"', b"<!--", b"]]>", b"\xef\xbb\xbf", b"9" * 30, b"-1", b"../", "月".encode()]  # fmt: skip
MOST_CHANGES = 6
LONGEST_PIECE = 300  # bytes


@st.composite
def mutated(draw, seeds: list[bytes]) -> bytes:
    """One of the seeds, changed at some places."""
    content = draw(st.sampled_from(seeds))
    for _ in range(draw(st.integers(1, MOST_CHANGES))):
        at = draw(st.integers(0, max(0, len(content) - 1)))
        length = draw(st.integers(0, LONGEST_PIECE))
        there = content[at : at + length]
        content = content[:at] + draw(_instead_of(there, seeds)) + content[at + length :]
    return content


def _instead_of(there: bytes, seeds: list[bytes]) -> st.SearchStrategy[bytes]:
    return st.one_of(
        st.just(b""),
        st.just(there * 2),
        st.just(there[::-1]),
        st.sampled_from(EDGES).map(lambda edge: edge + there),
        st.binary(max_size=8),
        st.integers(0, 255).map(lambda bits: bytes(each ^ bits for each in there)),
        st.tuples(st.sampled_from(seeds), st.integers(0, 1 << 16)).map(
            lambda other: other[0][other[1] % (len(other[0]) + 1) :][:LONGEST_PIECE]
        ),
    )


@st.composite
def mutated_parts(draw, seeds: list[bytes]) -> bytes:
    """A zip of which one part was changed and packed again, for a changed zip is refused before its parts are read."""
    with zipfile.ZipFile(BytesIO(draw(st.sampled_from(seeds)))) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    chosen = draw(st.sampled_from(sorted(parts)))
    parts[chosen] = draw(mutated([parts[chosen]]))
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as changed:
        for name, content in parts.items():
            changed.writestr(name, content)
    return out.getvalue()
