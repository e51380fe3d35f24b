# Two commands are enough: `make serve` and `make test`. `make help` lists the rest.
# Everything is installed into .venv by version and hash (requirements.lock); a stamp file
# there remembers it, so that the second time starts at once.
MAKEFLAGS += --silent --no-print-directory
SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PORT ?= 8123
PYTHON ?= python3
ONLY ?=
PAGES ?=
VARIANTS ?=
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes
TESTS_BELOW := \# What the tests need too
UV := uv==0.13.9
FONTS := fonts-noto-cjk fonts-lohit-deva
LETTERS := fc-list :lang=ja 2> /dev/null | grep -q . && fc-list :lang=ne 2> /dev/null | grep -q .
WORDS := $(wildcard locales/*/LC_MESSAGES/*.po)
pot ?= var/words

.PHONY: help serve test words compile extract bench audit tongues opinions statement transcripts screenshots icons lock clean checks browser engines webkit

help: ## This list
	awk -F':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

serve: .venv/.serving compile ## Start the portal with two fictional towns on http://127.0.0.1:PORT (8123)
	exec $(BIN)/python -m portal serve --port $(PORT)

test: .venv/.testing browser webkit ## Every check and every test, about a quarter of an hour
	$(MAKE) -j2 compile checks
	$(BIN)/python -m pytest -q -n 2 --dist loadscope

checks: .venv/.testing # What reads the code without running it
	$(BIN)/ruff check .
	$(BIN)/mypy --no-error-summary
	mkdir -p var
	$(BIN)/lint-imports > var/stairs || { cat var/stairs; exit 1; }

bench: .venv/.testing compile $(if $(filter cpu-% defects consent delivery api desk,$(ONLY)),,browser) ## Measure the cost of an application; ONLY=cpu-sqlite, cpu-postgresql, bytes, browser, speech, defects, consent, api, delivery (MINUTES=1 for a short one), desk (CASES=20000)
	exec $(BIN)/python -m tests.bench $(ONLY)

NARROWED = $(ONLY)$(PAGES)$(VARIANTS)$(URL)$(AGAIN)

audit: .venv/.testing compile browser $(if $(NARROWED),,engines webkit) ## Every accessibility check at every state in every look; ONLY= PAGES= VARIANTS= narrow it; AGAIN=yes after a mend, PAGES= those changed; URL= TOWNS= WALK=yes
	found=0; \
	$(BIN)/python -m a11y --only "$(ONLY)" --pages "$(PAGES)" --variants "$(VARIANTS)" \
		--url "$(URL)" --towns "$(TOWNS)" $(if $(WALK),--walk) $(if $(AGAIN),--again) || found=1; \
	$(if $(NARROWED),,$(BIN)/python -m a11y.opinions || found=1;) \
	$(if $(if $(AGAIN),,$(ONLY)$(PAGES)$(VARIANTS)$(URL)),,$(BIN)/python -m a11y.report || found=1;) exit $$found

tongues: .venv/.testing compile browser ## Every language by eye, by ear and on paper, and its official terms: tables; ONLY= (eye, ear, apart, terms) WALKS= (names, all) LANGUAGES= narrow it
	exec $(BIN)/python -m a11y.tongues $(if $(ONLY),--only "$(ONLY)") $(if $(WALKS),--walks "$(WALKS)") $(if $(LANGUAGES),--languages "$(LANGUAGES)")

opinions: .venv/.testing compile browser engines ## What other engines and a virtual screen reader say; ONLY= PAGES= narrow it; WRITE=yes keeps the transcripts
	exec $(BIN)/python -m a11y.opinions --only "$(ONLY)" --pages "$(PAGES)" $(if $(WRITE),--write)

statement: .venv/.testing ## The newest audit's report anew, and the statement the portal shows
	exec $(BIN)/python -m a11y.report --statement

transcripts: .venv/.testing compile browser ## What a screen reader tells of every page, into a11y/transcripts; PAGES= narrows it; read the difference
	exec $(BIN)/python -m a11y.transcripts "$(PAGES)"

icons: .venv/.testing ## The icons anew from static/icons/icon.svg
	$(BIN)/python -m tests.icons

screenshots: .venv/.testing compile browser ## A picture of every page in every state, in var/screenshots, and where each message is seen
	exec $(BIN)/python -m tests.browser.screenshots

words: extract ## Bring every catalogue in locales/ up to date with the sentences in use
	for po in $(WORDS); do \
		folder=$${po#locales/}; language=$$(echo $${folder%%/*} | tr - _); \
		$(BIN)/pybabel -q update --locale $$language --domain portal --input-file $(pot)/$$(basename $$po .po).pot \
			--output-file $$po --ignore-obsolete --no-fuzzy-matching --ignore-pot-creation-date --no-wrap || exit 1; \
	done

extract: .venv/.serving # The sentences in use, into $(pot)/portal.pot, desk.pot and services.pot
	mkdir -p $(pot)
	$(EXTRACT) --ignore-dirs "services data api desk" --output-file $(pot)/portal.pot portal templates
	$(EXTRACT) --output-file $(pot)/desk.pot portal/desk templates/desk
	$(EXTRACT) --output-file $(pot)/services.pot portal/catalogue/services portal/municipalities/data

EXTRACT = PYTHONPATH=. $(BIN)/pybabel -q extract --mapping-file pyproject.toml --keyword say --keyword meant:1c,2 --keyword count:1,2 \
	--add-location file --sort-by-file --no-wrap

compile: $(WORDS:.po=.mo)

%.mo: %.po | .venv/.serving
	$(BIN)/pybabel -q compile --locale ja --input-file $< --output-file $@

lock: | .venv/bin/python ## Choose the newest versions of everything and write them with their hashes to requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check $(UV)
	mkdir -p var
	$(COMPILE) pyproject.toml --output-file var/serve.lock
	$(COMPILE) pyproject.toml --group test --constraint var/serve.lock --output-file var/test.lock
	{ echo "# Made by make lock: versions and hashes, no addresses."; cat var/serve.lock; echo "$(TESTS_BELOW)"; \
		awk 'NR == FNR { if (/^[a-zA-Z0-9]/) served[$$1]; next } /^[a-zA-Z0-9]/ { more = !($$1 in served) } more' \
			var/serve.lock var/test.lock; } > requirements.lock
	rm -f var/serve.lock var/test.lock

COMPILE = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --upgrade \
	--no-header --no-annotate --system-certs

clean: ## Remove .venv and everything written, demo data included
	rm -rf .venv var a11y/node_modules .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache locales/*/LC_MESSAGES/*.mo
	find portal tests a11y -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2> /dev/null || \
		{ echo "Yorisoi needs Python 3.11 or newer; name it like this: make serve PYTHON=python3.12"; exit 1; }
	$(PYTHON) -c 'import ensurepip, venv' 2> /dev/null || \
		{ echo "This Python cannot make a venv; on Debian or Ubuntu: apt-get install python3-venv"; exit 1; }
	$(PYTHON) -m venv .venv

.venv/.serving: requirements.lock | .venv/bin/python
	echo "Installing what the server needs into .venv ..."
	awk '/^$(TESTS_BELOW)/ { exit } { print }' requirements.lock > .venv/serve.lock
	$(PIP) -r .venv/serve.lock
	mkdir -p var
	touch $@

.venv/.testing: requirements.lock .venv/.serving
	echo "Installing what the tests need into .venv ..."
	$(PIP) -r requirements.lock
	touch $@

browser: # Chromium without its window is half again as quick; the whole of it does where that is not packaged
	if ! command -v chromium-headless-shell > /dev/null || ! { $(LETTERS); }; then \
		if [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null; then \
			echo "Installing chromium and $(FONTS) for the browser tests ..."; apt-get -qq update; \
			$(APT) chromium-headless-shell $(FONTS) fontconfig > /dev/null || $(APT) chromium $(FONTS) fontconfig > /dev/null; \
		elif ! command -v chromium > /dev/null || ! { $(LETTERS); }; then \
			echo "The browser tests need packages; please run: sudo apt-get install chromium $(FONTS) fontconfig"; exit 1; \
		fi; \
	fi

webkit: # The engine of iPhones, its driver, and a screen in memory
	if ! command -v WebKitWebDriver > /dev/null || ! command -v Xvfb > /dev/null; then \
		if [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null; then \
			echo "Installing $(WEBKIT) for the second engine ..."; \
			apt-get -qq update && $(APT) $(WEBKIT) > /dev/null; \
		else \
			echo "The engine of iPhones needs two packages; please run: sudo apt-get install $(WEBKIT)"; exit 1; \
		fi; \
	fi

engines: a11y/node_modules/.ready # The engines asked for a second opinion; nobody's install script is run

a11y/node_modules/.ready: a11y/package-lock.json $(wildcard a11y/opinions/browser/*.js)
	if ! command -v npm > /dev/null || ! command -v java > /dev/null; then \
		if [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null; then \
			echo "Installing $(RUNTIMES) for the second opinions ..."; apt-get -qq update; \
			command -v java > /dev/null || $(APT) default-jre-headless > /dev/null; \
			command -v node > /dev/null || $(APT) nodejs > /dev/null; \
			command -v npm > /dev/null || $(APT) npm > /dev/null; \
		else \
			echo "The second opinions need packages; please run: sudo apt-get install $(RUNTIMES)"; exit 1; \
		fi; \
	fi
	echo "Installing the other engines into a11y/node_modules ..."
	cd a11y && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error > /dev/null && npm run --silent build
	touch $@

WEBKIT := webkit2gtk-driver xvfb
RUNTIMES := nodejs npm default-jre-headless
APT := DEBIAN_FRONTEND=noninteractive apt-get -qq install -y
