package tokens

import (
	"context"
	"crypto/sha256"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/caddyserver/caddy/v2"
	"github.com/caddyserver/caddy/v2/modules/caddyhttp"

	"student-llm/gateway/exchange"
	"student-llm/gateway/keys"
	"student-llm/gateway/refusal"
)

// gateway is both handlers that limit, in their order.
type gateway struct {
	keys   *keys.Handler
	tokens *Handler
}

// limited makes a gateway that knows names, each with its options; a name's key is the name.
func limited(t *testing.T, tokens *Handler, names map[string]string) gateway {
	t.Helper()
	var lines strings.Builder
	for name, options := range names {
		fmt.Fprintf(&lines, "%s %x %s\n", name, sha256.Sum256([]byte(name)), options)
	}
	path := filepath.Join(t.TempDir(), "keys")
	if err := os.WriteFile(path, []byte(lines.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := caddy.NewContext(caddy.Context{Context: context.Background()})
	t.Cleanup(cancel)
	handler := &keys.Handler{File: path, RequestsPerMinute: 1000}
	if err := handler.Provision(ctx); err != nil {
		t.Fatal(err)
	}
	return gateway{handler, provisioned(t, tokens)}
}

func (g gateway) ask(name, body string, engine func()) answered {
	result := answered{ResponseRecorder: httptest.NewRecorder(), known: &exchange.Exchange{Route: route}}
	r := exchange.With(httptest.NewRequest(http.MethodPost, route, strings.NewReader(body)), result.known)
	r = r.WithContext(context.WithValue(r.Context(), caddy.ReplacerCtxKey, caddy.NewReplacer()))
	r.Header.Set("Authorization", "Bearer "+name)
	err := g.keys.ServeHTTP(result, r, caddyhttp.HandlerFunc(func(w http.ResponseWriter, r *http.Request) error {
		return g.tokens.ServeHTTP(w, r, caddyhttp.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) error {
			if engine != nil {
				engine()
			}
			_, err := w.Write([]byte(counts))
			return err
		}))
	}))
	if err != nil {
		result.refused = refusal.Of(err)
		result.Code = result.refused.Status
	}
	return result
}

func (a answered) left(unit string) string { return a.Header().Get("X-Ratelimit-Remaining-" + unit) }

// refuses asserts that a request waits for so many seconds, that it still waits a second before, and passes then.
func (g gateway) refuses(t *testing.T, name, body string, seconds int) {
	t.Helper()
	refused := g.ask(name, body, nil)
	if refused.Code != 429 || refused.refused.RetryAfter != seconds {
		t.Fatalf("%s: %d %+v, want %d s", name, refused.Code, refused.refused, seconds)
	}
	time.Sleep(time.Duration(seconds-1) * time.Second)
	if early := g.ask(name, body, nil); early.Code != 429 || early.refused.RetryAfter != 1 {
		t.Errorf("%s: a second before: %d %+v", name, early.Code, early.refused)
	}
	time.Sleep(time.Second)
	if then := g.ask(name, body, nil); then.Code != 200 {
		t.Errorf("%s: then: %d %+v", name, then.Code, then.refused)
	}
}

func TestRetryAfterIsEnough(t *testing.T) {
	gateway := limited(t, &Handler{}, map[string]string{
		"true-requests": "rpm=2", "true-texts": "rpm=5", "true-tokens": "tpm=50", "true-both": "rpm=3 tpm=50",
	})
	synctest.Test(t, func(t *testing.T) {
		gateway.ask("true-requests", chat(""), nil)
		time.Sleep(20 * time.Second)
		gateway.ask("true-requests", chat(""), nil)
		gateway.refuses(t, "true-requests", chat(""), 40)
	})
	synctest.Test(t, func(t *testing.T) {
		gateway.ask("true-texts", chat(`,"n":2`), nil)
		time.Sleep(30 * time.Second)
		if w := gateway.ask("true-texts", chat(""), nil); w.left("Requests") != "2" {
			t.Errorf("3 of 5 used: %v", w.Header())
		}
		gateway.refuses(t, "true-texts", chat(`,"n":4`), 30)
	})
	synctest.Test(t, func(t *testing.T) {
		for range 2 { // 37 tokens each
			gateway.ask("true-tokens", chat(""), nil)
			time.Sleep(10 * time.Second)
		}
		gateway.refuses(t, "true-tokens", chat(""), 40)
	})
	synctest.Test(t, func(t *testing.T) {
		gateway.ask("true-both", chat(`,"n":2`), nil)
		time.Sleep(10 * time.Second)
		gateway.ask("true-both", chat(""), nil)
		gateway.refuses(t, "true-both", chat(""), 50) // when asked early, it must not use up its own requests
	})
}

func TestTextsCountAsRequests(t *testing.T) {
	gateway := limited(t, &Handler{MaxInFlight: 50}, map[string]string{"texts": "rpm=10"})
	if w := gateway.ask("texts", chat(`,"n":4`), nil); w.Code != 200 || w.left("Requests") != "6" || w.known.Texts != 4 {
		t.Errorf("%d %v", w.Code, w.Header())
	}
	if w := gateway.ask("texts", chat(`,"n":7`), nil); w.Code != 429 || w.left("Requests") != "6" {
		t.Errorf("what is refused is not counted: %d %v", w.Code, w.Header())
	}
	if w := gateway.ask("texts", chat(`,"n":6`), nil); w.Code != 200 || w.left("Requests") != "0" {
		t.Errorf("%d %v", w.Code, w.Header())
	}
	if counted(t, "gateway_key_limited_total", "texts", "") != 1 {
		t.Error("want one limit hit")
	}
}

func TestTextsThatNeverFit(t *testing.T) {
	gateway := limited(t, &Handler{MaxInFlight: 4}, map[string]string{"never-key": "rpm=2", "never-engine": "rpm=100"})
	for name, says := range map[string]string{"never-key": "requests a minute is 2", "never-engine": "accepts at once is 4"} {
		w := gateway.ask(name, chat(`,"n":`+map[string]string{"never-key": "3", "never-engine": "5"}[name]), nil)
		if w.Code != 400 || w.refused.Param != "n" || w.refused.Code != "too_many_texts" || !strings.Contains(w.refused.Message, says) {
			t.Errorf("%s: %d %+v", name, w.Code, w.refused)
		}
		if counted(t, "gateway_key_capped_total", name, "") != 1 {
			t.Errorf("%s: not counted", name)
		}
	}
}

func TestBadRequestStaysCounted(t *testing.T) {
	gateway := limited(t, &Handler{}, map[string]string{"bad": "rpm=5"})
	if w := gateway.ask("bad", "[", nil); w.Code != 400 || w.left("Requests") != "4" {
		t.Errorf("%d %v", w.Code, w.Header())
	}
	if w := gateway.ask("bad", chat(""), nil); w.left("Requests") != "3" {
		t.Errorf("%v", w.Header())
	}
}

func TestTextsWaitForTheEngine(t *testing.T) {
	gateway := limited(t, &Handler{MaxInFlight: 3, Wait: "900ms"}, map[string]string{"crowd": "rpm=10 tpm=1000"})
	synctest.Test(t, func(t *testing.T) {
		gateway.ask("crowd", chat(`,"n":2`), func() {
			if n := counted(t, "gateway_texts_in_flight", "", ""); n != 2 {
				t.Errorf("%v texts in flight", n)
			}
			start := time.Now()
			w := gateway.ask("crowd", chat(`,"n":2`), nil)
			if w.Code != 503 || w.refused.RetryAfter == 0 || time.Since(start) != 900*time.Millisecond {
				t.Errorf("%d %+v after %s", w.Code, w.refused, time.Since(start))
			}
			if w.left("Requests") != "8" || w.left("Tokens") != "1000" {
				t.Errorf("what is refused is not counted: %v", w.Header())
			}
			if w := gateway.ask("crowd", chat(""), nil); w.Code != 200 {
				t.Errorf("one more fits: %d", w.Code)
			}
		})
		if w := gateway.ask("crowd", chat(`,"n":3`), nil); w.Code != 200 {
			t.Errorf("afterwards: %d", w.Code)
		}
	})
	if counted(t, "gateway_key_in_flight_limited_total", "crowd", "") != 1 || counted(t, "gateway_texts_in_flight", "", "") != 0 {
		t.Error("want one limit hit, and nothing in flight")
	}
}

func TestAnswersTellTheLimits(t *testing.T) {
	gateway := limited(t, &Handler{}, map[string]string{"told": "rpm=3 tpm=60"})
	// The third one finds the tokens used up, the last one the requests.
	for i, body := range []string{chat(""), "[", chat(""), chat(""), "[", "["} {
		w := gateway.ask("told", body, nil)
		if want := []int{200, 400, 200, 429, 429, 429}[i]; w.Code != want {
			t.Errorf("request %d: %d %+v", i, w.Code, w.refused)
		}
		for _, unit := range []string{"Requests", "Tokens"} {
			for _, what := range []string{"Limit", "Remaining", "Reset"} {
				if values := w.Header().Values("X-Ratelimit-" + what + "-" + unit); len(values) != 1 || values[0] == "" {
					t.Errorf("request %d: %s of %s is %q", i, what, unit, values)
				}
			}
		}
	}
}
