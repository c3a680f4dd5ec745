# Leviers. « make » ou « make help » montre ce qu'on peut demander.
.DEFAULT_GOAL := help
.PHONY: help run test test-reloaded check format bench shots requirements content setup setup-dev

PYTHON := .venv/bin/python
PYTEST := -m pytest --numprocesses auto --dist worksteal
UV_COMPILE := .venv/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	--custom-compile-command "make requirements"

help: ## Cette aide
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: setup ## Prépare l'environnement s'il le faut, puis ouvre le programme
	@$(PYTHON) main.py

test: setup-dev ## Prépare l'environnement s'il le faut, puis passe les tests
	@$(PYTHON) $(PYTEST)

test-reloaded: ## Passer les tests de la recherche sur Whoosh-Reloaded, dans un environnement à part
	@bash tools/setup.sh reloaded
	@.venv-reloaded/bin/python $(PYTEST) tests/search tests/cli/test_searching.py

check: setup-dev ## Tout vérifier : forme, règles, types, architecture, contenu, tests (ce que fait .ci/run)
	.venv/bin/ruff format --check
	.venv/bin/ruff check
	.venv/bin/mypy
	.venv/bin/lint-imports
	$(PYTHON) tools/content_version.py --check
	$(PYTHON) $(PYTEST) --hypothesis-seed=0  # the same commit, the same answer; « make test » tries other examples

format: setup-dev ## Mettre le code en forme
	.venv/bin/ruff check --fix --exit-zero --quiet
	.venv/bin/ruff format

bench: setup-dev ## Mesurer les budgets, à côté de leurs références
	@bash tools/setup.sh bench
	@$(PYTHON) -m benchmarks

shots: setup-dev ## Photographier les vues et les pages PDF dans captures/
	@$(PYTHON) tools/shots.py

requirements: setup-dev ## Figer de nouveau les versions et les empreintes des paquets
	$(UV_COMPILE) --group build pyproject.toml --output-file requirements.txt
	$(UV_COMPILE) --group dev --constraint requirements.txt --output-file requirements-dev.txt
	$(UV_COMPILE) --group bench --constraint requirements-dev.txt --output-file requirements-bench.txt
	$(UV_COMPILE) --group reloaded --constraint requirements-dev.txt --output-file requirements-reloaded.txt

content: setup ## Donner une nouvelle version au contenu fourni, s'il a changé
	@$(PYTHON) tools/content_version.py

setup: ## Préparer .venv pour le programme
	@bash tools/setup.sh

setup-dev: ## Préparer .venv pour le développement
	@bash tools/setup.sh dev
