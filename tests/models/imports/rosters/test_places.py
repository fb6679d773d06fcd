"""Villages and streets as titles between people."""

from __future__ import annotations

import pytest

from models.imports.rosters.places import below_title, place_above, place_titled


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("东村（2人）", {"community": "东村"}), ("东村 2人", {"community": "东村"}), ("一、东村：", {"community": "东村"}),
        ("清河社区", {"community": "清河社区"}), ("总寨镇", {"street": "总寨镇"}), ("南滩街道（共12人）", {"street": "南滩街道"}),
        ("总寨镇清河村", {"street": "总寨镇", "community": "清河村"}), ("村名：东村", {"community": "东村"}),
        ("二、带病回乡人员", {}), ("二、带病回乡（13人）", {}), ("丰产乡", {"street": "丰产乡"}), ("总寨镇参战退役人员花名册", {}), ("农村", {}), ("小计", {}), ("以下为各村", {}),
    ],
)  # fmt: skip
def test_a_title_that_is_a_place_names_it(title, place):
    assert place_titled(title) == place


def test_a_street_ends_the_village_before_it():
    assert below_title({"street": "甲镇", "community": "东村"}, "乙镇") == {"street": "乙镇"}
    assert below_title({"street": "甲镇"}, "西村") == {"street": "甲镇", "community": "西村"}
    assert place_above([["参战花名册", ""], ["东村", ""]]) == {"community": "东村"}
