package routes

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/caddyserver/caddy/v2"
	"github.com/caddyserver/caddy/v2/caddyconfig/caddyfile"

	"student-llm/gateway/exchange"
	"student-llm/gateway/refusal"
)

const table = "student_routes {\n read /health\n read /v1/models\n read /v1/models/*\n write /v1/completions\n}"

func handler(t *testing.T) *Handler {
	t.Helper()
	made := new(Handler)
	if err := made.UnmarshalCaddyfile(caddyfile.NewTestDispenser(table)); err != nil {
		t.Fatal(err)
	}
	if err := made.Provision(caddy.Context{}); err != nil {
		t.Fatal(err)
	}
	return made
}

// serve returns what the next handler got, or the refusal.
func serve(t *testing.T, r *http.Request) (*http.Request, *exchange.Exchange, *refusal.Refusal, http.Header) {
	t.Helper()
	known := new(exchange.Exchange)
	var passed *http.Request
	next := func(_ http.ResponseWriter, r *http.Request) error { passed = r; return nil }
	w := httptest.NewRecorder()
	err := handler(t).ServeHTTP(w, exchange.With(r, known), caddyhttpHandler(next))
	var refused *refusal.Refusal
	errors.As(err, &refused)
	return passed, known, refused, w.Header()
}

type caddyhttpHandler func(http.ResponseWriter, *http.Request) error

func (h caddyhttpHandler) ServeHTTP(w http.ResponseWriter, r *http.Request) error { return h(w, r) }

func TestServeHTTPLiteralPath(t *testing.T) {
	for asked, want := range map[string][2]string{
		"/v1/models":                       {"/v1/models", ""},
		"/v1/models/":                      {"/v1/models", ""},
		"//v1//models?x=1":                 {"/v1/models", ""},
		"/v1%2fmodels":                     {"/v1/models", ""},
		"/tokenize/..%2fv1/models":         {"/v1/models", ""},
		"/v1/models/a":                     {"/v1/models", "a"},
		"/v1/models/a%2Fb":                 {"/v1/models", "a/b"},
		"/v1/models/a/../../completions/.": {"", ""}, // read, and this one is written
		"/V1/models":                       {"", ""},
		"/v1":                              {"", ""},
		"/metrics":                         {"", ""},
		"/v1/models/../../metrics":         {"", ""},
		"/health/x":                        {"", ""},
	} {
		passed, known, refused, _ := serve(t, httptest.NewRequest(http.MethodGet, asked, nil))
		if want[0] == "" {
			if passed != nil || refused == nil {
				t.Errorf("%s passed", asked)
			}
			continue
		}
		if passed == nil || passed.URL.RequestURI() != want[0] || known.Route != want[0] || known.Model != want[1] {
			t.Errorf("%s: %v %+v %v", asked, passed, known, refused)
		}
	}
}

func TestServeHTTPMethodsByRoute(t *testing.T) {
	for _, test := range []struct{ method, path, allow string }{
		{http.MethodGet, "/health", ""},
		{http.MethodHead, "/health", ""},
		{http.MethodPost, "/v1/completions", ""},
		{http.MethodPost, "/health", "GET, HEAD"},
		{http.MethodOptions, "/v1/models", "GET, HEAD"},
		{http.MethodGet, "/v1/completions", "POST"},
		{http.MethodPut, "/v1/completions", "POST"},
	} {
		_, _, refused, header := serve(t, httptest.NewRequest(test.method, test.path, nil))
		if test.allow == "" && refused != nil || test.allow != "" && (refused == nil || refused.Status != 405) || header.Get("Allow") != test.allow {
			t.Errorf("%v: %+v %v", test, refused, header)
		}
	}
}

func TestServeHTTPIgnoresH2C(t *testing.T) {
	for upgrade, fine := range map[string]bool{"h2c": true, "H2C": true, "websocket": false, "h2c, websocket": false, "": false, "TLS/1.2": false} {
		r := httptest.NewRequest(http.MethodGet, "/v1/models", nil)
		r.Header = http.Header{"Upgrade": {upgrade}, "Connection": {"Upgrade, HTTP2-Settings"}, "Http2-Settings": {"AAMAAABkAAQAoAAAAAIAAAAA"}}
		passed, _, refused, _ := serve(t, r)
		if fine != (refused == nil) || fine && len(passed.Header) != 0 {
			t.Errorf("%q: %+v", upgrade, refused)
		}
	}
}

func TestUnknownNamesWhatToUse(t *testing.T) {
	for asked, says := range map[string]string{
		"/v1/responses":           "Use POST /v1/chat/completions.",
		"/chat/completions":       "Use POST /v1/chat/completions.",
		"/v1/v1/chat/completions": "Use POST /v1/chat/completions.",
		"/completion":             "Use POST /v1/completions.",
		"/v1/messages":            "Use POST /v1/chat/completions.",
		"/v1/embeddings":          "has no embeddings",
		"/v1/audio/speech":        "has no audio",
		"/secret":                 "Served are POST /v1/chat/completions",
	} {
		if refused := unknown(asked); refused.Status != 404 || !strings.Contains(refused.Message, says) || strings.Contains(refused.Message, "secret") {
			t.Errorf("%s: %+v", asked, refused)
		}
	}
}
