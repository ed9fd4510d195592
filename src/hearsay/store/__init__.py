"""The ledger on disk: texts, findings and verdicts are added, and what stands is computed from them."""
