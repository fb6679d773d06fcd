"""What can be done with a grant: started, stopped, changed, decided."""

from __future__ import annotations

from models.core.dates import PartDate
from models.pay.grants.grants import GradeChange, Grant
from models.people.identity import Identity, IdentityState
from tests.ui.pay.dues.conftest import choose, row


def test_a_stop_is_entered_with_its_day_and_reason(page, granted, qtbot, dialogs):
    identity = granted()
    page.refresh()
    choose(page, 0, qtbot)
    page.act.offer()
    words = [action.text() for action in page.act.choices.actions() if action.text()]
    assert words == [
        "停发…", "中止…", "取消…", "迁出…", "去世…", "调整伤残等级…", "核定起止月份、死亡原因、护理费…",
    ]  # fmt: skip

    def fill(dialog):
        assert dialog.form.editors["state"].value() == "停发"
        dialog.form.editors["since"].set_value(PartDate(2019, 8, 3))
        dialog.save()
        assert dialog.form.messages["reason"].text() == "请写明停发的原因"
        dialog.form.editors["reason"].set_value("判处有期徒刑")
        dialog.save()

    dialogs.fill = fill
    page.act.choices.actions()[0].trigger()
    assert Identity.get_by_id(identity.id).state == "停发"
    assert row(page)["last"] == "2019-08"
    page.act.offer()
    assert page.act.choices.actions()[0].text() == "恢复享受…"


def test_who_moves_in_is_paid_after_the_month_paid_to(page, identity, qtbot, dialogs):
    identity(kind="伤残人员", grade="一级", nature="因战", state="受理")
    page.refresh()
    choose(page, 0, qtbot)

    def fill(dialog):
        editors = dialog.form.editors
        assert not editors["place"].isHidden()
        for name, value in (("since", PartDate(2019, 6, 3)), ("paid_to", PartDate(2019, 8))):
            editors[name].set_value(value)
        editors["place"].set_value("海东市")
        dialog.save()

    dialogs.fill = fill
    page.act.change("享受待遇", moving=True)
    assert IdentityState.select().where(IdentityState.place == "海东市").exists()
    assert row(page)["first"] == "2019-09"


def test_a_grade_is_changed_and_the_old_one_kept(page, granted, qtbot, dialogs):
    identity = granted()
    page.refresh()
    choose(page, 0, qtbot)

    def fill(dialog):
        dialog.form.editors["grade"].set_value("三级")
        dialog.form.editors["approved"].set_value(PartDate(2019, 8, 20))
        dialog.save()

    dialogs.fill = fill
    page.act.grade()
    assert Identity.get_by_id(identity.id).grade == "三级"
    assert GradeChange.get().grade_before == "一级"
    assert row(page)["title"] == "残疾军人 三级因战"


def test_the_office_decides_with_its_ground(page, granted, qtbot, dialogs):
    granted()
    page.refresh()
    choose(page, 0, qtbot)

    def fill(dialog):
        dialog.form.editors["ends"].set_value(PartDate(2019, 8))
        dialog.save()
        assert dialog.form.messages["basis"].text() == "请写明核定起止月份的依据"
        dialog.form.editors["basis"].set_value("局党组会议纪要")
        dialog.save()

    dialogs.fill = fill
    page.act.decide()
    assert Grant.get().ends == PartDate(2019, 8)
    assert row(page)["last"] == "2019-08"
