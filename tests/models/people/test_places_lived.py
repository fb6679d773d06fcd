from __future__ import annotations

from models.people.places_lived import communities, places_lived


def test_only_places_where_somebody_lives_are_offered(person):
    person(street="总寨镇", community="清河村")
    person(street="总寨镇", community="清河村")
    person(street="南滩街道", community="")
    person()
    lived = places_lived()
    assert set(lived) == {"", "总寨镇", "南滩街道"}
    assert communities(lived) == communities(lived, "总寨镇") == ("清河村",)
    assert communities(lived, "南滩街道") == communities(lived, "没有的街道") == ()
