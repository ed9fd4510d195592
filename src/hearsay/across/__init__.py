"""Across reports: a ledger joined with what compares its reports. What commands and pages ask of it."""
