"""Forms of a person: the person, identities and their states, accounts, the family; and new people."""
