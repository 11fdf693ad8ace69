package tokens

import (
	"errors"

	"github.com/prometheus/client_golang/prometheus"
)

// The process owns the counters and lends them to each configuration's registry, so a reload does not set them to 0.
var (
	tokensTotal = prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "gateway_key_tokens_total",
		Help: "Tokens by key name, in (prompts) and out (answers), as the engine counts them; " +
			"of a stream that broke off, its events stand for the tokens out.",
	}, []string{"key", "direction"})
	limitedTotal = prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "gateway_key_tokens_limited_total",
		Help: "Requests refused because the key's tokens a minute were used up.",
	}, []string{"key"})
	cappedTotal = prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "gateway_key_capped_total",
		Help: "Requests refused because of what their body asked for.",
	}, []string{"key"})
)

func register(registry *prometheus.Registry) error {
	for _, collector := range []prometheus.Collector{tokensTotal, limitedTotal, cappedTotal} {
		// Every site has its own handler and they share one registry.
		var twice prometheus.AlreadyRegisteredError
		if err := registry.Register(collector); err != nil && !errors.As(err, &twice) {
			return err
		}
	}
	return nil
}

// Begin starts the series of a key name at 0, so that its first request is an increase.
func Begin(name string) {
	tokensTotal.WithLabelValues(name, "in")
	tokensTotal.WithLabelValues(name, "out")
	limitedTotal.WithLabelValues(name)
	cappedTotal.WithLabelValues(name)
}
