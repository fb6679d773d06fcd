"""People 优抚对象: persons, their identities, papers, photos and findings, and the search for them."""
