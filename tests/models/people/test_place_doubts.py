"""A community under another street than all others have it."""

from __future__ import annotations

import pytest

from models.people import findings

OTHER = "七一社区在其他5份档案里属于总寨镇，这份写的是仓门街街道，请核对"


@pytest.fixture
def living(person):
    def make(*streets, community="七一社区"):
        return [person(name=f"人{n}", street=street, community=community) for n, street in enumerate(streets)]

    return make


def places(found):
    return [(each.person, each.message) for each in found if each.field == "community"]


def test_one_file_against_five_is_told_in_the_list_and_in_the_file(living):
    *most, one = living(*["总寨镇"] * 5, "仓门街街道")
    assert places(findings.all_findings()) == places(findings.findings_of(one)) == [(one.id, OTHER)]
    assert places(findings.findings_of(most[0])) == []


@pytest.mark.parametrize(
    "streets", [["总寨镇"] * 4 + ["仓门街街道"], ["总寨镇"] * 9 + ["仓门街街道"] * 2, ["总寨镇"] * 5 + [""]]
)
def test_fewer_files_against_each_one_and_who_says_no_street_are_no_doubt(living, streets):
    living(*streets)
    assert places(findings.all_findings()) == []


def test_two_streets_may_have_communities_of_one_name(living):
    living(*["总寨镇"] * 6, *["仓门街街道"] * 6, community="新村")
    assert places(findings.all_findings()) == []
