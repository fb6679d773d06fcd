"""Words that people write in their tables: kinds, ends, names, results, money in characters."""
