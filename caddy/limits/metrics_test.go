package limits

import (
	"fmt"
	"testing"

	"github.com/prometheus/client_golang/prometheus"
	dto "github.com/prometheus/client_model/go"
)

func value(t *testing.T, metric prometheus.Metric) float64 {
	t.Helper()
	var read dto.Metric
	if err := metric.Write(&read); err != nil {
		t.Fatal(err)
	}
	return read.GetCounter().GetValue() + read.GetGauge().GetValue()
}

// series returns the names of keys that have a series in each of the metrics.
func series(t *testing.T) map[string]int {
	t.Helper()
	registry := prometheus.NewRegistry()
	for range 2 { // a second site shares the registry
		if err := Register(registry); err != nil {
			t.Fatal(err)
		}
	}
	families, err := registry.Gather()
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]int{}
	for _, family := range families {
		for _, metric := range family.GetMetric() {
			for _, label := range metric.GetLabel() {
				if label.GetName() == "key" {
					found[label.GetValue()]++
				}
			}
		}
	}
	return found
}

func names(prefix string, count int) map[string]bool {
	made := map[string]bool{}
	for i := range count {
		made[fmt.Sprintf("%s-%d", prefix, i)] = true
	}
	return made
}

func TestSeriesBeginAtZero(t *testing.T) {
	SetNames(names("few", few))
	if found := series(t); found["few-0"] != 7 || found[fmt.Sprintf("few-%d", few-1)] != 7 {
		t.Errorf("%d series of the first name", found["few-0"])
	}
	SetNames(names("many", few+1))
	CountRequest("many-1", 200)
	if found := series(t); found["many-0"] != 0 || found["many-1"] != 1 {
		t.Errorf("%d and %d series, want them at first use", found["many-0"], found["many-1"])
	}
}

func TestSeriesOfRevokedNamesGo(t *testing.T) {
	SetNames(map[string]bool{"stays": true, "goes": true, "returns": true})
	CountRequest("goes", 502)
	CountTokens("stays", 3, 4)
	SetNames(map[string]bool{"stays": true})
	SetNames(map[string]bool{"stays": true}) // the other site
	if series(t)["goes"] != 8 {
		t.Error("the last requests of a revoked name could not be read any more")
	}
	SetNames(map[string]bool{"stays": true, "returns": true, "next": true})
	SetNames(map[string]bool{"stays": true, "returns": true})
	found := series(t)
	if found["goes"] != 0 || found["returns"] != 7 || found["stays"] != 7 {
		t.Errorf("%v", found)
	}
	if value(t, tokensTotal.WithLabelValues("stays", "out")) != 4 {
		t.Error("a name that stays was set back")
	}
}
