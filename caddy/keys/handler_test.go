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

	dto "github.com/prometheus/client_model/go"

	"github.com/caddyserver/caddy/v2"
	"github.com/caddyserver/caddy/v2/caddyconfig/caddyfile"
	"github.com/caddyserver/caddy/v2/modules/caddyhttp"
)

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
	retryAfter          string
	limit, left         string
	called              bool
	err                 error
}

func serve(handler *Handler, answer error, authorization ...string) seen {
	repl := caddy.NewReplacer()
	r := httptest.NewRequest(http.MethodGet, "/v1/models", nil)
	r = r.WithContext(context.WithValue(r.Context(), caddy.ReplacerCtxKey, repl))
	for _, value := range authorization {
		r.Header.Add("Authorization", value)
	}
	var result seen
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
	result.retryAfter = w.Header().Get("Retry-After")
	result.limit = w.Header().Get("X-Ratelimit-Limit-Requests")
	result.left = w.Header().Get("X-Ratelimit-Remaining-Requests")
	return result
}

func counted(name, code string) float64 {
	var metric dto.Metric
	_ = requestsTotal.WithLabelValues(name, code).Write(&metric)
	return metric.GetCounter().GetValue()
}

func TestAKnownKeyGetsItsNameAndGoesNoFurther(t *testing.T) {
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
	if n := counted("known", "202"); n != 3 {
		t.Errorf("counted %v times as 202", n)
	}
}

func TestEveryoneElseIsNobody(t *testing.T) {
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

func TestTheKeysOwnLimitComesBeforeTheDefault(t *testing.T) {
	handler, err := load(t, 2, "limited-own "+hashOf("own")+" rpm=1", "limited-default "+hashOf("default"))
	if err != nil {
		t.Fatal(err)
	}
	for token, allowed := range map[string]int{"own": 1, "default": 2} {
		for used := range allowed {
			got := serve(handler, nil, "Bearer "+token)
			if got.err != nil {
				t.Fatalf("%s: %v", token, got.err)
			}
			if got.limit != strconv.Itoa(allowed) || got.left != strconv.Itoa(allowed-used-1) {
				t.Errorf("%s: told %s of %s left", token, got.left, got.limit)
			}
		}
		got := serve(handler, nil, "Bearer "+token)
		var failure caddyhttp.HandlerError
		if !errors.As(got.err, &failure) || failure.StatusCode != http.StatusTooManyRequests || got.called {
			t.Errorf("%s: %+v", token, got)
		}
		if got.retryAfter != "60" || got.left != "0" {
			t.Errorf("%s: Retry-After %q, %s left", token, got.retryAfter, got.left)
		}
		if n := counted("limited-"+token, "429"); n != 1 {
			t.Errorf("%s: counted %v times as 429", token, n)
		}
	}
}

func TestErrorsOfLaterHandlersAreCounted(t *testing.T) {
	handler, err := load(t, 100, "failing "+hashOf(secret))
	if err != nil {
		t.Fatal(err)
	}
	serve(handler, caddyhttp.Error(http.StatusBadGateway, errors.New("broken")), "Bearer "+secret)
	serve(handler, errors.New("no status"), "Bearer "+secret)
	if counted("failing", "502") != 1 || counted("failing", "500") != 1 || counted("failing", "200") != 0 {
		t.Error("502 and 500 are to be counted once each")
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
	if n := counted("stays", "202"); n != 1 {
		t.Errorf("after the reload %v", n)
	}
}

func TestProvisionRefusesBadSettings(t *testing.T) {
	if _, err := load(t, 0, "a "+hashOf("a")); err == nil {
		t.Error("0 requests a minute accepted")
	}
	if _, err := load(t, 100, "a"); err == nil || !strings.Contains(err.Error(), "line 1") {
		t.Errorf("malformed file: %v", err)
	}
}

func TestCaddyfileSettings(t *testing.T) {
	for text, fine := range map[string]bool{
		"student_keys {\n file /f\n requests_per_minute 5\n}": true,
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
		if fine && (handler.File != "/f" || handler.RequestsPerMinute != 5) {
			t.Errorf("%s: %+v", text, handler)
		}
	}
}
