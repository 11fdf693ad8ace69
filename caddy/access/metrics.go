package access

import (
	"slices"
	"sync/atomic"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"student-llm/gateway/config"
	"student-llm/gateway/engine"
	"student-llm/gateway/refusal"
)

const (
	noRoute   = "other" // the route of a request that matches none
	otherKind = "other"
)

// Lists the kinds of an engine's failure; any other kind is otherKind.
var engineKinds = []string{
	engine.NotReachable, engine.BrokeOff, engine.TimedOut, engine.RefusedKey, engine.Busy, engine.Failed, otherKind,
}

var inFlight atomic.Int64

// The process owns the collectors and lends them to each configuration's registry. Labels are refusals' codes, listed
// routes and kinds of failure, never a text that a client sent.
var (
	refusalsTotal = prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "gateway_refusals_total",
		Help: "Requests that the gateway answered with an error of its own, by the error's code.",
	}, []string{"code"})
	engineFailuresTotal = prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "gateway_engine_failures_total",
		Help: "Requests that the engine failed, by cause; broke_off includes streams that had begun.",
	}, []string{"cause"})
	requestsInFlight = prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "gateway_requests_in_flight",
		Help: "Requests being served, including those that wait and those that will be refused.",
	}, func() float64 { return float64(inFlight.Load()) })
	firstByteSeconds = prometheus.NewHistogramVec(prometheus.HistogramOpts{
		Name:    "gateway_first_byte_seconds",
		Help:    "Seconds from the request's header to the first byte of the answer's body, of served answers, by route.",
		Buckets: []float64{.01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30, 60, 120},
	}, []string{"route"})
	requestSeconds = prometheus.NewHistogramVec(prometheus.HistogramOpts{
		Name:    "gateway_request_seconds",
		Help:    "Seconds from the request's header to the answer's end, of served answers, by route.",
		Buckets: []float64{.01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600},
	}, []string{"route"})
	firstTokenSeconds = prometheus.NewHistogramVec(prometheus.HistogramOpts{
		Name:    "gateway_time_to_first_token_seconds",
		Help:    "Seconds from the request's header to the first text of the model, of served streams, by route.",
		Buckets: []float64{.005, .01, .025, .05, .1, .25, .5, .75, 1, 1.5, 2, 3, 5, 7.5, 10, 20, 40, 80, 160},
	}, []string{"route"})
	perTokenSeconds = prometheus.NewHistogramVec(prometheus.HistogramOpts{
		Name:    "gateway_time_per_output_token_seconds",
		Help:    "Seconds between two tokens, the mean of each served stream of one text, by route.",
		Buckets: []float64{.0005, .001, .0025, .005, .01, .015, .02, .03, .04, .05, .075, .1, .15, .2, .3, .5, 1, 2.5},
	}, []string{"route"})
	responseBytesTotal = prometheus.NewCounter(prometheus.CounterOpts{
		Name: "gateway_response_bytes_total",
		Help: "Bytes of the answers' bodies.",
	})
	linesDropped = prometheus.NewCounter(prometheus.CounterOpts{
		Name: "gateway_log_lines_dropped_total",
		Help: "Lines of the access log that were lost because nobody read standard output in time.",
	})
)

func register(registry *prometheus.Registry) error {
	for _, code := range refusal.Codes() {
		refusalsTotal.WithLabelValues(code)
	}
	for _, kind := range engineKinds {
		engineFailuresTotal.WithLabelValues(kind)
	}
	Begin(noRoute)
	return config.Register(registry, refusalsTotal, engineFailuresTotal, requestsInFlight, firstByteSeconds, requestSeconds,
		firstTokenSeconds, perTokenSeconds, responseBytesTotal, linesDropped, objectiveShare, objectiveSeconds, lateFirstTokens)
}

// Begin starts the series of a route at 0, so that its first request counts as an increase.
func Begin(route string) {
	firstByteSeconds.WithLabelValues(route)
	requestSeconds.WithLabelValues(route)
	firstTokenSeconds.WithLabelValues(route)
	perTokenSeconds.WithLabelValues(route)
}

// measure counts a request that has ended.
func (a *answer) measure(end ending, took time.Duration) {
	responseBytesTotal.Add(float64(a.bytes))
	if end.code != "" {
		refusalsTotal.WithLabelValues(end.code).Inc()
	}
	if kind := end.kind; kind != "" {
		if !slices.Contains(engineKinds, kind) {
			kind = otherKind
		}
		engineFailuresTotal.WithLabelValues(kind).Inc()
	}
	if end.level > Info {
		return
	}
	route := a.known.Route
	if route == "" {
		route = noRoute
	}
	requestSeconds.WithLabelValues(route).Observe(took.Seconds())
	if a.bytes > 0 {
		firstByteSeconds.WithLabelValues(route).Observe(a.known.FirstByte.Seconds())
	}
	if a.firstToken > 0 {
		firstTokenSeconds.WithLabelValues(route).Observe(a.firstToken.Seconds())
		if int64(a.firstToken) > promised.Load() {
			lateFirstTokens.Inc()
		}
	}
	if pace := a.perToken(); pace > 0 {
		perTokenSeconds.WithLabelValues(route).Observe(pace.Seconds())
	}
}
