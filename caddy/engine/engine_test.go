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
)

func TestReadKeyRefusesWhatIsNoKey(t *testing.T) {
	for content, want := range map[string]string{
		"secret\n": "", "secret": "", "secret\r\n": "", "sec~ret=": "",
		"": "is empty", "\n": "is empty", " secret\n": "white space", "sec ret\n": "white space",
		"secret\n\n": "white space", "one\ntwo\n": "white space", "sec\x00ret": "white space", "sécret": "white space",
	} {
		path := filepath.Join(t.TempDir(), "key")
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		key, err := readKey(path)
		if want == "" {
			if err != nil || key != strings.TrimSpace(content) {
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

func serve(user string, next caddyhttp.HandlerFunc) (*caddy.Replacer, error) {
	repl := caddy.NewReplacer()
	repl.Set("http.auth.user.id", user)
	r := httptest.NewRequest(http.MethodGet, "/", strings.NewReader("a body"))
	r = r.WithContext(context.WithValue(r.Context(), caddy.ReplacerCtxKey, repl))
	return repl, (&Handler{key: "secret"}).ServeHTTP(httptest.NewRecorder(), r, next)
}

func TestOnlyANamedClientsRequestCarriesTheKey(t *testing.T) {
	for user, want := range map[string]string{"alice": "secret", "": ""} {
		var during string
		repl, err := serve(user, func(_ http.ResponseWriter, r *http.Request) error {
			during, _ = r.Context().Value(caddy.ReplacerCtxKey).(*caddy.Replacer).GetString(KeyPlaceholder)
			return nil
		})
		if err != nil || during != want {
			t.Errorf("%q: key %q, error %v", user, during, err)
		}
		if after, _ := repl.GetString(KeyPlaceholder); after != "" {
			t.Errorf("%q: the key stays behind", user)
		}
	}
}

func TestAFailedConnectionIs503AndTheRestStaysAsItIs(t *testing.T) {
	dial := reverseproxy.DialError{}
	for name, test := range map[string]struct {
		err  error
		want int
	}{
		"refused":         {caddyhttp.Error(http.StatusBadGateway, dial), http.StatusServiceUnavailable},
		"dial timed out":  {caddyhttp.Error(http.StatusGatewayTimeout, dial), http.StatusServiceUnavailable},
		"client gone":     {caddyhttp.Error(499, dial), 499},
		"broke off":       {caddyhttp.Error(http.StatusBadGateway, errors.New("EOF")), http.StatusBadGateway},
		"first byte late": {caddyhttp.Error(http.StatusGatewayTimeout, errors.New("timeout")), http.StatusGatewayTimeout},
	} {
		_, err := serve("alice", func(http.ResponseWriter, *http.Request) error { return test.err })
		var failure caddyhttp.HandlerError
		if !errors.As(err, &failure) || failure.StatusCode != test.want {
			t.Errorf("%s: %v, want %d", name, err, test.want)
		}
	}
	if _, err := serve("alice", func(http.ResponseWriter, *http.Request) error { return nil }); err != nil {
		t.Error(err)
	}
}

func TestAReadHasNoBody(t *testing.T) {
	_, err := serve("alice", func(_ http.ResponseWriter, r *http.Request) error {
		if r.Body != http.NoBody || r.ContentLength != 0 {
			t.Error("the body goes on")
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
