from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from models.core.record import Refusal
from models.printing import kept_papers, printings


def test_what_is_kept_is_read_back_and_cannot_be_read_without_the_key(printout, archive):
    made = printout(paper=b"%PDF-1.7 plain words")
    assert kept_papers.read_paper(made.uid) == b"%PDF-1.7 plain words"
    assert b"plain" not in (archive / "prints" / made.uid).read_bytes()


def test_a_damaged_paper_is_not_printed(printout, archive):
    made = printout()
    file = archive / "prints" / made.uid
    file.write_bytes(file.read_bytes()[:-1])
    with pytest.raises(Refusal, match="损坏"):
        kept_papers.read_paper(made.uid)


def test_a_paper_is_let_go_a_month_after_it_was_printed_but_not_while_it_is_broken_off(printout, printed):
    done, broken = printout(4), printout(9)
    printed(done)
    left = printed(broken, sheets=2)
    later = datetime.now() + timedelta(days=31)
    assert printings.let_go_of_old() == 0
    assert printings.let_go_of_old(later) == 1
    assert (done.kept, broken.kept) == (False, True)
    with pytest.raises(Refusal, match="30天"):
        kept_papers.read_paper(done.uid)
    printings.give_up(left)
    assert printings.let_go_of_old(later) == 1
