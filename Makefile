# Verbs only. 'make' lists them; what each does is in ops/.
PYTHON ?= python3
VENV ?= .venv
LOCK = uv pip compile --quiet --universal --python-version 3.10 --generate-hashes --no-header
EXTRAS = --extra completion --extra metrics --extra verify
export VENV NO_INSTALL DEBIAN_MIRROR PROFILE KEEP_IMAGES MODEL
ifneq ($(origin NAME),command line)
unexport NAME # some systems set it to the host's
endif

help: ## list the verbs
	@grep -E "^[a-z-]+:.*##" $(MAKEFILE_LIST) | sed -E "s/:.*## /\t/" | sort | expand -t 14

up: ## set everything up, start the stack, show one verified plan (PROFILE=vllm, tgi or llamacpp)
	@$(PYTHON) -m ops.up

engine: ## install Docker and Compose on a Debian or Ubuntu host, if they are missing
	@$(PYTHON) -m ops.install_docker

preflight: ## look whether this host is ready
	@$(PYTHON) -m ops.preflight

doctor: ## will the chosen model run on this host? Before the start: GPU memory, ports, disk, clock (JSON=1)
	@$(PYTHON) -m ops.doctor $(if $(JSON),--json)

init: ## make env/student.env and the secrets, if they are missing
	@$(PYTHON) -m ops.init

images: ## pull the images, or build them from packages
	@$(PYTHON) -m ops.images

verify: ## look at the running stack: is every promise kept? (JSON=1 for programs)
	@$(PYTHON) -m ops.verify $(if $(JSON),--json)

keys: ## list the clients' keys by name: limits, age, expiry
	@$(PYTHON) -m ops.keys list

key-add: ## make a key, shown once (NAME=alice, RPM=60, TPM=10000, EXPIRES=90d)
	@$(PYTHON) -m ops.keys add

key-revoke: ## refuse a name's keys from now on (NAME=alice)
	@$(PYTHON) -m ops.keys revoke

key-rotate: ## make a new key; the old one stays valid for a while (NAME=alice, OVERLAP=24h, EXPIRES=90d)
	@$(PYTHON) -m ops.keys rotate

certificate: init ## wait until the running gateway shows the certificate of state/certs, or say why it does not
	@$(PYTHON) -m ops.gateway

ca: ## write the root certificate of the gateway's own authority, for clients to trust (FILE=student-ca.crt)
	@$(PYTHON) -m ops.ca

.PHONY: keys key-add key-revoke key-rotate certificate ca

down: ## stop the stack; settings, keys and metrics stay
	@docker compose down --remove-orphans

low-memory: ## the out-of-memory recipe: shorter context, fewer requests at once
	@$(PYTHON) -m ops.low_memory

models: ## list the models of env/models, and which of them this host has room for
	@$(PYTHON) -m ops.models

use: ## take a model of that list: MODEL=qwen2.5-math-7b-instruct
	@$(PYTHON) -m ops.use

download: ## fetch the chosen model, where it is not there; 'make up' does it too
	@$(PYTHON) -m ops.download

.PHONY: models use download

clean: ## remove what 'make up' made here: containers, networks, state, settings, images (KEEP_IMAGES=1 not these)
	@$(PYTHON) -m ops.clean

test: engine init images ## run all tests
	@$(PYTHON) -m ops.images vllm
	@$(PYTHON) -m ops.venv test
	@$(VENV)/bin/python -m pytest

test-unit: ## run the tests that need no Docker
	@$(PYTHON) -m ops.venv test
	@$(VENV)/bin/python -m pytest -m "not docker"

test-vllm: engine init ## run the tests that start vLLM, alone; builds its image (7 GB) if it is missing
	@$(PYTHON) -m ops.venv test
	@$(PYTHON) -m ops.images vllm
	@$(VENV)/bin/python -m pytest -m vllm

nano: ## train the bundled model anew; takes three and a half hours and its own Python environment
	@$(MAKE) -C models/student-nano all

bench: ## measure the client's CPU time against its peers, and the time of a verdict
	@$(PYTHON) -m ops.venv bench
	@$(VENV)/bin/python -m bench.client_cpu
	@$(VENV)/bin/python -m bench.verdicts

lock: ## write the lock files anew, with hashes (needs uv), and the digests of the images that were pulled
	@$(LOCK) client/pyproject.toml $(EXTRAS) -o client/requirements.txt
	@$(LOCK) tests/requirements.in client/pyproject.toml $(EXTRAS) -c client/requirements.txt -o tests/requirements.txt
	@$(LOCK) images/model/requirements.in -o images/model/requirements.txt
	@$(LOCK) bench/requirements.in client/pyproject.toml $(EXTRAS) -c tests/requirements.txt -o bench/requirements.txt
	@$(PYTHON) -m ops.pins

.PHONY: bench help up engine preflight doctor init images verify down low-memory clean test test-unit test-vllm nano lock
.DEFAULT_GOAL := help
