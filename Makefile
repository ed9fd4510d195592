# Two commands on a fresh machine (Python >= 3.11, make, git): `make demo`, `make test`.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: demo test lint types check evals bench clean train

demo: $(READY)
	$(BIN)/hearsay demo

test: $(READY)
	$(BIN)/python -m pytest -n 2

lint: $(READY)
	$(BIN)/ruff check .

types: $(READY)
	$(BIN)/mypy

check: lint types test

evals: $(READY)
	$(BIN)/python -m evals.own_words
	$(BIN)/python -m evals.gate

bench: $(READY)
	OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1 $(BIN)/python -m evals.bench

train:
	training/reproduce.sh

clean:
	rm -rf .venv .boot

# uv is taken from the path, or put into a small environment of its own; uv.lock says what is installed.
$(READY): pyproject.toml uv.lock
	@command -v uv >/dev/null 2>&1 || test -x .boot/bin/uv || { $(PYTHON) -m venv .boot && .boot/bin/python -m pip install --quiet --disable-pip-version-check uv; }
	PATH="$$PATH:$(CURDIR)/.boot/bin" uv sync --quiet --frozen
	@touch $(READY)
