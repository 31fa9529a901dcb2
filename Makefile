# Everything a person does here. `make help` lists it.
SHELL := /bin/bash
export SWIFT_BACKTRACE = enable=no

SWIFT_FLAGS = -Xswiftc -warnings-as-errors --explicit-target-dependency-import-check error

.PHONY: help deps model build test demo lint

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 18

deps: ## install what is needed (Debian; as root or with sudo)
	@tools/install-dependencies

model: ## fetch the sentence encoder into models/ (33 MB; optional: all works without, but meanings are not compared)
	@tools/make-model models

build: deps ## debug build; warnings and undeclared imports are errors
	swift build --build-tests $(SWIFT_FLAGS)

test: build ## all tests
	swift test --skip-build

lint: ## house format, strictly
	swift format lint --strict --parallel --recursive Sources Tests Package.swift

format: ## bring all Swift into the house format
	swift format --in-place --parallel --recursive Sources Tests Package.swift
