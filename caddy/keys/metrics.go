package keys

import (
	"net/http"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/caddyserver/caddy/v2/modules/caddyhttp"

	"student-llm/gateway/config"
	"student-llm/gateway/limits"
	"student-llm/gateway/refusal"
)

var (
	refusedTotal = prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "gateway_auth_failures_total",
		Help: "Requests without a valid key, by reason.",
	}, []string{"reason"})
	loadedKeys = prometheus.NewGauge(prometheus.GaugeOpts{
		Name: "gateway_keys",
		Help: "Keys in force, including expired ones.",
	})
	fileModified = prometheus.NewGauge(prometheus.GaugeOpts{
		Name: "gateway_key_file_modified_timestamp_seconds",
		Help: "When the key file that is in force was written.",
	})
	fileRefused = prometheus.NewGauge(prometheus.GaugeOpts{
		Name: "gateway_key_file_refused",
		Help: "1 while the key file cannot be used and older keys are in force.",
	})
)

func register(registry *prometheus.Registry) error {
	for _, reason := range []string{missing, unknown, expired} {
		refusedTotal.WithLabelValues(reason)
	}
	if err := config.Register(registry, refusedTotal, loadedKeys, fileModified, fileRefused); err != nil {
		return err
	}
	return limits.Register(registry)
}

// statusWriter remembers the status on its way to the client.
type statusWriter struct {
	*caddyhttp.ResponseWriterWrapper
	status int
}

// WriteHeader keeps the final status, and ignores 1xx ones, which only precede it.
func (w *statusWriter) WriteHeader(status int) {
	if w.status == 0 && status >= http.StatusOK {
		w.status = status
	}
	w.ResponseWriterWrapper.WriteHeader(status)
}

// final is the status that the client gets. A refusal is written later, outside this handler, so its status comes from err.
// If an answer neither began nor ended, the proxy panicked, which becomes 502.
func (w *statusWriter) final(err error, ended bool) int {
	switch {
	case w.status != 0:
		return w.status
	case err != nil:
		return refusal.Of(err).Status
	case !ended:
		return http.StatusBadGateway
	}
	return http.StatusOK
}
