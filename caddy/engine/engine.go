// Package engine guards the way to the model server: it refuses to start without a usable engine key, hands that key
// to the proxy for authenticated requests only, and tells "not reachable" from "broke while answering".
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
)

// KeyPlaceholder holds the engine's key while an authenticated request is served.
const KeyPlaceholder = "student.engine_key"

const statusClientGone = 499 // as Caddy says it

func init() {
	caddy.RegisterModule(Handler{})
	httpcaddyfile.RegisterHandlerDirective("student_engine", parse)
	httpcaddyfile.RegisterDirectiveOrder("student_engine", httpcaddyfile.Before, "reverse_proxy")
}

func parse(helper httpcaddyfile.Helper) (caddyhttp.MiddlewareHandler, error) {
	handler := new(Handler)
	return handler, handler.UnmarshalCaddyfile(helper.Dispenser)
}

// Handler stands directly before reverse_proxy.
type Handler struct {
	// KeyFile holds the key that the engine was started with. Only its path is part of the configuration.
	KeyFile string `json:"key_file"`

	key string
}

// CaddyModule returns the Caddy module information.
func (Handler) CaddyModule() caddy.ModuleInfo {
	return caddy.ModuleInfo{ID: "http.handlers.student_engine", New: func() caddy.Module { return new(Handler) }}
}

// UnmarshalCaddyfile reads "student_engine { key_file FILE }". An argument would be taken for a path to match.
func (h *Handler) UnmarshalCaddyfile(d *caddyfile.Dispenser) error {
	d.Next()
	if d.NextArg() {
		return d.ArgErr()
	}
	for d.NextBlock(0) {
		if d.Val() != "key_file" {
			return d.Errf("unknown setting %q, known is key_file", d.Val())
		}
		if !d.AllArgs(&h.KeyFile) {
			return d.ArgErr()
		}
	}
	return nil
}

// Provision reads the key; a configuration without one is refused, so a reload keeps the old key.
func (h *Handler) Provision(caddy.Context) error {
	key, err := readKey(h.KeyFile)
	h.key = key
	return err
}

func readKey(path string) (string, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return "", fmt.Errorf("engine key: %w. Fix: run 'make init', or give the gateway's user this file", err)
	}
	key := bytes.TrimSuffix(bytes.TrimSuffix(raw, []byte("\n")), []byte("\r"))
	if len(key) == 0 {
		return "", fmt.Errorf("engine key: %s is empty. Fix: write the key that the engine was started with", path)
	}
	for i, c := range key {
		// Visible ASCII alone can stand in a header; anything else is a damaged file.
		if c <= ' ' || c > '~' {
			return "", fmt.Errorf("engine key: %s has white space or a control character at byte %d. "+
				"Fix: one line, the key alone", path, i+1)
		}
	}
	return string(key), nil
}

// ServeHTTP gives the proxy the key and turns "could not connect" into 503: nothing was sent, so trying again is safe.
// Where the client has left meanwhile, nothing is wrong with the engine.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request, next caddyhttp.Handler) error {
	repl := r.Context().Value(caddy.ReplacerCtxKey).(*caddy.Replacer)
	if name, _ := repl.GetString("http.auth.user.id"); name != "" {
		repl.Set(KeyPlaceholder, h.key)
		// No later handler, error page or log format can expand it.
		defer repl.Delete(KeyPlaceholder)
	}
	// The Caddyfile drops the query, but Go would still send a bare "?".
	r.URL.ForceQuery = false
	if r.Method == http.MethodGet || r.Method == http.MethodHead {
		// A read has no body: without this, anyone could send the engine one of any size at /health.
		r.Body, r.ContentLength, r.TransferEncoding = http.NoBody, 0, nil
	}
	err := next.ServeHTTP(w, r)
	var failure caddyhttp.HandlerError
	var dial reverseproxy.DialError
	if !errors.As(err, &failure) || failure.StatusCode < http.StatusInternalServerError {
		return err
	}
	switch {
	case errors.Is(r.Context().Err(), context.Canceled):
		failure.StatusCode = statusClientGone
	case errors.As(err, &dial):
		failure.StatusCode = http.StatusServiceUnavailable
	default:
		return err
	}
	return failure
}

var (
	_ caddy.Provisioner           = (*Handler)(nil)
	_ caddyhttp.MiddlewareHandler = (*Handler)(nil)
	_ caddyfile.Unmarshaler       = (*Handler)(nil)
)
