"""How many small wrong changes the tests notice: ``python -m tests.mutants models/pay [--sample 400] [--tests tests/models/pay …]``.

The tests run once, and each function remembers which of them went through it. Then, for each mutant, a child process gives the
function its wrong code and runs those tests, the quickest first, until one fails. Nothing is written into the sources.
What lives on is listed; mutants that mean the same as the original are named, with the reason, in ``equivalent.csv``.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import pytest

from tests.mutants.trial import Trial

ROOT = Path(__file__).parents[2]
NEAREST = ["tests/models", "tests/reports", "tests/scenarios"]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants")
    parser.add_argument("sources", nargs="+", type=Path)
    parser.add_argument("--sample", type=int, default=0, help="so many mutants, drawn by the seed; 0: all")
    parser.add_argument("--seed", type=int, default=2020, help="another seed draws other mutants")
    parser.add_argument(
        "--seconds",
        type=float,
        default=0,
        help="so long may the tests of a mutant take, the quickest first; what they would notice later lives on; 0: all",
    )
    parser.add_argument("--tests", nargs="+", default=NEAREST)
    parser.add_argument("--processes", type=int, default=2)
    asked = parser.parse_args()
    trial = Trial(ROOT, asked.sources, asked.sample, asked.seed, asked.processes, asked.seconds)
    options = ["-n0", "-q", "-p", "no:cacheprovider", "--no-header"]
    status = pytest.main([*options, *asked.tests], plugins=[trial])
    print(trial.report())
    return int(status) or (0 if trial.good() else 1)


if __name__ == "__main__":
    sys.exit(main())
