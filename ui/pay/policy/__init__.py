"""Policy 政策: documents with what rests on them, confirmed at once; policy packs made and received."""
