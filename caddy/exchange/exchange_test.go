package exchange

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/caddyserver/caddy/v2"
	"github.com/caddyserver/caddy/v2/modules/caddyhttp"
)

func TestOfReturnsWhatWithKept(t *testing.T) {
	bare := httptest.NewRequest(http.MethodGet, "/", nil)
	served := caddyhttp.PrepareRequest(bare, caddy.NewReplacer(), httptest.NewRecorder(), nil)
	for name, r := range map[string]*http.Request{"in a test": bare, "in Caddy": served} {
		known := new(Exchange)
		with := With(r, known)
		if Of(with) != known || Of(with.Clone(with.Context())) != known {
			t.Errorf("%s: another exchange", name)
		}
		if r == served && with != r {
			t.Error("the request was copied, so Caddy's placeholders read another one")
		}
	}
	if Of(httptest.NewRequest(http.MethodGet, "/", nil)) == nil {
		t.Error("nil without an exchange")
	}
}
