package config

import (
	"reflect"
	"testing"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/caddyserver/caddy/v2/caddyconfig/caddyfile"
)

func TestBlockReadsSettings(t *testing.T) {
	var file string
	var most int
	var read []string
	text := "directive {\n file /k\n most 7\n read /a\n read /b /c\n}"
	err := Block(caddyfile.NewTestDispenser(text), map[string]any{"file": &file, "most": &most, "read": &read})
	if err != nil || file != "/k" || most != 7 || !reflect.DeepEqual(read, []string{"/a", "/b", "/c"}) {
		t.Error(file, most, read, err)
	}
}

func TestBlockRefuses(t *testing.T) {
	for _, text := range []string{
		"directive /path", "directive {\n other 1\n}", "directive {\n most\n}", "directive {\n most x\n}", "directive {\n most 1 2\n}",
	} {
		var most int
		if err := Block(caddyfile.NewTestDispenser(text), map[string]any{"most": &most}); err == nil {
			t.Errorf("%s: no error", text)
		}
	}
}

func TestRegisterTwice(t *testing.T) {
	registry := prometheus.NewRegistry()
	one := prometheus.NewGauge(prometheus.GaugeOpts{Name: "one"})
	other := prometheus.NewCounter(prometheus.CounterOpts{Name: "one"})
	if err := Register(registry, one, one); err != nil {
		t.Error(err)
	}
	if err := Register(registry, other); err == nil {
		t.Error("another collector of the same name is registered")
	}
}
