"""The ledger of the year's work 双拥工作台账: publicity, reports sent, activities, services, honours, rates."""
