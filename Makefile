# make run     everything from a fresh clone to http://127.0.0.1:8000 (PORT=8080 make run: another port)
# make console the hotline console on http://127.0.0.1:8001 (officers: .venv/bin/assistant console-user NAME)
# make test    the same set-up, a browser and a Chinese font where they are missing, and the whole test suite
# make clean   remove what these made

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.PHONY: run console test clean

PORT ?= 8000
CONSOLE_PORT ?= 8001
VENV := .venv
SUITABLE := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
# The first Python that will do; a launcher that is there and does not start is passed over.
PYTHON ?= $(shell for candidate in python3 python3.13 python3.12 python3.11; do \
	"$$candidate" -c '$(SUITABLE)' 2>/dev/null && echo "$$candidate" && break; done)

run: $(VENV)/.installed-run
	@$(VENV)/bin/assistant index
	@exec $(VENV)/bin/assistant serve --port $(PORT)

console: $(VENV)/.installed-console
	@$(VENV)/bin/assistant index
	@exec $(VENV)/bin/assistant console --port $(CONSOLE_PORT)

test: $(VENV)/.installed-test
	@$(VENV)/bin/python -m tests.browser.provision
	@$(VENV)/bin/assistant index
	@$(VENV)/bin/python -m pytest

clean:
	rm -rf $(VENV) var
	find indexes -mindepth 1 ! -name README.md -delete

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "缺少 Python：需要 3.11、3.12 或 3.13（Python 3.11–3.13 is needed and was not found）。" >&2; exit 1; }
	@"$(PYTHON)" -m venv --clear $(VENV) || { echo "不能建立虚拟环境：Debian/Ubuntu 请先安装 python3-venv（venv could not be created）。" >&2; rm -rf $(VENV); exit 1; }

# Installed anew only when what is to be installed has changed.
$(VENV)/.installed-run: extras :=
$(VENV)/.installed-console: extras := [console]
$(VENV)/.installed-test: extras := [test]
$(VENV)/.installed-%: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "正在安装依赖（installing）…"
	@$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.$(extras)' \
		|| { echo "安装依赖失败：请检查网络或 pip 的设置（pip could not install the dependencies）。" >&2; exit 1; }
	@touch $@
