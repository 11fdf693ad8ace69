package limits

import (
	"strconv"
	"sync"
	"sync/atomic"

	"github.com/prometheus/client_golang/prometheus"

	"student-llm/gateway/config"
)

// Labels are names from the key file and status codes, never a text that a client sent.
var (
	requestsTotal   = byKey("gateway_key_requests_total", "Authenticated requests by key name and status code.", "code")
	requestsLimited = byKey("gateway_key_limited_total", "Requests refused because the key's requests a minute were used up.")
	tokensTotal     = byKey("gateway_key_tokens_total", "Tokens by key name, in (prompts) and out (answers), as the engine "+
		"counts them. If a stream broke off, its events count as the tokens out.", "direction")
	tokensLimited = byKey("gateway_key_tokens_limited_total",
		"Requests refused because the key's tokens a minute were used up.")
	inFlightLimited = byKey("gateway_key_in_flight_limited_total",
		"Requests refused because the engine was at its limit of texts at once.")
	cappedTotal = byKey("gateway_key_capped_total", "Requests refused because their body asked for too much.")

	textsInFlight = prometheus.NewGauge(prometheus.GaugeOpts{
		Name: "gateway_texts_in_flight",
		Help: "Texts in the engine now: prompts times answers.",
	})
	textsWaiting = prometheus.NewGauge(prometheus.GaugeOpts{
		Name: "gateway_texts_waiting",
		Help: "Texts that wait for a place in the engine now.",
	})
)

func byKey(name, help string, labels ...string) *prometheus.CounterVec {
	return prometheus.NewCounterVec(prometheus.CounterOpts{Name: name, Help: help}, append([]string{"key"}, labels...))
}

// Register lends the metrics to a configuration.
func Register(registry *prometheus.Registry) error {
	return config.Register(registry, requestsTotal, requestsLimited, tokensTotal, tokensLimited, inFlightLimited, cappedTotal,
		textsInFlight, textsWaiting)
}

// statuses are all statuses that were counted so far.
var statuses [1000]atomic.Bool

// CountRequest counts a finished request.
func CountRequest(name string, status int) {
	if !statuses[status].Load() {
		statuses[status].Store(true)
	}
	requestsTotal.WithLabelValues(name, strconv.Itoa(status)).Inc()
}

// CountTokens counts the tokens of an answer.
func CountTokens(name string, in, out int64) {
	tokensTotal.WithLabelValues(name, "in").Add(float64(in))
	tokensTotal.WithLabelValues(name, "out").Add(float64(out))
}

// CountCapped counts a request that was refused for its body.
func CountCapped(name string) { cappedTotal.WithLabelValues(name).Inc() }

// Up to so many names, series begin at 0, so that the first request counts as an increase. With more names they begin at
// the first use, or a scrape would have tens of MB, most of it zeros.
const few = 1_000

var (
	naming  sync.Mutex
	inForce map[string]bool
	revoked []string
)

// SetNames sets the names that have a key. The series of a name without a key are removed when the next name loses its key:
// until then its last requests can be scraped, and the series of former names do not accumulate.
func SetNames(names map[string]bool) {
	naming.Lock()
	defer naming.Unlock()
	if len(names) <= few {
		for name := range names {
			begin(name)
		}
	}
	var lost []string
	for name := range inForce {
		if !names[name] {
			lost = append(lost, name)
		}
	}
	inForce = names
	if len(lost) == 0 {
		return
	}
	for _, name := range revoked {
		if !names[name] {
			forget(name)
		}
	}
	revoked = lost
}

func begin(name string) {
	requestsTotal.WithLabelValues(name, "200")
	statuses[200].Store(true)
	CountTokens(name, 0, 0)
	for _, counter := range []*prometheus.CounterVec{requestsLimited, tokensLimited, inFlightLimited, cappedTotal} {
		counter.WithLabelValues(name)
	}
}

func forget(name string) {
	for status := range statuses { // a search for the name would read all series
		if statuses[status].Load() {
			requestsTotal.DeleteLabelValues(name, strconv.Itoa(status))
		}
	}
	tokensTotal.DeleteLabelValues(name, "in")
	tokensTotal.DeleteLabelValues(name, "out")
	for _, counter := range []*prometheus.CounterVec{requestsLimited, tokensLimited, inFlightLimited, cappedTotal} {
		counter.DeleteLabelValues(name)
	}
}
