# Every target is one script in scripts/; each can be run twice and ends with one clear line.

.PHONY: run demo build test format lint bench fuzz simulate handbook setup clean

run: ; @scripts/run
demo: ; @scripts/demo
build: ; @scripts/build
test: ; @scripts/test
format: ; @scripts/format
lint: ; @scripts/lint
bench: ; @scripts/bench
fuzz: ; @scripts/fuzz
simulate: ; @scripts/simulate
handbook: ; @scripts/handbook
setup: ; @scripts/setup
clean: ; @scripts/clean
