package keys

import (
	"errors"
	"net/http"
	"strconv"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/caddyserver/caddy/v2/modules/caddyhttp"

	"student-llm/gateway/tokens"
)

// The process owns the counters and lends them to each configuration's registry, so a reload does not set them to 0.
// Labels are names from the key file and status codes, never what a client sent.
var (
	requestsTotal = prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "gateway_key_requests_total",
		Help: "Authenticated requests by key name and status code.",
	}, []string{"key", "code"})
	limitedTotal = prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "gateway_key_limited_total",
		Help: "Requests refused because the key's requests a minute were used up.",
	}, []string{"key"})
	refusedTotal = prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "gateway_auth_failures_total",
		Help: "Requests without a valid key, by reason.",
	}, []string{"reason"})
	loadedKeys = prometheus.NewGauge(prometheus.GaugeOpts{
		Name: "gateway_keys",
		Help: "Keys in force, expired ones included.",
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
	for _, collector := range []prometheus.Collector{
		requestsTotal, limitedTotal, refusedTotal, loadedKeys, fileModified, fileRefused,
	} {
		// Every site has its own handler and they share one registry.
		var twice prometheus.AlreadyRegisteredError
		if err := registry.Register(collector); err != nil && !errors.As(err, &twice) {
			return err
		}
	}
	for _, reason := range []string{missing, unknown, expired} {
		refusedTotal.WithLabelValues(reason)
	}
	return nil
}

// begin has the series of each key start at 0, so that the first request is an increase.
func begin(set Set) {
	for _, key := range set {
		requestsTotal.WithLabelValues(key.Name, "200")
		limitedTotal.WithLabelValues(key.Name)
		tokens.Begin(key.Name)
	}
	loadedKeys.Set(float64(len(set)))
}

// statusWriter remembers the status on its way to the client.
type statusWriter struct {
	*caddyhttp.ResponseWriterWrapper
	status int
}

// WriteHeader keeps the final status; 1xx ones only go before it.
func (w *statusWriter) WriteHeader(status int) {
	if w.status == 0 && status >= http.StatusOK {
		w.status = status
	}
	w.ResponseWriterWrapper.WriteHeader(status)
}

// count adds a finished request. An error's page is written later, outside this handler, so its status comes from err.
func (w *statusWriter) count(name string, err error) {
	status := w.status
	var failure caddyhttp.HandlerError
	switch {
	case status != 0:
	case errors.As(err, &failure):
		status = failure.StatusCode
	case err != nil:
		status = http.StatusInternalServerError
	default:
		status = http.StatusOK
	}
	requestsTotal.WithLabelValues(name, strconv.Itoa(status)).Inc()
}
