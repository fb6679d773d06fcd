"""Electronic transfer 归档移交: a folder for the archive bureau, with a PDF/A-2u and metadata for each volume, lists and hashes."""
