from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reports.paper.qr_modules import QrModules

SIDES = st.integers(1, 33)


@given(
    SIDES.flatmap(lambda side: st.binary(min_size=side * side, max_size=side * side).map(lambda b: (side, b)))
)
def test_the_path_covers_each_black_module_once_and_no_white_one(drawn):
    side, chance = drawn
    shades = bytes(0 if byte % 2 else 255 for byte in chance)
    told = QrModules(side, shades).path.split()
    covered = []
    for x, y, across, down, _ in zip(*[iter(told)] * 5, strict=True):
        assert (int(down), int(x) + int(across) <= side) == (1, True)
        covered += [int(y) * side + int(x) + n for n in range(int(across))]
    assert covered == [place for place, shade in enumerate(shades) if shade == 0]


def test_a_run_ends_at_the_end_of_its_row():
    assert QrModules(2, b"\xff\0\0\0").path == "1 0 1 1 re 0 1 2 1 re"


def test_a_white_code_draws_nothing():
    assert QrModules(2, b"\xff" * 4).path == ""
