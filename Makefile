# Everything a person does here. `make help` lists it.
SHELL := /bin/bash
export SWIFT_BACKTRACE = enable=no
export BIOBRIDGE_MODEL ?= $(CURDIR)/models

# Warnings are errors, and so is an import that the manifest does not declare: arrows only point down.
STRICT = -Xswiftc -warnings-as-errors --explicit-target-dependency-import-check error

# Where the demonstration lives, and where it is served.
DEMO_DATA ?= .build/demo
PORT ?= 8080

.PHONY: help deps model build test test-swift test-python test-browser test-sanitized demo release lint format bench-ledger \
	bench-match bench-start bench-encoder bench-mine bench-pages fuzz-exchange fuzz-documents screens clean

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 18

deps: ## install what is needed (Debian with a Swift toolchain; as root or with sudo)
	@tools/install-dependencies
	@tools/make-model models || echo "going on without the sentence encoder: meaning is not compared"

model: ## the weights of the sentence encoder alone
	@tools/make-model models

build: deps ## debug build of program and tests
	swift build --build-tests $(STRICT)

test: build test-swift test-python test-browser ## all tests

test-swift:
	swift test --skip-build

# The tests of modules with unsafe code in hot loops. Swift's own caches would be told as leaks.
test-sanitized: export BIOBRIDGE_PART = SearchIndexTests SentenceVectorsTests TextAnalysisTests SheetsTests
test-sanitized: ## the tests of modules with unsafe code, under the address sanitizer; ten minutes
	swift build --build-tests --sanitize=address --scratch-path .build/sanitized
	ASAN_OPTIONS=detect_leaks=0 swift test --skip-build --sanitize=address --scratch-path .build/sanitized

test-python: ## what the debug build writes, read by libraries that are not ours
	@tools/python-tests

test-browser: ## the way of a need in a real browser, on the debug build
	@tools/browser-tests

release: deps ## the program as it is run: .build/release/biobridge
	swift build -c release --product biobridge $(STRICT)

demo: release ## install, build, and serve the demonstration
	.build/release/biobridge serve --data "$(DEMO_DATA)" --port "$(PORT)" --demo

fuzz-exchange: build ## imports and OAI-PMH with 20,000 pieces of nonsense each; an import of 5,000 lines
	BIOBRIDGE_FUZZ=20000 BIOBRIDGE_IMPORT=5000 swift test --skip-build --filter ExchangeTests

fuzz-documents: build ## 10,000 damaged documents of all formats, each read by a child process; 500 through the site's form
	BIOBRIDGE_FUZZ=10000 swift test --skip-build --filter DocumentsTests.FuzzTests
	BIOBRIDGE_UPLOADS=500 swift test --skip-build --filter SiteTests.DamagedDocumentTests

bench-ledger: release ## durable commits per second, single and grouped
	.build/release/biobridge bench ledger

bench-match: release ## matching at 10,000 to 1,000,000 records, tantivy beside it; needs 4 GB of memory
	.build/release/biobridge bench match --with-tantivy

bench-start: release ## a server started on a million records (S7), the catalogue made anew (S11); half an hour, 15 GB
	.build/release/biobridge bench start

bench-encoder: release ## texts turned into vectors
	.build/release/biobridge bench encoder

bench-mine: release ## 300 and 1,000 pages mined, and the memory it takes (goal S9)
	.build/release/biobridge bench mine
	.build/release/biobridge bench mine --pages 1000

bench-pages: release ## pages per second and their bytes on the wire, with wrk (goals S4, S5, S10)
	@tools/bench-pages

screens: release ## pictures of the main pages, in docs/screens
	@tools/screens

lint: ## house format, strictly; arrows of the manifest
	@tools/check-arrows
	swift format lint --strict --parallel --recursive Sources Tests Package.swift

format: ## bring all Swift into the house format
	swift format --in-place --parallel --recursive Sources Tests Package.swift

clean: ## forget what was built; the demonstration's data too
	rm -rf .build
