"""Jobs and operations: what an officer asked for is done in the background, or refused in plain words."""
