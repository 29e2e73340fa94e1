# Two commands: `make run` starts the bot, `make test` checks everything.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PYTHAINLP_READ_ONLY := 1
export PYTHAINLP_OFFLINE := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# What one process has compiled the others need not compile again.
export PYTHONDONTWRITEBYTECODE :=
KERNELS := $(wildcard bot/search/*.py bot/thai/*.py)

.PHONY: run test lint lock clean

run: $(VENV)/.run-ready $(VENV)/.compiled
	$(BIN)/python run_bot.py

test: $(VENV)/.test-ready $(VENV)/.compiled lint
	$(BIN)/python -m pytest

lint: $(VENV)/.test-ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# The lock files hold versions and hashes and no address of any index.
lock:
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header -o requirements.txt
	uv pip compile pyproject.toml --extra dev -c requirements.txt --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header -o requirements-dev.txt

clean:
	rm -rf $(VENV)

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "ต้องใช้ Python 3.11 ขึ้นไป / Python 3.11 or newer is needed")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run-ready: requirements.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --no-compile --require-hashes -r requirements.txt
	@touch $@

$(VENV)/.test-ready: requirements-dev.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --no-compile --require-hashes -r requirements-dev.txt
	@touch $@ $(VENV)/.run-ready

# Loading the kernels compiles them and keeps them beside their modules: half a minute, once. What
# was kept of modules that have changed goes, or it would pile up.
$(VENV)/.compiled: $(KERNELS) | $(VENV)/.run-ready
	@rm -f $(foreach changed,$?,$(dir $(changed))__pycache__/$(basename $(notdir $(changed))).*.nb[ci])
	$(BIN)/python -c 'import bot.search'
	@touch $@
