"""What an audit found: report.html for people, report.json for programs, report.earl.jsonld for other tools (EARL 1.0).

`audited` is what an audit saw, `outcome` what that means for each criterion, `html`, `earl` and `statement` tell it.
"""
