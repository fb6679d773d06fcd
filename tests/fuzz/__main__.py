"""Fuzzing of the parsers that are ours: ``python -m tests.fuzz [--minutes 60] [--seed 0] [parser …]``; what fails is kept in ``tests/data/fuzz``."""

from __future__ import annotations

import argparse
import sys
import warnings

from tests.fuzz.campaign import feed
from tests.fuzz.parsers import PARSERS


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("parsers", nargs="*", metavar="parser", help=", ".join(PARSERS))
    parser.add_argument("--minutes", type=float, default=60, help="for all of them together")
    parser.add_argument("--seed", type=int, default=0, help="another seed draws other changes")
    asked = parser.parse_args()
    warnings.simplefilter("ignore")
    chosen = [PARSERS[name] for name in asked.parsers or PARSERS]
    files = faults = 0
    for each in chosen:
        fed = feed(each, asked.minutes * 60 / len(chosen), asked.seed)
        files, faults = files + fed.files, faults + len(fed.kept)
        print(f"{each.name}: {fed.files:,} files, {len(fed.kept)} that it could not take", flush=True)
    print(f"{files:,} files in all, {faults} that were not taken")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
