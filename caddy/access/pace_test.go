package access

import (
	"net/http"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"student-llm/gateway/exchange"
)

const (
	pause     = 20 * time.Millisecond
	roleEvent = `data: {"choices":[{"index":0,"delta":{"role":"assistant","content":""}}]}` + "\n\n"
	textEvent = `data: {"choices":[{"index":0,"delta":{"content":"x"}}]}` + "\n\n"
	doneEvent = "data: [DONE]\n\n"
)

// streamed calls first, answers with events, a pause before each, and returns what each of the two histograms took.
func streamed(t *testing.T, known exchange.Exchange, status int, first func(), events ...string) (firstToken, perToken [2]float64) {
	t.Helper()
	read := func() (all [2][2]float64) {
		for i, histogram := range []*prometheus.HistogramVec{firstTokenSeconds, perTokenSeconds} {
			series := histogram.WithLabelValues("/stream").(prometheus.Metric)
			all[i] = [2]float64{value(t, series), sum(t, series)}
		}
		return all
	}
	before := read()
	serve(t, get("/stream"), func(w http.ResponseWriter, r *http.Request) error {
		own := exchange.Of(r)
		own.Route, own.Stream, own.Texts, own.TokensOut = "/stream", known.Stream, known.Texts, known.TokensOut
		w.WriteHeader(status)
		first()
		for _, event := range events {
			time.Sleep(pause)
			if _, err := w.Write([]byte(event)); err != nil {
				return err
			}
		}
		return nil
	})
	after := read()
	return [2]float64{after[0][0] - before[0][0], after[0][1] - before[0][1]},
		[2]float64{after[1][0] - before[1][0], after[1][1] - before[1][1]}
}

func TestServeHTTPMeasuresThePace(t *testing.T) {
	first, perToken := streamed(t, exchange.Exchange{Stream: true, Texts: 1, TokensOut: 3}, 200, func() {},
		roleEvent, textEvent, textEvent, textEvent, doneEvent)
	if least := (2 * pause).Seconds(); first[0] != 1 || first[1] < least || first[1] > 10*least {
		t.Errorf("first token: %v", first) // the role's event is none
	}
	if least := (3 * pause / 2).Seconds(); perToken[0] != 1 || perToken[1] < least || perToken[1] > 10*least {
		t.Errorf("per token: %v", perToken)
	}
}

func TestServeHTTPCountsLateTokens(t *testing.T) {
	stream := exchange.Exchange{Stream: true, Texts: 1, TokensOut: 3}
	for seconds, late := range map[string]float64{"60": 0, "0.001": 1} {
		objectives := defaultObjectives()
		objectives.FirstTokenSeconds = seconds
		before := value(t, lateFirstTokens)
		streamed(t, stream, 200, func() {
			if err := objectives.export(); err != nil {
				t.Fatal(err)
			}
		}, textEvent, textEvent)
		if counted := value(t, lateFirstTokens) - before; counted != late {
			t.Errorf("%s s: %v are late", seconds, counted)
		}
	}
}

func TestServeHTTPWithoutAPace(t *testing.T) {
	stream := exchange.Exchange{Stream: true, Texts: 1, TokensOut: 3}
	for name, test := range map[string]struct {
		known           exchange.Exchange
		status          int
		events          []string
		first, perToken float64
	}{
		"no stream":     {exchange.Exchange{Texts: 1, TokensOut: 3}, 200, []string{textEvent}, 0, 0},
		"no text":       {stream, 200, []string{roleEvent, doneEvent}, 0, 0},
		"one token":     {exchange.Exchange{Stream: true, Texts: 1, TokensOut: 1}, 200, []string{textEvent, doneEvent}, 1, 0},
		"several texts": {exchange.Exchange{Stream: true, Texts: 2, TokensOut: 9}, 200, []string{textEvent, doneEvent}, 1, 0},
		"a failure":     {stream, 502, []string{textEvent, textEvent}, 0, 0},
	} {
		if first, perToken := streamed(t, test.known, test.status, func() {}, test.events...); first[0] != test.first || perToken[0] != test.perToken {
			t.Errorf("%s: %v %v", name, first, perToken)
		}
	}
}

func TestHasTextByKindOfEvent(t *testing.T) {
	for event, has := range map[string]bool{
		textEvent:                              true,
		roleEvent:                              false,
		roleEvent + textEvent:                  true,
		doneEvent:                              false,
		`{"choices":[{"text":"x","index":0}]}`: true,
		`{"choices":[{"text":"","index":0}]}`:  false,
		`{"delta":{"reasoning_content":"x"}}`:  true,
		`{"delta":{"tool_calls":[{"function":{"arguments":"{"}}]}}`: true,
		`{"delta":{"role":"assistant","content":null}}`:             false,
		`{"choices":[],"usage":{"prompt_tokens":3}}`:                false,
	} {
		if hasText([]byte(event)) != has {
			t.Errorf("%s: %v", event, !has)
		}
	}
}
