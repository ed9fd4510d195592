"""What people do with findings: a queue to go through, edits, many verdicts at once, undo, agreement, the log."""
