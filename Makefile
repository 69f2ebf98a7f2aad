# Each target installs what it needs, then calls a preset of CMakePresets.json.
PREFIX = /usr/local
# Seconds for each fuzz target.
TIME = 60

.PHONY: score test fuzz install bench robustness format lint analyze alone clean release
.NOTPARALLEL:  # one installation and one build at a time; each build is parallel in itself

score: release
	@build/release/ssi score data/steady-weekly-poster.json

test:
	@.ci/packages build test
	@cmake --preset test >/dev/null
	@cmake --build --preset test
	@ctest --preset test
	@echo "What takes longest, in seconds:"
	@awk 'NF == 3 {print $$3, $$1}' build/test/Testing/Temporary/CTestCostData.txt | sort -rn | head -n 8

fuzz:
	@.ci/packages build test
	@cmake --preset test >/dev/null
	@cmake --build --preset test --target ssi fuzz_programs
	@python3 -B tests/fuzz/run.py build/test/tests/fuzz $(TIME)

install: release
	@cmake --install build/release --prefix "$(PREFIX)"

bench:
	@.ci/packages build bench
	@cmake --preset bench >/dev/null
	@cmake --build --preset bench

robustness: release
	@SSI=build/release/ssi SSI_SOURCE_DIR=. python3 -B tests/robustness/run.py

format:
	@.ci/packages format
	@git ls-files '*.hpp' '*.cpp' | xargs clang-format -i

# The checks of .clang-tidy; and those that follow each path through a function, which take four times as long.
lint: CHECKS =
analyze: CHECKS = --checks='-*,clang-analyzer-*'
lint analyze:
	@.ci/packages build lint
	@cmake --preset lint >/dev/null
	@sed -n 's/^ *"file": "\(.*\)",*$$/\1/p' build/lint/compile_commands.json | xargs -n 1 -P 4 \
	  clang-tidy --quiet -p build/lint $(CHECKS) --extra-arg=-fno-caret-diagnostics  # else it counts what it leaves out

# Whether each file has all it includes.
alone:
	@.ci/packages build test
	@cmake --preset alone >/dev/null
	@sed -n 's/^ *"command": "\(.*\) -o .* \(-c .*\)",*$$/\1 -fsyntax-only \2/p' build/alone/compile_commands.json | \
	  sed 's/\\\(.\)/\1/g' | xargs -d '\n' -n 1 -P 4 sh -c

clean:
	@rm -rf build

release:
	@.ci/packages build
	@cmake --preset release >/dev/null
	@cmake --build --preset release >&2
