"""Hearsay: a ledger of claims in contested news."""
