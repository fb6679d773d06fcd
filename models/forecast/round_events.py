"""Round events 到期事项 of what goes round by round: campaigns of visits (春节, 八一 …) with their teams, and runs of payment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from models.forecast.coming_events import ComingEvent, EventMatter, last_day
from models.pay.runs.runs import PayRun, RunState
from models.visit_plans.progress import campaign_progress
from models.visit_plans.teams import teams
from models.visits.campaign import Campaign


def campaigns_to_come(first: date, last: date) -> Iterator[ComingEvent]:
    """When a campaign begins, when a team of it sets out on another day, and by when it should be through."""
    for campaign in Campaign.select().order_by(Campaign.id):
        steps = [(day, f"{who}出发" if who else "走访开始") for day, who in _settings_out(campaign)]
        if campaign.ends is not None and (waiting := campaign_progress(campaign).waiting):
            steps.append((campaign.ends.latest(), f"走访到期，还有{waiting:,}户没有走访"))
        for day, words in steps:
            if first <= day <= last:
                title = campaign.occasion or "走访"
                yield ComingEvent(day, EventMatter.CAMPAIGN, None, campaign.name, "", "", title, words)


def _settings_out(campaign: Campaign) -> Iterator[tuple[date, str]]:
    """When it begins, and when each team sets out, where that is another day."""
    begins = campaign.begins.earliest() if campaign.begins is not None else None
    if begins is not None:
        yield begins, ""
    for team in teams(campaign):
        if team.begins is not None and (day := team.begins.earliest()) != begins:
            yield day, team.name


def runs_to_come(first: date, last: date) -> Iterator[ComingEvent]:
    """The runs that are not settled, on the last day of the last month that they pay."""
    for run in PayRun.select().where(PayRun.state != RunState.SETTLED).order_by(PayRun.id):
        if first <= (day := last_day(run.span[-1])) <= last:
            words = f"现在是“{run.state}”，还没有结清"
            yield ComingEvent(day, EventMatter.RUN, None, run.title(), "", "", "发放批次", words)
