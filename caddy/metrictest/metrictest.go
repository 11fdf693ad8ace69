// Package metrictest reads metrics for the tests of other packages.
package metrictest

import (
	"testing"

	"github.com/prometheus/client_golang/prometheus"
)

// Value returns the value of a counter or gauge with these labels, of those that register adds, or 0 if there is none. An
// empty value means a missing label, as in Prometheus.
func Value(t *testing.T, register func(*prometheus.Registry) error, name string, labels map[string]string) float64 {
	t.Helper()
	registry := prometheus.NewRegistry()
	if err := register(registry); err != nil {
		t.Fatal(err)
	}
	families, err := registry.Gather()
	if err != nil {
		t.Fatal(err)
	}
	for _, family := range families {
		if family.GetName() != name {
			continue
		}
		for _, one := range family.GetMetric() {
			has := map[string]string{}
			for _, label := range one.GetLabel() {
				has[label.GetName()] = label.GetValue()
			}
			same := true
			for label, value := range labels {
				same = same && has[label] == value
			}
			if same {
				return one.GetCounter().GetValue() + one.GetGauge().GetValue()
			}
		}
	}
	return 0
}
