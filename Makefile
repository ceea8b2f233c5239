# Targets for people; each sets up what is missing first. `make help` lists them.
PYTHON ?= python3
PORT ?= 8000
RUN := .venv/bin/python
LOCK := UV_CACHE_DIR=.cache/uv .venv/bin/uv pip compile --quiet --generate-hashes --no-header --python-version 3.13
export PATH := $(PATH):$(CURDIR)/.venv/bin
export PYTHONDONTWRITEBYTECODE :=

.PHONY: help setup setup-browser serve build edition publish test engines bench audit addresses lock release changes clean
.DEFAULT_GOAL := help

help: ## list the targets, a line each
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "make %-10s %s\n", $$1, $$2}'

setup:
	@$(PYTHON) tools/setup.py

setup-browser:
	@$(PYTHON) tools/setup.py --browser

serve: setup ## build the whole site and serve it on http://127.0.0.1:8000/ (PORT= for another)
	@EDITION=$(EDITION) $(RUN) -m tools.site serve --port $(PORT)

build: setup ## build the deployable site in site/ (EDITION=voorbeeldstad for the one in edities/)
	@EDITION=$(EDITION) $(RUN) -m tools.site build --compress

edition: setup ## take filled Word files into edities/NAME.json (NAME=voorbeeldstad WORD="convenant.docx protocol.docx"), after make build
	@$(RUN) -m tools.edition $(NAME) $(WORD)

publish: setup ## lay site/ beside earlier versions in public/ (VERSION=v1, BRANCH= to keep them on; without VERSION it takes those)
	@$(RUN) -m tools.publish $(VERSION) $(if $(BRANCH),--branch $(BRANCH))

test: setup-browser ## run every test: Python, the same tree tests in Pyodide, the site in a browser
	@$(RUN) -m tools.test

engines: setup-browser ## Firefox and both WebKits, the one of iOS 16 too; renews the table in doc/engines.md
	@$(RUN) -m pytest -rs tests/engines
	@$(RUN) -m tests.engines.table

bench: setup-browser ## run the benchmarks: one table, and bench/results.json
	@$(RUN) -m tools.bench

audit: setup ## ask the registries for known weaknesses of the locked packages
	@$(RUN) -m tools.audit

addresses: setup ## record the addresses of new provisions in bron/adressen.txt
	@$(RUN) -m tools.addresses

lock: setup ## renew the locked Python packages after a change in pyproject.toml
	@$(LOCK) --group dev -o requirements.txt
	@$(LOCK) --group node -o requirements-node.txt
	@$(LOCK) --group properdocs --constraint requirements.txt --no-emit-package mkdocs -o requirements-properdocs.txt

release: setup ## raise the version and date the changes (NEW=1.2.3); commits nothing
	@$(RUN) -m tools.release $(NEW)

changes: setup ## keep what the release changed, for the feed (bron/wijzigingen.json)
	@$(RUN) -m tools.changes

clean: ## remove everything that set-up and build made
	rm -rf site .cache .venv node_modules .build .pytest_cache .mypy_cache .ruff_cache .hypothesis
