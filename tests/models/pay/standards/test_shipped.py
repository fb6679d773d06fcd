"""What is shipped of standards beside the amounts."""

from __future__ import annotations

from models.pay.standards import shipped


def test_a_rise_without_an_amount_says_of_whom_from_when_and_where_it_was_read():
    found = shipped.rises()
    assert len(found) == len(shipped.standard_rows("rises")) > 0
    assert all(rise.kind and rise.begins and rise.words and rise.source for rise in found)
    first, line = found[0], shipped.standard_rows("rises")[0]
    assert (first.kind, first.begins, first.words, first.source) == tuple(line.values())
