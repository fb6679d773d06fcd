"""Deeds 办的事 that a power cut can break off: each on an archive of its own, as its room does it, with what must be there before it."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import main
from models import store
from models.archive import scans
from models.backups import restoring
from models.backups.automatic_backup import IN_BETWEEN, back_up_to_places
from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.handover.handover import HandedOver, Handover, keep_handover
from models.imports import imports
from models.imports.sheet_answers import SheetAnswers
from models.merging.merging import merge
from models.pay.returns import returns
from models.pay.runs import bank_files, drawing_up, steps
from models.pay.runs.runs import PayRun
from models.people.person import Person
from models.undo.undo import undo
from tests import factories
from tests.models.archive.papers import pdf
from tests.scenarios import office_acts
from tests.scenarios.office_acts import ME, OTHER

PEOPLE = 12
MONTH, PAID_ON = PartDate(2019, 9), PartDate(2020, 1, 5)
DATA = Path(__file__).parents[2] / "data"
OLD = Path(__file__).parents[2] / "old_files" / "schema-6"


class Deed(NamedTuple):
    """What is done to an archive (its folder, a folder for what goes out), and what must have been done before."""

    does: Callable[[Path, Path], object]
    before: Callable[[Path, Path], object] = lambda folder, out: None


def office(folder: Path) -> None:
    """An archive of invented people with their papers."""
    store.create_practice(folder)
    with store.practice_session(folder, ME):
        dice = random.Random(18)
        for number in range(1, PEOPLE + 1):
            office_acts.new_person(dice)
            scans.keep_scan(pdf(number))


def within(does: Callable[[Path], object]) -> Callable[[Path, Path], None]:
    """A deed of the open archive; it is given the folder for what goes out."""

    def done(folder: Path, out: Path) -> None:
        with store.practice_session(folder, ME):
            does(out)

    return done


def take_in(*files: Path) -> None:
    finish(imports.apply(finish(imports.read_workbooks(files, SheetAnswers.of_kinds({}))), ME))


def roster(out: Path) -> None:
    people = [factories.combatant(f"张{name}", 银行账号="") for name in "一二三四五六七八九十"]
    take_in(factories.roster(out.with_name("参战.xlsx"), *people))


def run_of_pay(out: Path) -> None:
    finish(drawing_up.draw_up_run(MONTH, MONTH, ME))
    run = PayRun.get()
    finish(steps.check_run(run, OTHER))
    steps.approve_run(PayRun.get(), OTHER)
    steps.pay_run(PayRun.get(), ME, PAID_ON)


def return_of_bank(out: Path) -> None:
    reading = returns.Reading(PayRun.get(), "回盘")
    reading.paid.extend(bank_files.payees(PayRun.get()))
    returns.apply_return(reading, ME)


def merging(out: Path) -> None:
    one, other = Person.select().order_by(Person.id).limit(2)
    merge(one, other, ME, confirmed=True)


def handing_over(out: Path) -> None:
    lines = [HandedOver("承诺", f"第{number}位", "送轮椅") for number in range(300)]
    keep_handover(Handover(day=PAID_ON, kind="休假替班", giver=ME, taker=OTHER), lines, ME)


def command(*words: str) -> Callable[[Path, Path], None]:
    """A deed of the command line; ``{folder}`` and ``{out}`` in its words are the places."""

    def done(folder: Path, out: Path) -> None:
        main.main([word.format(folder=folder, out=out) for word in words])

    return done


def back_up(out: Path) -> None:
    finish(back_up_to_places(IN_BETWEEN))


def put_back(folder: Path, out: Path) -> None:
    finish(restoring.put_back(restoring.newest_in(folder), folder))


def older_form(folder: Path, out: Path) -> None:
    shutil.rmtree(folder)
    shutil.copytree(OLD, folder)


def open_it(out: Path) -> None:
    """What is done at opening alone, such as bringing an older form up to date."""


SHEETS = command("sheets", "{folder}", "{out}/档案.pdf", "--user", ME)
DEEDS = {
    "import": Deed(within(roster)),
    "register": Deed(within(lambda out: take_in(DATA / "2020-走访慰问登记.xlsx"))),
    "run": Deed(within(run_of_pay)),
    "return": Deed(within(return_of_bank), within(run_of_pay)),
    "undo": Deed(within(lambda out: undo(journal.last_number(), ME)), within(roster)),
    "merge": Deed(within(merging)),
    "hand over": Deed(within(handing_over)),
    "sheets": Deed(SHEETS),
    "scan-in": Deed(command("scanin", "{folder}", "{out}/档案.pdf", "--user", ME), SHEETS),
    "backup": Deed(within(back_up)),
    "restore": Deed(command("restore", "{folder}", "{out}/恢复"), within(back_up)),
    "put back": Deed(put_back, within(back_up)),
    "migration": Deed(within(open_it), older_form),
}
