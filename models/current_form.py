"""The current form of an archive: what brings one up to date that an older program wrote, and makes a new one.

Whoever opens an archive needs every kind of record, and the window is painted before: so ``models.store`` reads this when wanted.
"""

from __future__ import annotations

from models import records
from models.backups import automatic_backup
from models.core import journal
from models.core.dates import PartDate, this_day
from models.core.jobs import finish
from models.core.record import db, insert_all
from models.heads import chain_key
from models.migrations import earlier_steps, steps
from models.migrations.step_data import UPGRADE
from models.migrations.upgrade import migrate
from models.office import sign_ins
from models.pay.eligibility.eligibility_decisions import EligibilityDecision
from models.pay.runs import carried_questions
from models.pay.standards import months
from models.payments import once_door


def make() -> None:
    """Make all tables in the empty database that is connected."""
    migrate(db, _follow)


def bring_up_to_date() -> None:
    """Take the steps that the open archive has not had, kept by a backup first, and see that its triggers stand."""
    if not migrate(db, _follow, _keep_before_upgrade):
        records.install_triggers()  # nothing is written in a file that would not journal it


def _keep_before_upgrade() -> None:
    finish(automatic_backup.back_up_to_places(automatic_backup.BEFORE_UPGRADE))


def _follow(had: int) -> None:
    """What follows the steps of an upgrade, in their transaction, when the file had so many of them."""
    if steps.JOURNAL_KEYED in steps.STEPS[had:]:
        chain_key.begin_keyed()
    records.install_triggers()
    records.remake_derived()
    if had > 0 and steps.SIGN_INS_TOLD in steps.STEPS[had:]:
        sign_ins.tell_days_before()
    if had > 0 and earlier_steps.CLAIMS_ONCE in steps.STEPS[had:]:
        once_door.fill_claims()
    if had > 0 and earlier_steps.ASKS_ELIGIBILITY in steps.STEPS[had:]:
        carried = carried_questions.paid_questions(months.month_of(PartDate.of(this_day())))
        if carried:
            with journal.program_entry(UPGRADE):
                insert_all(EligibilityDecision, carried)
