"""Who may import whom: the rooms of each layer in their order, each with those of its own layer that it may import.

A room stands below all that it imports, so that there can be no circle. Lower layers are open to all (main → ui → reports →
models). A new room is a line here; a new edge is a word in its line, if it points upwards, else the thing stands in the
wrong room. ``ROOT`` is what lies in the layer's own folder; ``ANY`` is every room above.
"""

ROOT, ANY = "root", "any room above"

MODELS = {
    "characters": "",  # forms, strokes and parts
    "core": "characters",  # knows no noun
    "law": "core",
    "heads": "core",
    "incoming": "core",  # papers and packed files of anybody, before they are kept
    "archive": "core heads incoming",
    "faults": "archive",  # what is said of them in the log
    "forms": "core archive",  # what was typed in one
    "migrations": "core archive",
    "backups": "core heads incoming archive",
    "updates": "core archive backups",
    "office": "core heads archive",
    "people": "characters core law incoming archive office",
    "printing": "core archive",
    "uses": "core heads archive people printing",
    "imports.workbooks": "core incoming",
    "imports.words": "core",
    "imports.evidence": "core people imports.words",
    "imports.sheets": "core imports.workbooks imports.words imports.evidence",
    "imports.shapes": "core imports.sheets imports.workbooks imports.words imports.evidence",
    "payments": "core people",
    "own_fields": "core archive people imports.sheets imports.evidence",
    "merging": "core people payments",
    "visits": "core people",
    "ledger": "core people payments",
    "veterans": "core people payments ledger",
    "disclosure": "core office imports.evidence own_fields",
    "filters": "core people own_fields visits imports.sheets imports.workbooks",
    "approvals": "core law office people",
    "pay.standards": "core law people",
    "pay.grants": "core law office people approvals pay.standards",
    "pay.eligibility": "core law people pay.standards pay.grants",
    "pay.dues": "core law people own_fields payments pay.standards pay.grants pay.eligibility",
    "pay.policy": "core law incoming office people pay.standards",
    "deaths": "core law office people payments approvals pay.standards pay.grants pay.dues imports.sheets imports.shapes"
    " imports.workbooks",
    "aid": "core law office people payments approvals pay.standards deaths",
    "pay.runs": "core law archive office people payments pay.standards pay.grants pay.eligibility pay.dues deaths"
    " imports.sheets imports.workbooks imports.words",
    "pay.returns": "core office payments pay.standards pay.grants pay.dues pay.runs imports.sheets imports.workbooks imports.words",
    "pay.templates": "core payments pay.standards pay.runs imports.sheets imports.workbooks",
    "visit_plans": "core people visits filters",
    "forecast": "core office people payments visits ledger approvals aid pay.standards pay.grants pay.eligibility pay.dues pay.runs visit_plans",
    "signed_papers": "core archive office people visit_plans",
    "imports.registers": "core people payments visits ledger veterans imports.sheets imports.workbooks imports.words"
    " imports.evidence",
    "imports.rosters": "core people own_fields imports.sheets imports.workbooks imports.words imports.evidence",
    "imports.checks": "core imports.workbooks imports.words imports.sheets imports.registers imports.rosters",
    "imports": "core incoming backups office people own_fields merging payments visits ledger veterans pay.returns imports.sheets imports.shapes"
    " imports.workbooks imports.words imports.evidence imports.registers imports.rosters imports.checks",
    "superior_forms": "core office people pay.standards pay.grants pay.dues imports imports.sheets imports.shapes imports.workbooks imports.words"
    " imports.evidence imports.rosters",
    "handover": "core law archive people signed_papers visits visit_plans ledger approvals office pay.standards pay.grants pay.dues pay.runs forecast deaths payments",
    "spot_checks": "core law archive office people payments approvals pay.standards pay.grants pay.dues pay.runs signed_papers",
    "checkups": "core archive people payments ledger deaths pay.standards pay.runs signed_papers superior_forms imports imports.sheets imports.shapes"
    " imports.workbooks imports.registers imports.rosters imports.evidence",
    "transfers": "core office people",
    "year.figures": "core people own_fields payments visits ledger veterans approvals aid imports.sheets imports.words",
    "year.statistics": "core office people payments visits ledger approvals",
    "year.cross_tables": "core office people own_fields filters year.figures year.statistics",
    "year.proposals": "core people visits ledger forecast pay.standards year.figures",
    "year.summary": "core office people payments visits ledger pay.runs pay.standards year.figures year.statistics year.proposals",
    "practice": "core people printing uses payments visits ledger veterans filters approvals aid deaths"
    " pay.standards pay.grants pay.eligibility pay.dues pay.runs pay.returns visit_plans",
    "devices": "core people practice",
    ROOT: ANY,  # all records, opening and closing, the desk
    "undo": f"core office people merging imports pay.runs {ROOT}",
    "rescue": f"core archive backups office people payments migrations {ROOT}",
    "past": f"core law archive people payments pay.runs year.statistics {ROOT}",
}

REPORTS = {
    "pdf": "",  # knows no noun
    "paper": "pdf",
    "tables": "paper pdf",
    "charts": "paper",
    "official": "paper charts pdf",
    "changes": "paper tables",
    "person": "changes paper tables",
    "volumes": "paper tables person",
    "transfer": "pdf paper tables person volumes",
    "disclosure": "changes paper tables pdf",
    "export": "changes paper tables",
    "aid": "paper tables",
    "imports": "paper tables",
    "form_books": "",  # knows no noun but what is written into a cell
    "superior_forms": "paper tables official form_books",
    "letters": "paper official superior_forms",
    "approvals": "changes paper tables disclosure official person letters",
    "manual": "paper pdf official",
    "ledger": "paper tables",
    "pay": "paper tables letters",
    "visits": "paper tables person",
    "visit_plans": "paper tables person",
    "signed_papers": "pdf paper person visit_plans",
    "year.statistics": "paper pdf tables charts official",
    "forecast": "paper tables charts year.statistics",
    "spot_checks": "paper",
    "handover": "paper",
    "checkups": "paper tables person",
    "year": "paper official year.statistics",
    ROOT: ANY,
    "support": f"paper {ROOT}",
    "commands.answers": ANY,
    "commands": ANY,
}

UI = {
    "widgets": "",  # knows no noun
    "jobs": "widgets",
    "updates": "widgets jobs",
    "pages": "widgets jobs updates",
    "disclosure": "widgets jobs",
    "forms": "widgets jobs disclosure",
    "merging": "widgets jobs forms",
    "print_records": "widgets jobs",
    "printing": "widgets jobs disclosure print_records",
    "tables": "widgets jobs pages forms printing disclosure",
    "lists": "widgets jobs pages forms tables printing disclosure",
    "pictures": "widgets jobs forms",
    "materials": "widgets jobs pages forms tables lists printing pictures",
    "person_forms": "widgets jobs forms tables lists pictures merging",
    "own_fields": "widgets jobs pages forms tables lists",
    "imports": "widgets jobs own_fields",
    "superior_forms": "widgets jobs pages imports",
    "signed_papers": "widgets jobs pages forms tables lists pictures",
    "support": "widgets jobs",
    "past": "widgets jobs pages forms printing",
    "print_ledger": "widgets jobs pages tables lists print_records printing",
    "transfer": "widgets jobs pages forms tables lists printing",
    "backups": "widgets jobs",
    "rescue": "widgets jobs forms",
    "start": "widgets jobs pages forms printing tables lists support backups rescue updates",
    "desk": "widgets jobs pages tables lists backups",
    "journal": "widgets jobs pages forms tables lists printing",
    "people": "widgets jobs pages forms tables lists merging",
    "ledger": "widgets jobs pages forms tables lists printing materials",
    "veterans": "pages ledger",
    "aid": "widgets jobs pages forms tables lists printing materials",
    "letters": "widgets jobs printing",
    "approvals": "widgets jobs pages forms tables lists printing pictures materials person_forms aid disclosure",
    "deaths": "widgets jobs pages forms tables lists printing materials",
    "visit_plans": "widgets jobs pages forms tables lists printing people",
    "visits": "widgets jobs pages forms tables lists printing materials visit_plans",
    "pay.standards": "widgets jobs pages forms tables lists printing",
    "pay.policy": "widgets jobs pages forms tables lists pay.standards",
    "pay.dues": "widgets jobs pages forms tables lists printing person_forms",
    "pay.templates": "widgets jobs forms",
    "pay.eligibility": "widgets jobs pages forms tables lists printing materials pay.dues",
    "pay.runs": "widgets jobs pages forms tables lists printing materials pay.templates pay.dues pay.eligibility",
    "pay": "widgets jobs pages forms tables lists aid approvals deaths visits pay.standards pay.policy pay.dues"
    " pay.eligibility pay.runs",
    "forecast": "widgets jobs pages forms tables lists printing pay.dues",
    "spot_checks": "widgets jobs pages forms tables lists printing",
    "handover": "widgets jobs pages forms tables lists printing materials",
    "checkups": "widgets jobs pages forms tables printing materials",
    "year": "widgets jobs pages forms tables lists printing people visits pay forecast spot_checks checkups",
    "person": "widgets jobs pages forms tables lists printing pictures materials person_forms ledger aid approvals visits pay"
    " merging print_ledger past",
    "main": ANY,
}

LAYERS = {"models": MODELS, "reports": REPORTS, "ui": UI}
ROOT_FILES = {
    "models": {
        "current_form",
        "departure",
        "desk",
        "migrations",
        "opener",
        "own_todos",
        "proof",
        "records",
        "store",
    },
    "reports": {"backup_slip", "death_affairs", "deaths", "practice", "recovery_sheet", "self_test"},
    "ui": set(),
}
MOST_FILES = 18  # in a folder, what is found at a glance
