package access

import (
	"net/http"
	"testing"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/caddyserver/caddy/v2/modules/caddyhttp"

	"student-llm/gateway/engine"
	"student-llm/gateway/exchange"
	"student-llm/gateway/refusal"
)

func TestServeHTTPCountsFailures(t *testing.T) {
	for kind, cause := range map[string]string{engine.NotReachable: engine.NotReachable, engine.TimedOut: engine.TimedOut, "from a client": otherKind} {
		counter := engineFailuresTotal.WithLabelValues(cause)
		before := value(t, counter)
		refused := refusal.ByStatus(502)
		refused.Kind = kind
		serve(t, get("/"), func(http.ResponseWriter, *http.Request) error { return refused })
		if value(t, counter)-before != 1 {
			t.Errorf("%s: not counted as %s", kind, cause)
		}
	}
}

func TestServeHTTPMeasuresByRoute(t *testing.T) {
	series := func() [3]float64 {
		return [3]float64{
			value(t, requestSeconds.WithLabelValues("/r").(prometheus.Metric)),
			value(t, firstByteSeconds.WithLabelValues("/r").(prometheus.Metric)),
			value(t, requestsInFlight),
		}
	}
	before := series()
	serve(t, get("/r"), func(w http.ResponseWriter, r *http.Request) error {
		exchange.Of(r).Route = "/r"
		if series()[2] != before[2]+1 {
			t.Error("not in flight")
		}
		_, err := w.Write([]byte("x"))
		return err
	})
	serve(t, get("/r"), func(_ http.ResponseWriter, r *http.Request) error {
		exchange.Of(r).Route = "/r"
		return caddyhttp.Error(502, nil)
	})
	if after := series(); after != [3]float64{before[0] + 1, before[1] + 1, before[2]} {
		t.Errorf("%v, before %v", after, before)
	}
}
