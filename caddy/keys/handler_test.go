package keys

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/caddyserver/caddy/v2"
	"github.com/caddyserver/caddy/v2/caddyconfig/caddyfile"
	"github.com/caddyserver/caddy/v2/modules/caddyhttp"

	"student-llm/gateway/exchange"
	"student-llm/gateway/limits"
	"student-llm/gateway/metrictest"
	"student-llm/gateway/refusal"
)

const requests = "gateway_key_requests_total"

// load provisions a handler as a configuration would, on the given lines.
func load(t *testing.T, rpm int, lines ...string) (*Handler, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "keys")
	if err := os.WriteFile(path, []byte(strings.Join(lines, "\n")+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := caddy.NewContext(caddy.Context{Context: context.Background()})
	t.Cleanup(cancel)
	handler := &Handler{File: path, RequestsPerMinute: rpm}
	if err := handler.Provision(ctx); err != nil {
		return nil, err
	}
	// A second site of the same configuration shares the registry.
	return handler, (&Handler{File: path, RequestsPerMinute: rpm}).Provision(ctx)
}

type seen struct {
	name, authorization string
	known               exchange.Exchange
	header              http.Header
	refused             *refusal.Refusal
	called              bool
	err                 error
}

func serve(handler *Handler, answer error, authorization ...string) seen {
	repl := caddy.NewReplacer()
	var result seen
	r := exchange.With(httptest.NewRequest(http.MethodGet, "/v1/models", nil), &result.known)
	r = r.WithContext(context.WithValue(r.Context(), caddy.ReplacerCtxKey, repl))
	for _, value := range authorization {
		r.Header.Add("Authorization", value)
	}
	w := httptest.NewRecorder()
	result.err = handler.ServeHTTP(w, r, caddyhttp.HandlerFunc(func(w http.ResponseWriter, r *http.Request) error {
		result.called = true
		result.authorization = r.Header.Get("Authorization")
		if answer == nil {
			w.WriteHeader(http.StatusEarlyHints)
			w.WriteHeader(http.StatusAccepted)
		}
		return answer
	}))
	result.name, _ = repl.GetString(NamePlaceholder)
	result.header = w.Header()
	errors.As(result.err, &result.refused)
	return result
}

// counted reads a series of the configuration's registry.
func counted(t *testing.T, metric, name, code string) float64 {
	t.Helper()
	return metrictest.Value(t, register, metric, map[string]string{"key": name, "code": code})
}

func TestKnownKeyBecomesAName(t *testing.T) {
	handler, err := load(t, 100, "known "+hashOf(secret))
	if err != nil {
		t.Fatal(err)
	}
	for _, header := range []string{"Bearer " + secret, "bearer " + secret, "BEARER   " + secret} {
		got := serve(handler, nil, header)
		if !got.called || got.name != "known" || got.authorization != "" {
			t.Errorf("%q: %+v", header, got)
		}
	}
	if n := counted(t, requests, "known", "202"); n != 3 {
		t.Errorf("counted %v times as 202", n)
	}
}

func TestUnknownKeyIsRefused(t *testing.T) {
	handler, err := load(t, 100, "nobody "+hashOf(secret), "late "+hashOf("late")+" expires=2001-01-01T00:00:00Z")
	if err != nil {
		t.Fatal(err)
	}
	for name, headers := range map[string][]string{
		"no header":   nil,
		"empty":       {""},
		"scheme only": {"Bearer"},
		"no token":    {"Bearer  "},
		"bare key":    {secret},
		"basic":       {"Basic " + secret},
		"wrong key":   {"Bearer x" + secret},
		"two words":   {"Bearer " + secret + " x"},
		"two headers": {"Bearer " + secret, "Bearer " + secret},
		"expired":     {"Bearer late"},
		"hash":        {"Bearer " + hashOf(secret)},
		"placeholder": {"Bearer {env.HOME}"},
	} {
		if got := serve(handler, nil, headers...); got.name != "" || got.authorization != "" || !got.called {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestOwnLimitBeforeTheDefault(t *testing.T) {
	handler, err := load(t, 2, "limited-own "+hashOf("own")+" rpm=1 tpm=7", "limited-default "+hashOf("default"))
	if err != nil {
		t.Fatal(err)
	}
	for token, allowed := range map[string]int{"own": 1, "default": 2} {
		for used := range allowed {
			got := serve(handler, nil, "Bearer "+token)
			if got.err != nil {
				t.Fatalf("%s: %v", token, got.err)
			}
			left := got.header.Get("X-Ratelimit-Remaining-Requests")
			if got.header.Get("X-Ratelimit-Limit-Requests") != strconv.Itoa(allowed) || left != strconv.Itoa(allowed-used-1) {
				t.Errorf("%s: %v", token, got.header)
			}
			if got.known.Key != "limited-"+token || got.known.RPM != allowed {
				t.Errorf("%s: %+v", token, got.known)
			}
		}
		got := serve(handler, nil, "Bearer "+token)
		if got.refused == nil || got.refused.Status != http.StatusTooManyRequests || got.called {
			t.Fatalf("%s: %+v", token, got)
		}
		if got.refused.RetryAfter != 60 || got.header.Get("X-Ratelimit-Remaining-Requests") != "0" ||
			got.header.Get("X-Ratelimit-Reset-Requests") != "1m0s" {
			t.Errorf("%s: %+v %v", token, got.refused, got.header)
		}
		if counted(t, requests, "limited-"+token, "429") != 1 || counted(t, "gateway_key_limited_total", "limited-"+token, "") != 1 {
			t.Errorf("%s: not counted once", token)
		}
	}
}

func TestTokensHeadersIfLimited(t *testing.T) {
	handler, err := load(t, 100, "with-tpm "+hashOf("own")+" tpm=7", "without-tpm "+hashOf("default"))
	if err != nil {
		t.Fatal(err)
	}
	limits.Tokens.Add("with-tpm", 3)
	got := serve(handler, nil, "Bearer own")
	if got.known.TPM != 7 || got.header.Get("X-Ratelimit-Limit-Tokens") != "7" ||
		got.header.Get("X-Ratelimit-Remaining-Tokens") != "4" || got.header.Get("X-Ratelimit-Reset-Tokens") != "1m0s" {
		t.Errorf("%+v %v", got.known, got.header)
	}
	if got := serve(handler, nil, "Bearer default"); got.known.TPM != 0 || len(got.header) != 3 {
		t.Errorf("%+v %v", got.known, got.header)
	}
	handler.TokensPerMinute = 5
	if got := serve(handler, nil, "Bearer default"); got.known.TPM != 5 || got.header.Get("X-Ratelimit-Remaining-Tokens") != "5" {
		t.Errorf("%+v %v", got.known, got.header)
	}
}

func TestLaterErrorsAreCounted(t *testing.T) {
	handler, err := load(t, 100, "failing "+hashOf(secret))
	if err != nil {
		t.Fatal(err)
	}
	serve(handler, caddyhttp.Error(http.StatusBadGateway, errors.New("broken")), "Bearer "+secret)
	serve(handler, errors.New("no status"), "Bearer "+secret)
	serve(handler, refusal.ByStatus(http.StatusBadRequest), "Bearer "+secret)
	for code, want := range map[string]float64{"502": 1, "500": 1, "400": 1, "200": 0} {
		if n := counted(t, requests, "failing", code); n != want {
			t.Errorf("%s counted %v times", code, n)
		}
	}
}

func TestCountersOutliveAReload(t *testing.T) {
	first, err := load(t, 100, "stays "+hashOf(secret))
	if err != nil {
		t.Fatal(err)
	}
	serve(first, nil, "Bearer "+secret)
	if _, err := load(t, 100, "stays "+hashOf(secret)); err != nil {
		t.Fatal(err)
	}
	if n := counted(t, requests, "stays", "202"); n != 1 {
		t.Errorf("after the reload %v", n)
	}
}

func TestProvisionRefuses(t *testing.T) {
	if _, err := load(t, 0, "a "+hashOf("a")); err == nil {
		t.Error("0 requests a minute accepted")
	}
	if err := (&Handler{RequestsPerMinute: 1, TokensPerMinute: -1}).Provision(caddy.Context{}); err == nil {
		t.Error("-1 tokens a minute accepted")
	}
	if _, err := load(t, 100, "a"); err == nil || !strings.Contains(err.Error(), "line 1") {
		t.Errorf("malformed file: %v", err)
	}
}

func TestCaddyfileSettings(t *testing.T) {
	for text, fine := range map[string]bool{
		"student_keys {\n file /f\n requests_per_minute 5\n tokens_per_minute 6\n}": true,
		"student_keys /f": false,
		"student_keys {\n requests_per_minute many\n}": false,
		"student_keys {\n files /f\n}":                 false,
		"student_keys {\n file\n}":                     false,
	} {
		handler := new(Handler)
		err := handler.UnmarshalCaddyfile(caddyfile.NewTestDispenser(text))
		if fine != (err == nil) {
			t.Errorf("%s: %v", text, err)
		}
		if fine && (handler.File != "/f" || handler.RequestsPerMinute != 5 || handler.TokensPerMinute != 6) {
			t.Errorf("%s: %+v", text, handler)
		}
	}
}
