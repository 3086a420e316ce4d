# The verbs of the handbook. What is installed is remembered by what it was installed from (scripts/setup/),
# so a second run installs nothing and asks no network.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules --no-print-directory

SITE := site
ADDR := 127.0.0.1:8000

export PATH := $(CURDIR)/.venv/bin:$(PATH)
export PYTHONUTF8 := 1
unexport PYTHONHOME PYTHONPATH

.PHONY: help setup dev site serve serve-nginx check audit test build bench usb sbom bundle fix lock clean

help: ## Say what the verbs do
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

setup: ## Install what building the site needs into this checkout
	@sh scripts/setup/python.sh site
	@sh scripts/setup/node.sh .
	@sh scripts/setup/frontend.sh

dev: setup
	@sh scripts/setup/python.sh dev
	@sh scripts/setup/node.sh tests/validator

site: build ## Set up, check, build and audit the site, and say where to open it
	@echo "Open $(SITE)/index.html (file://$(CURDIR)/$(SITE)/index.html)"

build: setup ## Check the sources, build the site afresh, audit it and switch it into place
	@handbook build --site-dir $(SITE)

# Said out loud, because click 8.3 takes MkDocs 1.6's default for "off" (mkdocs/mkdocs#4032).
serve: setup ## Preview the site: an edited page shows itself at once (ADDR=host:port)
	@mkdocs serve --livereload --dev-addr $(ADDR)

serve-nginx: setup ## Release the site into .cache/srv and serve it as deploy/ does, on loopback (ADDR=host:port)
	@handbook release --to .cache/srv
	@sh scripts/setup/serve_nginx.sh .cache/srv $(ADDR)

check: setup ## Check the sources only
	@handbook check

audit: setup ## Check the built site as a reader would
	@handbook audit $(SITE)

# Playwright's own node needs a library that a bare Debian has not (libatomic), so its driver runs on ours.
test bench: export PLAYWRIGHT_NODEJS_PATH = $(shell PATH='$(PATH)' command -v node)

test: dev ## Run every test, the browser tests included
	ruff check scripts tests
	ruff format --check scripts tests
	mypy
	@sh scripts/setup/nginx.sh >/dev/null
	@sh scripts/setup/openssh.sh
	browser="$$(sh scripts/setup/chromium.sh)" && office="$$(sh scripts/setup/libreoffice.sh)" && \
		HANDBOOK_CHROMIUM="$$browser" HANDBOOK_SOFFICE="$$office" pytest -q -n 2 --dist loadfile
	@set -- tests/js/*.test.mjs; if [ -e "$$1" ]; then echo "node --test $$*"; node --test "$$@"; fi

bench: dev ## Measure builds, checks and pages against plain MkDocs (ARGS=--quick for a short run)
	@sh scripts/setup/python.sh bench
	@browser="$$(sh scripts/setup/chromium.sh)" && HANDBOOK_CHROMIUM="$$browser" python scripts/bench/run.py $(ARGS)

usb: setup ## Pack the site as one zip for a stick into dist/: unpack, open 开始.html, no network needed
	@handbook usb --to dist

sbom: dev ## List every third-party package with its licence as CycloneDX, in dist/
	@sh scripts/setup/sbom.sh

bundle: dev ## Pack sources, wheels and npm packages for an intranet without internet into dist/
	@sh scripts/setup/bundle.sh

fix: dev ## Put the Python code in order: fix what ruff can, and format
	ruff check --fix scripts tests
	ruff format scripts tests

UV_COMPILE := uv pip compile --quiet --upgrade --universal --fork-strategy fewest --python-version 3.11 \
	--generate-hashes --no-emit-index-url --custom-compile-command 'make lock'

lock: dev ## Remake the lock files from pyproject.toml, requirements/*.in and package.json
	$(UV_COMPILE) requirements/build.in -o requirements/build.lock
	$(UV_COMPILE) requirements/node.in -o requirements/node.lock
	$(UV_COMPILE) -c requirements/build.lock pyproject.toml -o requirements/site.lock
	$(UV_COMPILE) -c requirements/build.lock -c requirements/site.lock --extra dev pyproject.toml -o requirements/dev.lock
	$(UV_COMPILE) -c requirements/build.lock -c requirements/site.lock --extra bench pyproject.toml -o requirements/bench.lock
	for folder in . tests/validator; do npm install --prefix $$folder --package-lock-only --ignore-scripts --no-audit \
		--no-fund --omit-lockfile-registry-resolved; done

clean: ## Remove what the build and the tests made (not what was installed)
	rm -rf $(SITE) overrides/assets/dist .cache scripts/*.egg-info
	find scripts tests -name __pycache__ -type d -prune -exec rm -rf {} +
