"""Parts of files on paper, as a printout tells them."""

from __future__ import annotations

from models.printing.printouts import PartOnPaper


def part(whose, name, first, last, facts="A1", number="630103001"):
    return PartOnPaper(whose, number, "张三", name, first, last, facts, ("7K3QXW",) * (last - first + 1))
