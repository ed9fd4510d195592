"""Pictures of what a ledger tells, drawn as SVG without a browser: time lines, graphs of origins, accounts of one incident.

Nothing in them rests on colour alone, nothing is fetched, nothing runs. All marks carry the id of their finding.
"""
