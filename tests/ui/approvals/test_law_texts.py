"""The section 政策依据: texts that were replaced, and what stands on them."""

from __future__ import annotations

from models.pay.dues import held_grants
from ui.approvals.law_texts import LawTextsPage

OLD = "《军人抚恤优待条例》（2011年修订，2019年修正）第十六条"


def test_the_chosen_text_shows_what_stands_on_it_and_opens_the_person(session, qtbot, case, person):
    made = case("三属定期抚恤金", person(name="马建国"), basis=OLD)
    page = LawTextsPage(session)
    qtbot.addWidget(page)
    page.show()
    codes = [each.text.code for each in page.texts.facts()]
    page.text_table.setCurrentIndex(page.texts.index(codes.index("条例2019"), 0))
    assert [each.name for each in page.rows.facts()] == ["马建国"]
    assert "办理中的审批1件" in page.sentence.text()
    with qtbot.waitSignal(page.person_wanted) as wanted:
        page.table.opened.emit(page.rows.facts()[0])
    assert wanted.args == [made.person_id]
    assert page.how_much() == f"共{len(codes)}个被代替的文本"


def test_with_nothing_on_it_a_text_says_so(session, qtbot):
    page = LawTextsPage(session)
    qtbot.addWidget(page)
    assert page.rows.facts() == []
    assert "0人按它享受待遇" in page.sentence.text()


def test_in_a_large_archive_what_stands_on_a_text_is_looked_for_in_the_background(
    session, qtbot, case, person, monkeypatch
):
    case("三属定期抚恤金", person(name="马建国"), basis=OLD)
    monkeypatch.setattr(held_grants, "FEW_IDENTITIES", -1)
    page = LawTextsPage(session)
    qtbot.addWidget(page)
    page.show_text("条例2019")
    assert page.texts.facts() == []
    qtbot.waitUntil(lambda: [each.name for each in page.rows.facts()] == ["马建国"])
