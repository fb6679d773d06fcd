"""Every kind of record, in the order in which tables are made; one place that knows them all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from peewee import Model

from models.aid import agreed_aid, aid_claims, amounts, budgets, exam_cards, oneoffs
from models.approvals import approval, confirmations, decisions, legal_basis, notices
from models.core import journal, record, triggers
from models.core.record import KINDS_OF_RECORDS, Record, db
from models.deaths import affairs, heirs, money_doubts, overpaid, sentinel
from models.filters import saved_filters
from models.handover import handover
from models.heads import chain_key
from models.law import office_law
from models.ledger import (
    activities,
    assessment,
    assistive_devices,
    box_places,
    briefs,
    good_news,
    honour_steps,
    honours,
    leading_groups,
    loans,
    memorials,
    promises,
    publicity,
    rates,
    services,
    spending,
    tasks,
)
from models.merging import likeness
from models.office import (
    account_events,
    head_checks,
    letter_templates,
    officer,
    roles,
    settings,
    sign_in_heads,
    sign_ins,
    workdays,
)
from models.own_fields import own_fields, own_values
from models.pay.dues import open_questions
from models.pay.eligibility import eligibility_decisions, eligibility_questions
from models.pay.grants import agreed_grants, grants
from models.pay.runs import bank_files, earlier_lines, freezing, once_lines, pay_notices, postings, runs
from models.pay.standards import policy_figures, rise_rates, standards
from models.payments import medical_case, once_claims, once_door, paid_claims, paid_twice, payment
from models.people import (
    attachments,
    findings,
    identity,
    materials,
    name_keys,
    outsiders,
    person,
    place_doubts,
    search,
    two_people,
)
from models.printing import given_copies, growing, named_people, printings, printouts
from models.signed_papers import returned_card, signed_page, waiting_page
from models.transfers import transfer, volume_removal
from models.uses import uses
from models.veterans import (
    hardship_aid,
    honour_plates,
    job_fairs,
    meetings,
    party_work,
    petitions,
    placements,
    preference_cards,
    service_stations,
    station_staff,
    trainings,
    volunteering,
)
from models.visit_plans import planned_visits, scopes, teams
from models.visits import campaign, gifts, units, visit, wishes
from models.year.cross_tables import cross_tables
from models.year.figures import own_figures, spans
from models.year.summary import texts

RECORDS: list[type[Record]] = [
    person.Person,
    person.FamilyMember,
    person.Remark,
    person.MergedFile,
    two_people.TwoPeople,
    identity.Identity,
    identity.IdentityState,
    identity.BankAccount,
    materials.CatalogueLine,
    materials.Material,
    materials.Scan,
    outsiders.Outsider,
    campaign.Campaign,
    visit.Visit,
    medical_case.MedicalCase,
    payment.Payment,
    publicity.Publicity,
    briefs.Brief,
    activities.Activity,
    services.Service,
    honours.Honour,
    rates.Rate,
    units.Unit,
    scopes.Scope,
    teams.Team,
    planned_visits.PlannedVisit,
    gifts.Gift,
    gifts.Stock,
    wishes.WishStep,
    attachments.Attachment,
    honour_steps.HonourStep,
    good_news.GoodNews,
    memorials.Memorial,
    memorials.Patrol,
    leading_groups.LeadingGroup,
    tasks.Task,
    assessment.AssessmentItem,
    spending.Spending,
    approval.Approval,
    approval.ApprovalStep,
    notices.PublicNotice,
    confirmations.Confirmation,
    sentinel.DeathMatch,
    amounts.AidRule,
    budgets.Budget,
    oneoffs.OneOff,
    exam_cards.ExamCard,
    workdays.CalendarDay,
    roles.Role,
    officer.Officer,
    account_events.AccountEvent,
    sign_in_heads.SignInHead,
    head_checks.HeadCheck,
    saved_filters.SavedFilter,
    own_fields.OwnField,
    own_values.OwnValue,
    findings.Settlement,
    settings.Setting,
    standards.Standard,
    policy_figures.PolicyFigure,
    grants.Grant,
    grants.GradeChange,
    eligibility_decisions.EligibilityDecision,
    letter_templates.LetterTemplate,
    texts.SummaryText,
    own_figures.OwnFigure,
    cross_tables.CrossTable,
    spans.SpanOfDays,
    runs.PayRun,
    runs.PayOutcome,
    pay_notices.PayNotice,
    bank_files.BankTemplate,
    affairs.DeathAffair,
    heirs.Heir,
    assistive_devices.AssistiveDevice,
    loans.Loan,
    promises.Promise,
    box_places.BoxPlace,
    preference_cards.PreferenceCard,
    honour_plates.HonourPlate,
    service_stations.ServiceStation,
    station_staff.StationWorker,
    petitions.Petition,
    hardship_aid.HardshipAid,
    placements.Placement,
    job_fairs.JobFair,
    trainings.Training,
    volunteering.VolunteerService,
    meetings.Meeting,
    party_work.PartyWork,
    handover.Handover,
    handover.HandoverLine,
    office_law.OfficeText,
    office_law.OfficeClause,
    rise_rates.RiseRate,
    signed_page.SignedPage,
    waiting_page.WaitingPage,
    returned_card.ReturnedCard,
    transfer.Transfer,
    transfer.TransferredVolume,
    volume_removal.VolumeRemoval,
]
findings.MORE[:] = [
    money_doubts.doubts_of_money,
    place_doubts.doubts_of_places,
    likeness.doubts_of_same_person,
    open_questions.doubts_of_eligibility,
    legal_basis.doubts_of_old_law,
    paid_twice.doubts_of_second_payments,
    own_values.doubts_of_own_values,
]
search.MORE_WORDS[:] = [own_values.words_found]
HOLDERS = (
    aid_claims,
    once_lines,
    paid_claims,
)  # what holds claims on what is owed once: known when they are read
once_claims.DEAD_OF_HEIRS[:] = [heirs.dead_of_heir]
eligibility_questions.DEATH_LISTS[:] = [sentinel.on_open_lists]
overpaid.DEDUCTED_BY_RUNS[:] = [postings.deducted_after]
eligibility_questions.CONFIRMATIONS[:] = [confirmations.not_seen_in_time]
decisions.FOLLOWED_BY[:] = [agreed_grants.write_pay, agreed_aid.draw_up]
roles.STRANGERS[:] = [sign_ins.is_stranger]
KINDS_OF_RECORDS.update({model._meta.table_name: model for model in RECORDS})
JOURNAL: list[type[Model]] = [journal.Entry, journal.Change, chain_key.ChainMark, earlier_lines.EarlierLines]
# Kept as it is by triggers of its own, and not said a second time by the journal: what a record's hash vouches for, and the
# print ledger and the sign-ins, which only grow and of which nothing can be turned back.
SNAPSHOTS: list[type[Model]] = [
    runs.PayLine,
    printouts.Printout,
    printouts.PrintedPart,
    printings.Printing,
    printings.PrintBatch,
    sign_ins.SignIn,
    given_copies.GivenCopy,
    uses.Use,
    named_people.NamedPeople,
]
DERIVED: list[type[Model]] = [
    findings.Finding, search.SearchWords, name_keys.NameKey, once_claims.OnceClaim, record.LastId,
]  # fmt: skip


def schema_statements() -> Iterator[str]:
    """The SQL that makes all tables as the models have them now, for a new step of ``resources/schema``."""
    for model in (*JOURNAL, *RECORDS, *SNAPSHOTS, *DERIVED):
        schema: Any = model._schema  # type: ignore[attr-defined]  # peewee's stubs leave it out
        for context in (schema._create_table(safe=False), *schema._create_indexes(safe=False)):
            sql, parameters = context.query()
            assert not parameters, "a table's SQL has no parameters"
            yield sql


def remake_derived() -> None:
    """Make anew what follows from the records, after the program learnt another way of making it."""
    if not db.table_exists(name_keys.NameKey._meta.table_name):
        return
    name_keys.remake_all_name_keys()
    search.remake_all()
    findings.remake_all_findings()  # a later program doubts more, also what nobody has touched since


def install_triggers() -> None:
    """See that the triggers stand, after a migration and at each opening: without them nothing would be journaled."""
    triggers.put_right(wanted_triggers())


def wanted_triggers() -> dict[str, str]:
    """The triggers that journal every record, keep the journal and freeze the runs: name → statement."""
    wanted = (
        triggers.append_only()
        | chain_key.kept_mark()
        | freezing.frozen()
        | once_door.whole_or_parts()
        | growing.growing()
        | sign_ins.sign_ins_only_come()
        | uses.uses_only_come()
    )
    for model in RECORDS:
        columns = [field.column_name for field in model._meta.sorted_fields]
        wanted |= triggers.journaling(model._meta.table_name, columns)
        wanted |= triggers.last_ids(model._meta.table_name)
    return wanted
