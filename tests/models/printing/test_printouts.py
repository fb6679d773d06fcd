from __future__ import annotations

from models.printing.printouts import PrintedPart, Printout
from tests.models.printing.paper_parts import part


def test_a_paper_stands_in_the_ledger_with_what_is_on_it_of_whom(printout):
    made = printout(3, [part("a", "封面", 1, 1), part("a", "登记表", 2, 3)])
    assert made.kept
    parts = [(each.part, each.first, each.last, each.codes) for each in made.parts.order_by(PrintedPart.id)]
    assert parts == [("封面", 1, 1, "7K3QXW"), ("登记表", 2, 3, "7K3QXW 7K3QXW")]


def test_the_same_paper_printed_again_is_the_same_printout(printout):
    assert printout(3) == printout(3)
    assert printout(4) != printout(3)
    assert Printout.select().count() == 2


def test_the_files_of_a_thousand_people_go_into_the_ledger(printout):
    made = printout(1000, [part(f"{n:032x}", "登记表", n, n) for n in range(1, 1001)])
    assert made.parts.count() == 1000
