package access

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/caddyserver/caddy/v2"
	"github.com/caddyserver/caddy/v2/modules/caddyhttp"

	"student-llm/gateway/refusal"
)

func TestServeHTTPLevelAndSample(t *testing.T) {
	for block, want := range map[string]string{
		"":                            "200x30 400x30 500x30 200x30",
		"{\nlevel info\nsample 10\n}": "200x3 400x30 500x30 200x30",
		"{\nlevel warn\n}":            "200x0 400x30 500x30 200x30",
		"{\nlevel error\nsample 7\n}": "200x0 400x0 500x30 200x30",
		"{\nlevel off\n}":             "200x0 400x0 500x0 200x0",
	} {
		h, out, err := load(t, block)
		if err != nil {
			t.Fatal(err)
		}
		for range 30 {
			for _, next := range []caddyhttp.HandlerFunc{
				func(w http.ResponseWriter, _ *http.Request) error { w.WriteHeader(200); return nil },
				func(http.ResponseWriter, *http.Request) error { return caddyhttp.Error(400, nil) },
				func(http.ResponseWriter, *http.Request) error { return caddyhttp.Error(500, nil) },
				begun(func(*http.Request) error { panic(http.ErrAbortHandler) }),
			} {
				func() {
					defer func() { _ = recover() }()
					_ = h.ServeHTTP(httptest.NewRecorder(), get("/"), next)
				}()
			}
		}
		var counted [4]int
		for _, line := range out.lines(t, h) {
			switch {
			case line.Cause != "" && line.Status == 200:
				counted[3]++
			default:
				counted[map[int]int{200: 0, 400: 1, 500: 2}[line.Status]]++
			}
			if sampled := line.Status == 200 && line.Cause == "" && h.Sample > 1; sampled != (line.Sample == h.Sample) {
				t.Errorf("%s: %+v", block, line)
			}
		}
		if got := fmt.Sprintf("200x%d 400x%d 500x%d 200x%d", counted[0], counted[1], counted[2], counted[3]); got != want {
			t.Errorf("%s: %s, not %s", block, got, want)
		}
	}
}

func TestProvisionRefuses(t *testing.T) {
	for block, want := range map[string]string{
		"{\nlevel loud\n}":            `level is "loud". Fix: set GATEWAY_LOG_LEVEL to info, warn, error or off`,
		"{\nlevel INFO\n}":            "Fix: set GATEWAY_LOG_LEVEL",
		"{\nsample 0\n}":              "sample 0 is less than 1. Fix: set GATEWAY_LOG_SAMPLE",
		"{\navailability 99%\n}":      "Fix: set GATEWAY_SLO_AVAILABILITY",
		"{\nfirst_token 1\n}":         "Fix: set GATEWAY_SLO_TTFT to",
		"{\nfirst_token_seconds 0\n}": "Fix: set GATEWAY_SLO_TTFT_SECONDS",
		"{\nsample -3\n}":             "sample -3",
		"{\nsample half\n}":           `sample must be a number, not "half"`,
		"{\nlevels info\n}":           "unknown setting",
		"/v1/*":                       "argument",
	} {
		if _, _, err := load(t, block); err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v", block, err)
		}
	}
}

func TestProvisionSeriesStartAtZero(t *testing.T) {
	ctx, cancel := caddy.NewContext(caddy.Context{Context: context.Background()})
	defer cancel()
	if err := (&Handler{Level: "info", Sample: 1, Objectives: defaultObjectives()}).Provision(ctx); err != nil {
		t.Fatal(err)
	}
	families, err := ctx.GetMetricsRegistry().Gather()
	if err != nil {
		t.Fatal(err)
	}
	series := map[string]int{}
	for _, family := range families {
		series[family.GetName()] = len(family.Metric)
	}
	for name, least := range map[string]int{
		"gateway_refusals_total": len(refusal.Codes()), "gateway_engine_failures_total": len(engineKinds),
		"gateway_requests_in_flight": 1, "gateway_first_byte_seconds": 1, "gateway_request_seconds": 1,
		"gateway_response_bytes_total": 1, "gateway_log_lines_dropped_total": 1,
	} {
		if series[name] < least {
			t.Errorf("%s has %d series", name, series[name])
		}
	}
}

func TestProvisionSetsObjectives(t *testing.T) {
	if _, _, err := load(t, "{\navailability 0.999\nfirst_token_seconds 1.5\n}"); err != nil {
		t.Fatal(err)
	}
	told := [3]float64{
		value(t, objectiveShare.WithLabelValues("availability")), value(t, objectiveShare.WithLabelValues("first_token")),
		value(t, objectiveSeconds),
	}
	if told != [3]float64{0.999, 0.95, 1.5} {
		t.Errorf("%v", told)
	}
}
