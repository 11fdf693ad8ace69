// Package engine guards the way to the model server. It refuses to start without a usable engine key, passes that key to
// the transport for clients with a valid key, or for everyone if anyone may ask, and says why an engine failed.
package engine

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"

	"github.com/caddyserver/caddy/v2"
	"github.com/caddyserver/caddy/v2/caddyconfig/caddyfile"
	"github.com/caddyserver/caddy/v2/caddyconfig/httpcaddyfile"
	"github.com/caddyserver/caddy/v2/modules/caddyhttp"
	"github.com/caddyserver/caddy/v2/modules/caddyhttp/reverseproxy"

	"student-llm/gateway/config"
	"student-llm/gateway/exchange"
	"student-llm/gateway/refusal"
)

const statusClientGone = 499 // as Caddy uses it

func init() {
	caddy.RegisterModule(Handler{})
	httpcaddyfile.RegisterHandlerDirective("student_engine", parse)
	httpcaddyfile.RegisterDirectiveOrder("student_engine", httpcaddyfile.Before, "reverse_proxy")
}

func parse(helper httpcaddyfile.Helper) (caddyhttp.MiddlewareHandler, error) {
	handler := new(Handler)
	return handler, handler.UnmarshalCaddyfile(helper.Dispenser)
}

// Handler runs directly before reverse_proxy.
type Handler struct {
	// KeyFile holds the key that the engine was started with. Only its path is part of the configuration.
	KeyFile string `json:"key_file"`
	// KeyFor says whose requests get the key: "clients", which is the default, or "anyone".
	KeyFor string `json:"key_for"`

	key string
}

// CaddyModule returns the Caddy module information.
func (Handler) CaddyModule() caddy.ModuleInfo {
	return caddy.ModuleInfo{ID: "http.handlers.student_engine", New: func() caddy.Module { return new(Handler) }}
}

// UnmarshalCaddyfile reads "student_engine { key_file FILE; key_for clients|anyone }".
func (h *Handler) UnmarshalCaddyfile(d *caddyfile.Dispenser) error {
	return config.Block(d, map[string]any{"key_file": &h.KeyFile, "key_for": &h.KeyFor})
}

// Provision reads the key, and refuses a configuration without one, so that a reload keeps the old key.
func (h *Handler) Provision(caddy.Context) error {
	if h.KeyFor != "" && h.KeyFor != "clients" && h.KeyFor != "anyone" {
		return fmt.Errorf("key_for must be clients or anyone, not %q", h.KeyFor)
	}
	key, err := readKey(h.KeyFile)
	h.key = key
	return err
}

// readKey returns the key of a file of one line, without what editors add: a byte-order mark, spaces and line ends.
func readKey(path string) (string, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return "", fmt.Errorf("engine key: %w. Fix: run 'make init', or give the gateway's user this file", err)
	}
	key := bytes.Trim(bytes.TrimPrefix(raw, []byte("\xef\xbb\xbf")), " \t\r\n")
	if len(key) == 0 {
		return "", fmt.Errorf("engine key: %s is empty. Fix: write the key that the engine was started with", path)
	}
	for i, c := range key {
		// Accepts only visible ASCII, which a header may have; anything else means a damaged file.
		if c <= ' ' || c > '~' {
			return "", fmt.Errorf("engine key: %s has white space or a control character at byte %d of the key. "+
				"Fix: write one line with the key only", path, i+1)
		}
	}
	return string(key), nil
}

// ServeHTTP gives the transport the key and says why the engine failed. A refused connection is 503, because nothing was
// sent and a retry is safe. An engine that broke off is 502.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request, next caddyhttp.Handler) error {
	known := exchange.Of(r)
	if known.Key != "" || h.KeyFor == "anyone" {
		known.EngineKey = h.key
	}
	if r.Method == http.MethodGet || r.Method == http.MethodHead {
		// Removes the body of a read, or anyone could send the engine one of any size at /health.
		r.Body, r.ContentLength, r.TransferEncoding = http.NoBody, 0, nil
	}
	err := next.ServeHTTP(w, r)
	if err == nil {
		return nil
	}
	return explain(r.Context(), err)
}

// explain turns the proxy's error into the client's refusal and the access log's cause.
func explain(ctx context.Context, err error) error {
	var own *refusal.Refusal
	if errors.As(err, &own) {
		return own
	}
	var failure caddyhttp.HandlerError
	if !errors.As(err, &failure) || failure.StatusCode < http.StatusInternalServerError {
		return err
	}
	kind := BrokeOff
	var dial reverseproxy.DialError
	switch {
	case errors.Is(ctx.Err(), context.Canceled): // does not count as a failure of the engine
		failure.StatusCode, kind = statusClientGone, ""
	case errors.As(err, &dial):
		failure.StatusCode, kind = http.StatusServiceUnavailable, NotReachable
	case failure.StatusCode == http.StatusServiceUnavailable: // the engine's name has no address
		kind = NotReachable
	case failure.StatusCode == http.StatusGatewayTimeout:
		kind = TimedOut
	}
	refused := refusal.Of(failure)
	refused.Kind = kind
	return refused
}

var (
	_ caddy.Provisioner           = (*Handler)(nil)
	_ caddyhttp.MiddlewareHandler = (*Handler)(nil)
	_ caddyfile.Unmarshaler       = (*Handler)(nil)
)
