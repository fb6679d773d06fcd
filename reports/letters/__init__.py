"""Letters 文书 by the office's own templates: what each may ask, and how one is filled and set."""
