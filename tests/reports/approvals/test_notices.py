"""The sheet that hangs out says nothing that others need not know."""

from __future__ import annotations

from models.approvals.notices import new_notice
from reports.approvals import notices
from tests.reports.conftest import DAY
from tests.reports.papers import text_of


def test_a_notice_says_how_long_and_hides_what_nobody_needs(case, identity, tmp_path, person):
    someone = person(
        name="马建国", residence="城中区南大街1号3单元", street="南川东路街道", phone="13897123456"
    )
    made = identity(
        someone, kind="伤残人员", state="受理", unit="某部队", unit_name="番号12345", disability="左腿残缺"
    )
    notice = new_notice(case("评定残疾等级", someone, identity=made))
    notice.begins = DAY
    notices.write_public_notice(notice, tmp_path / "公示.pdf")
    said = text_of(tmp_path / "公示.pdf")
    assert "2020年9月10日至2020年9月21日，共7个工作日" in said
    assert "左腿残缺" in said
    for hidden in (someone.number, "13897123456", "3单元", "番号", "某部队"):
        assert hidden not in said
    notice.withheld = "残疾情况"
    notices.write_public_notice(notice, tmp_path / "公示.pdf")
    assert "左腿" not in text_of(tmp_path / "公示.pdf")
