"""Running totals over time: one line a source, with what is derived from it marked as derived."""
