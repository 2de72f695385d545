# Switchboard: run it, test it. `make help` lists what there is.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

TARGET := $(abspath $(or $(CARGO_TARGET_DIR),target))
# Tools that cargo installs, on machines whose shell does not look there.
export PATH := $(or $(CARGO_HOME),$(HOME)/.cargo)/bin:$(PATH)

# One selection of packages for every call of cargo: another one may choose other features and compile everything twice.
WORKSPACE := --workspace --locked
NEXTEST := cargo nextest run $(WORKSPACE) --config-file tests/nextest.toml
# A window without a graphics card, a screen or assistive technology, on a session bus of its own. What is on the screen stands in a file.
SCREEN := $(TARGET)/screen
HEADLESS := env WEBKIT_DISABLE_DMABUF_RENDERER=1 LIBGL_ALWAYS_SOFTWARE=1 NO_AT_BRIDGE=1 SWITCHBOARD_SCREEN='$(SCREEN)' \
	dbus-run-session -- xvfb-run --auto-servernum --server-args='-screen 0 1280x800x24 -fbdir $(SCREEN)'

UI_SOURCES := $(shell find ui -not -path '*/node_modules*' -not -path 'ui/dist*' -type f)

.PHONY: help
help: ## list the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/make \1\t\2/' | expand -t 20

# ---- run

# Makes a line to click of the line of JSON that the server prints.
SAY_WHERE := require("readline").createInterface({ input: process.stdin }).on("line", (line) => { \
	const { relay, console: page, token, error } = JSON.parse(line); \
	console.log((relay ? "Relay:   " + relay : error.message) + "\nConsole: " + page + "/\x23token=" + token); })

.PHONY: run
ifneq ($(DISPLAY)$(WAYLAND_DISPLAY),)
run: ## open the desktop window; without a display, start the server and print the console's address
	@tests/setup.sh window
	@$(MAKE) --no-print-directory ui/dist/index.html
	cargo run --locked --package switchboard
else
run:
	@tests/setup.sh server
	@$(MAKE) --no-print-directory ui/dist/index.html
	@echo 'There is no display here, so the console is served to a browser.'
	@cargo run --quiet --locked --package switchboard-server | node -e '$(SAY_WHERE)'
endif

ui/dist/index.html: $(UI_SOURCES)
	cd ui && npm run --silent build

# ---- test

.PHONY: test
test: ## check and test everything; says how long each stage took
	@tests/stages.sh '$(TARGET)/stages' setup ui format clippy rust browser window

.PHONY: test-setup test-ui test-format test-clippy test-rust test-browser test-window
test-setup:
	tests/setup.sh test

# First, because the server carries the built UI inside it.
test-ui:
	$(MAKE) --no-print-directory ui/dist/index.html
	cd ui && npm run --silent format:check
	cd ui && npm run --silent check
	cd ui && npm run --silent lint
	cd ui && npm run --silent test

test-format:
	cargo fmt --all --check

test-clippy: ui/dist/index.html
	cargo clippy $(WORKSPACE) --all-targets --quiet -- -D warnings

# Everything but the window; and the UI's TypeScript must be what the engine declares.
test-rust: ui/dist/index.html
	cargo build $(WORKSPACE) --bins --quiet
	'$(TARGET)/debug/schema' --check
	$(NEXTEST) -E 'not binary(window)'

test-browser: ui/dist/index.html
	cargo build $(WORKSPACE) --bins --quiet
	cd tests/ui && SWITCHBOARD_BIN='$(TARGET)/debug' npx --no-install playwright test

test-window: ui/dist/index.html
	cargo build $(WORKSPACE) --bins --quiet
	mkdir -p '$(SCREEN)'
	$(HEADLESS) $(NEXTEST) -E 'binary(window)'

# ---- the rest

.PHONY: bench
bench: ## build for release and measure, each number beside its baseline; BENCH=--quick for a smoke run
	@tests/setup.sh bench
	@$(MAKE) --no-print-directory ui/dist/index.html
	cargo build --release --locked --package switchboard-server
	mkdir -p '$(TARGET)/bench'
	TMPDIR='$(TARGET)/bench' cargo bench --locked --package switchboard-tests --bench numbers -- $(BENCH)

.PHONY: screenshots
screenshots: ## make the pictures of the README anew, from the real window
	@tests/setup.sh test
	@$(MAKE) --no-print-directory ui/dist/index.html
	cargo build $(WORKSPACE) --bins --quiet
	mkdir -p '$(SCREEN)'
	SWITCHBOARD_SCREENSHOTS='$(CURDIR)/tests/window' $(HEADLESS) $(NEXTEST) --run-ignored only -E 'binary(window)'

.PHONY: bindings
bindings: ## write the UI's TypeScript anew from the engine's declarations
	cargo run --locked --package switchboard-engine --bin schema

.PHONY: clean
clean: ## remove everything that was built or installed here
	cargo clean --quiet
	rm -rf ui/dist ui/node_modules tests/ui/node_modules tests/ui/test-results
