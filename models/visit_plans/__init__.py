"""A campaign of visits 走访批次 from plan to result: whom, by which team, on which day, with what, and what came of it."""
