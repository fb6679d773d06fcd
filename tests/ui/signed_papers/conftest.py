from tests.reports.signed_papers.printed_pages import on_file, pile, printed_pages

__all__ = ["on_file", "pile", "printed_pages"]
