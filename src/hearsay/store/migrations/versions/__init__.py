"""One module a step; the names sort in the order of the steps."""
