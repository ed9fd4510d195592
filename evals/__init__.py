"""Quality against corpora that lie outside the project, held to floors (`make evals`), and speed (`make bench`)."""
