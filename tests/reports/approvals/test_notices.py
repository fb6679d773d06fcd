"""The sheet that hangs out says nothing that others need not know."""

from __future__ import annotations

import pytest

from models.approvals.notices import new_notice
from models.core.record import Refusal
from models.printing.given_copies import GivenCopy
from reports.approvals import notices
from tests.conftest import USER
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
    assert f"副本{GivenCopy.get().number}{USER}" in said
    assert "公示：已遮盖" in said
    notice.withheld = "残疾情况"
    notices.write_public_notice(notice, tmp_path / "公示.pdf")
    assert "左腿" not in text_of(tmp_path / "公示.pdf")


def test_a_notice_that_would_say_a_number_is_not_written_and_the_offices_own_telephone_may_stand(
    case, identity, tmp_path, person, monkeypatch
):
    someone, out = person(name="马建国", phone="13897123456"), tmp_path / "公示.pdf"
    notice = new_notice(case("评定残疾等级", someone, identity=identity(someone, kind="伤残人员")))
    notice.begins, notice.contact = DAY, "0971-6130001，南大街1号"
    notices.write_public_notice(notice, out)
    assert "0971-6130001" in text_of(out)
    out.unlink()
    notice.contact = "0971-6130001"
    monkeypatch.setattr(notices.masks, "masked_words", str)
    someone.employer = "打电话13897123456"
    notice.approval.person = someone
    with pytest.raises(Refusal, match="还有不该列出的号码"):
        notices.write_public_notice(notice, out)
    assert [*tmp_path.glob("*.pdf")] == []
