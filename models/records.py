"""Every kind of record, in the order in which tables are made; one place that knows them all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from peewee import Model

from models import (
    attachments,
    campaigns,
    confirmations,
    findings,
    gifts,
    identities,
    journal,
    materials,
    medical,
    outsiders,
    payments,
    people,
    roles,
    saved_filters,
    search,
    settings,
    triggers,
    units,
    visits,
    wishes,
    workdays,
)
from models.aid import budgets, cards, oneoffs, rules
from models.approvals import approval, notices
from models.calls import planned, scopes, teams
from models.deaths import sentinel
from models.figures import own
from models.ledger import (
    activities,
    assessment,
    briefs,
    good_news,
    honour_steps,
    honours,
    leading_groups,
    memorials,
    publicity,
    rates,
    services,
    spending,
    tasks,
)
from models.migrations import after_migration
from models.pay import banks, freezing, grants, runs, standards
from models.summary import texts

RECORDS: list[type[Model]] = [
    people.Person,
    people.FamilyMember,
    people.Remark,
    identities.Identity,
    identities.IdentityState,
    identities.BankAccount,
    materials.CatalogueLine,
    materials.Material,
    materials.Scan,
    outsiders.Outsider,
    campaigns.Campaign,
    visits.Visit,
    medical.MedicalCase,
    payments.Payment,
    publicity.Publicity,
    briefs.Brief,
    activities.Activity,
    services.Service,
    honours.Honour,
    rates.Rate,
    units.Unit,
    scopes.Scope,
    teams.Team,
    planned.PlannedVisit,
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
    rules.AidRule,
    budgets.Budget,
    oneoffs.OneOff,
    cards.ExamCard,
    workdays.CalendarDay,
    roles.Role,
    saved_filters.SavedFilter,
    findings.Settlement,
    settings.Setting,
    standards.Standard,
    grants.Grant,
    grants.GradeChange,
    texts.SummaryText,
    own.OwnFigure,
    runs.PayRun,
    runs.PayOutcome,
    banks.BankTemplate,
]
JOURNAL: list[type[Model]] = [journal.Entry, journal.Change]
# What a record's hash vouches for: kept as it is by triggers of its own, and not said a second time by the journal.
SNAPSHOTS: list[type[Model]] = [runs.PayLine]
DERIVED: list[type[Model]] = [findings.Finding, search.SearchWords]


def statements() -> Iterator[str]:
    """The SQL that makes all tables as the models have them now, for a new step of ``resources/schema``."""
    for model in (*JOURNAL, *RECORDS, *SNAPSHOTS, *DERIVED):
        schema: Any = model._schema  # type: ignore[attr-defined]  # peewee's stubs leave it out
        for context in (schema._create_table(safe=False), *schema._create_indexes(safe=False)):
            sql, parameters = context.query()
            assert not parameters, "a table's SQL has no parameters"
            yield sql


@after_migration
def install_triggers() -> None:
    """Make the triggers that journal every record; after each migration, since columns may be new."""
    triggers.install(RECORDS)
    freezing.install()
