from __future__ import annotations

from models.people.person import Person
from ui.pages.page import PrintWish
from ui.superior_forms.people_choice import PeopleChoice


def test_several_selected_are_meant_and_one_is_not(qtbot, session, person):
    ids = [person(name=f"马{number}").id for number in range(3)]
    for chosen, meant in ((ids[:1], ids), (ids[:2], ids[:2]), ([], ids)):
        made = PeopleChoice(PrintWish(list(chosen), ids, ""))
        qtbot.addWidget(made)
        assert [each.id for each in made.people()] == list(meant)


def test_people_keep_the_order_of_the_list_and_samples_are_of_the_forms_kind(
    qtbot, session, person, identity
):
    ids = [person(name=f"马{number}").id for number in range(3)]
    identity(Person.get_by_id(ids[0]), kind="三属")
    made = PeopleChoice(PrintWish([], ids[::-1], ""))
    qtbot.addWidget(made)
    assert [each.name for each in made.people()] == ["马2", "马1", "马0"]
    assert [each.name for each in made.samples(["三属"], 2)] == ["马0"]
    assert [each.name for each in made.samples([], 2)] == ["马2", "马1"]
