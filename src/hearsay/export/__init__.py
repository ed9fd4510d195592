"""What leaves Hearsay: the JSON contract, tables for spreadsheets, and what the terminal shows."""
