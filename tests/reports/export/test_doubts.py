"""What is doubtful, told to other programs."""

from __future__ import annotations

from models.people import findings
from reports.export.doubts import doubts_told


def test_a_masked_finding_hides_the_secret_it_quotes(person):
    person(phone="62284801234", number="630103195006150019")
    told = list(doubts_told(findings.all_findings()))
    assert any("62284801234" in each["finding"] for each in told)
    masked = list(doubts_told(findings.all_findings(), masked=True))
    assert not any("62284801234" in each["finding"] or "19500615" in each["number"] for each in masked)
    assert [each["weight"] for each in masked] == [each["weight"] for each in told]
