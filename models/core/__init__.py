"""The core that knows no noun of the office: records and their fields, the journal, codes, dates, money, masks."""
