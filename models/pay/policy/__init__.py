"""Policy 政策: standards, figures and holidays by the documents they come from, and the packs in which they travel."""
