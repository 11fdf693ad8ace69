package engine

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/caddyserver/caddy/v2"
	"github.com/caddyserver/caddy/v2/caddyconfig/caddyfile"
	"github.com/caddyserver/caddy/v2/modules/caddyhttp"
	"github.com/caddyserver/caddy/v2/modules/caddyhttp/reverseproxy"

	"student-llm/gateway/exchange"
	"student-llm/gateway/refusal"
)

func TestReadKeyRefuses(t *testing.T) {
	for content, want := range map[string]string{
		"secret\n": "", "secret": "", "secret\r\n": "", "sec~ret=": "",
		" secret \n": "", "secret\n\n": "", "\xef\xbb\xbfsecret\r\n": "", // as editors write them
		"": "is empty", "\n": "is empty", "\xef\xbb\xbf\r\n": "is empty", "sec ret\n": "white space", "one\ntwo\n": "white space", "sec\x00ret": "white space", "sécret": "white space",
	} {
		path := filepath.Join(t.TempDir(), "key")
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		key, err := readKey(path)
		if want == "" {
			if err != nil || key != strings.TrimSpace(strings.TrimPrefix(content, "\xef\xbb\xbf")) {
				t.Errorf("%q: %q %v", content, key, err)
			}
			continue
		}
		if err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "secret") {
			t.Errorf("%q: %v", content, err)
		}
	}
	if _, err := readKey(filepath.Join(t.TempDir(), "none")); err == nil || !strings.Contains(err.Error(), "Fix:") {
		t.Errorf("no file: %v", err)
	}
}

func serve(user string, next caddyhttp.HandlerFunc) (*exchange.Exchange, error) {
	known := &exchange.Exchange{Key: user}
	r := exchange.With(httptest.NewRequest(http.MethodGet, "/", strings.NewReader("a body")), known)
	return known, (&Handler{key: "secret"}).ServeHTTP(httptest.NewRecorder(), r, next)
}

func TestServeHTTPKeyForAnyone(t *testing.T) {
	for keyFor, want := range map[string]string{"anyone": "secret", "clients": "", "": ""} {
		known := new(exchange.Exchange)
		r := exchange.With(httptest.NewRequest(http.MethodGet, "/metrics", nil), known)
		next := caddyhttp.HandlerFunc(func(http.ResponseWriter, *http.Request) error { return nil })
		err := (&Handler{key: "secret", KeyFor: keyFor}).ServeHTTP(httptest.NewRecorder(), r, next)
		if err != nil || known.EngineKey != want {
			t.Errorf("%q: key %q, error %v", keyFor, known.EngineKey, err)
		}
	}
}

func TestProvisionRefusesKeyFor(t *testing.T) {
	err := (&Handler{KeyFor: "everyone"}).Provision(caddy.Context{})
	if err == nil || !strings.Contains(err.Error(), "clients or anyone") {
		t.Error(err)
	}
}

func TestServeHTTPKeyForNamedClients(t *testing.T) {
	for user, want := range map[string]string{"alice": "secret", "": ""} {
		known, err := serve(user, func(http.ResponseWriter, *http.Request) error { return nil })
		if err != nil || known.EngineKey != want {
			t.Errorf("%q: key %q, error %v", user, known.EngineKey, err)
		}
	}
}

// dialed replaces Caddy's own error of a failed connection, which no other package can make.
type dialed struct{}

func (dialed) Error() string { return "dial tcp: connection refused" }

func (dialed) As(target any) bool { _, dial := target.(*reverseproxy.DialError); return dial }

func TestServeHTTPExplains(t *testing.T) {
	dial := dialed{}
	for name, test := range map[string]struct {
		err    error
		status int
		kind   string
	}{
		"refused":         {caddyhttp.Error(http.StatusBadGateway, dial), http.StatusServiceUnavailable, NotReachable},
		"dial timed out":  {caddyhttp.Error(http.StatusGatewayTimeout, dial), http.StatusServiceUnavailable, NotReachable},
		"no address":      {caddyhttp.Error(http.StatusServiceUnavailable, errors.New("none")), http.StatusServiceUnavailable, NotReachable},
		"broke off":       {caddyhttp.Error(http.StatusBadGateway, errors.New("EOF")), http.StatusBadGateway, BrokeOff},
		"first byte late": {caddyhttp.Error(http.StatusGatewayTimeout, errors.New("timeout")), http.StatusGatewayTimeout, TimedOut},
		"engine's 401":    {caddyhttp.Error(http.StatusBadGateway, failure(http.StatusUnauthorized)), http.StatusBadGateway, RefusedKey},
		"engine's 503":    {caddyhttp.Error(http.StatusBadGateway, failure(http.StatusServiceUnavailable)), http.StatusServiceUnavailable, Busy},
	} {
		_, err := serve("alice", func(http.ResponseWriter, *http.Request) error { return test.err })
		var refused *refusal.Refusal
		if !errors.As(err, &refused) || refused.Status != test.status || refused.Kind != test.kind || refused.Cause == "" {
			t.Errorf("%s: %+v", name, err)
		}
	}
}

func TestServeHTTPClientLeft(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	err := explain(ctx, caddyhttp.Error(http.StatusBadGateway, dialed{}))
	if refused := refusal.Of(err); refused.Status != statusClientGone || refused.Kind != "" {
		t.Errorf("%+v", refused)
	}
}

func TestAReadHasNoBody(t *testing.T) {
	_, err := serve("alice", func(_ http.ResponseWriter, r *http.Request) error {
		if r.Body != http.NoBody || r.ContentLength != 0 {
			t.Error("the body is passed on")
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

func TestCaddyfileSettings(t *testing.T) {
	for text, fine := range map[string]bool{
		"student_engine {\n key_file /k\n}": true,
		"student_engine /k":                 false,
		"student_engine {\n key /k\n}":      false,
		"student_engine {\n key_file\n}":    false,
	} {
		if err := new(Handler).UnmarshalCaddyfile(caddyfile.NewTestDispenser(text)); fine != (err == nil) {
			t.Errorf("%s: %v", text, err)
		}
	}
}
