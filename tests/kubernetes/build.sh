#!/usr/bin/env bash
# Builds a cluster's programs from Go modules: build.sh FOLDER. They are made once: FOLDER/bin/versions says of what.
# On two processors that others used, too, it took half an hour; Go's own cache grows by 3 GB.
set -euo pipefail
KUBERNETES=1.34.4
COREDNS=1.12.4
KUBE_ROUTER=2.1.0
KEDA=2.21.0
CERT_MANAGER=1.21.2
PROMETHEUS_OPERATOR=0.85.0
LWS=0.9.0
versions="kubernetes $KUBERNETES, coredns $COREDNS, kube-router $KUBE_ROUTER"
versions="$versions, keda $KEDA, cert-manager $CERT_MANAGER, operator $PROMETHEUS_OPERATOR, lws $LWS"
folder=${1:?the folder to build in}
[ "$(cat "$folder/bin/versions" 2>/dev/null)" != "$versions" ] || exit 0
PATH=$PATH:/usr/local/go/bin
command -v go >/dev/null || {
    echo "ERROR go is not here, and a cluster's programs are built with it. Fix: install Go 1.25 or newer" >&2
    exit 1
}
mkdir -p "$folder/bin"
export CGO_ENABLED=0 GOTOOLCHAIN=local GOFLAGS="-mod=mod -buildvcs=false -trimpath -gcflags=all=-dwarf=false"

# A module of its own for each, so that one's requirements do not change another's.
begin() {
    rm -rf "$folder/build/$1"
    mkdir -p "$folder/build/$1"
    cd "$folder/build/$1"
    printf 'module build/%s\n\ngo 1.25.0\n' "$1" >go.mod
}

begin kubernetes
go mod edit -require="k8s.io/kubernetes@v$KUBERNETES"
# Its own go.mod replaces these by folders that only its repository has. Each is a module too, by another number.
for part in $(go mod download -json "k8s.io/kubernetes@v$KUBERNETES" | sed -n 's/.*"GoMod": "\(.*\)".*/\1/p' |
    xargs sed -n 's|^\tk8s.io/\([a-z-]*\) => ./staging/.*|\1|p'); do
    go mod edit -replace="k8s.io/$part=k8s.io/$part@v0.${KUBERNETES#1.}"
done
about=k8s.io/component-base/version # without these its programs disagree on their versions
for program in kube-apiserver kube-controller-manager kube-scheduler kube-proxy kubelet; do
    go build -ldflags "-s -w -X $about.gitVersion=v$KUBERNETES -X $about.gitMajor=1 -X $about.gitMinor=34" \
        -o "$folder/bin/$program" "k8s.io/kubernetes/cmd/$program"
done

begin coredns
go mod edit -require="github.com/coredns/coredns@v$COREDNS"
cat >main.go <<'GO'
// A cluster's name service, with no plugin more than that needs.
package main

import (
	"github.com/coredns/coredns/core/dnsserver"
	"github.com/coredns/coredns/coremain"
	_ "github.com/coredns/coredns/plugin/cache"
	_ "github.com/coredns/coredns/plugin/errors"
	_ "github.com/coredns/coredns/plugin/kubernetes"
)

func main() {
	dnsserver.Directives = []string{"errors", "cache", "kubernetes"}
	coremain.Run()
}
GO
go build -ldflags "-s -w" -o "$folder/bin/coredns" .

begin kube-router # enforces network policies, which the bridge plugin does not
go mod edit -require="github.com/cloudnativelabs/kube-router/v2@v$KUBE_ROUTER"
go build -ldflags "-s -w" -o "$folder/bin/kube-router" github.com/cloudnativelabs/kube-router/v2/cmd/kube-router

begin pause
cat >main.go <<'GO'
// The first process of a pod: it keeps the pod's namespaces, and takes over processes whose parent has ended.
package main

import (
	"os"
	"os/signal"
	"syscall"
)

func main() {
	told := make(chan os.Signal, 16)
	signal.Notify(told, syscall.SIGTERM, syscall.SIGINT, syscall.SIGCHLD)
	for what := range told {
		if what != syscall.SIGCHLD {
			os.Exit(0)
		}
		for pid := 1; pid > 0; {
			pid, _ = syscall.Wait4(-1, nil, syscall.WNOHANG, nil)
		}
	}
}
GO
go build -ldflags "-s -w" -o "$folder/bin/pause" .

# What operators' objects may be. Their modules have it.
mkdir -p "$folder/crds"
schema() { # MODULE@VERSION FOLDER KIND…
    local at kind
    at=$(go mod download -json "$1" | sed -n 's/.*"Dir": "\(.*\)".*/\1/p')/$2
    shift 2
    for kind in "$@"; do install -m 644 "$at/$kind.yaml" "$folder/crds/"; done
}
schema "github.com/kedacore/keda/v2@v$KEDA" config/crd/bases keda.sh_scaledobjects
schema "github.com/cert-manager/cert-manager@v$CERT_MANAGER" deploy/crds cert-manager.io_certificates
schema "github.com/prometheus-operator/prometheus-operator@v$PROMETHEUS_OPERATOR" example/prometheus-operator-crd \
    monitoring.coreos.com_podmonitors monitoring.coreos.com_prometheusrules
schema "sigs.k8s.io/lws@v$LWS" config/crd/bases leaderworkerset.x-k8s.io_leaderworkersets
printf %s "$versions" >"$folder/bin/versions"
