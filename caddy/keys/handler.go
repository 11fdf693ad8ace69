// Package keys is the Caddy handler that identifies clients by name. It finds the key of a bearer token in a file of hashes,
// and limits and counts its requests. Requests without a key pass without a name, and the Caddyfile refuses them.
package keys

import (
	"fmt"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/caddyserver/caddy/v2"
	"github.com/caddyserver/caddy/v2/caddyconfig/caddyfile"
	"github.com/caddyserver/caddy/v2/caddyconfig/httpcaddyfile"
	"github.com/caddyserver/caddy/v2/modules/caddyhttp"

	"student-llm/gateway/config"
	"student-llm/gateway/exchange"
	"student-llm/gateway/limits"
	"student-llm/gateway/watch"
)

// NamePlaceholder has the name of a known key, for the Caddyfile.
const NamePlaceholder = "http.auth.user.id"

// The reasons why a request has no name.
const (
	missing = "missing"
	unknown = "unknown"
	expired = "expired"
)

func init() {
	caddy.RegisterModule(Handler{})
	httpcaddyfile.RegisterHandlerDirective("student_keys", parse)
}

func parse(helper httpcaddyfile.Helper) (caddyhttp.MiddlewareHandler, error) {
	handler := new(Handler)
	return handler, handler.UnmarshalCaddyfile(helper.Dispenser)
}

// Handler identifies the client.
type Handler struct {
	// File is the key file; it is read when the configuration is loaded and whenever it has changed.
	File string `json:"file"`
	// RequestsPerMinute is the limit of keys that have none of their own.
	RequestsPerMinute int `json:"requests_per_minute"`
	// TokensPerMinute is the limit of keys that have none of their own. 0 means no limit.
	TokensPerMinute int `json:"tokens_per_minute"`

	set *atomic.Pointer[Set]
}

// inForce has the keys of each file. All sites that name the file share them, so a change is in force for all at once.
var inForce sync.Map

func keysOf(file string) *atomic.Pointer[Set] {
	set, _ := inForce.LoadOrStore(file, new(atomic.Pointer[Set]))
	return set.(*atomic.Pointer[Set])
}

// CaddyModule returns the Caddy module information.
func (Handler) CaddyModule() caddy.ModuleInfo {
	return caddy.ModuleInfo{ID: "http.handlers.student_keys", New: func() caddy.Module { return new(Handler) }}
}

// UnmarshalCaddyfile reads "student_keys { file FILE; requests_per_minute N; tokens_per_minute N }", a setting a line.
func (h *Handler) UnmarshalCaddyfile(d *caddyfile.Dispenser) error {
	return config.Block(d, map[string]any{
		"file": &h.File, "requests_per_minute": &h.RequestsPerMinute, "tokens_per_minute": &h.TokensPerMinute,
	})
}

// Provision reads the key file. An error refuses the whole configuration, so that a reload keeps the keys in force.
func (h *Handler) Provision(ctx caddy.Context) error {
	if h.RequestsPerMinute < 1 || h.RequestsPerMinute > maxRPM {
		return fmt.Errorf("student_keys: requests_per_minute must be from 1 to %d", maxRPM)
	}
	if h.TokensPerMinute < 0 || h.TokensPerMinute > maxTPM {
		return fmt.Errorf("student_keys: tokens_per_minute must be from 0 (off) to %d", maxTPM)
	}
	if err := register(ctx.GetMetricsRegistry()); err != nil {
		return err
	}
	h.set = keysOf(h.File)
	files := watch.New(h.File)
	files.Name, files.Load, files.Refused = "key file", h.load, fileRefused
	if err := h.load(); err != nil {
		return err
	}
	fileRefused.Set(0)
	go files.Run(ctx, ctx.Logger())
	return nil
}

// load puts all of the file's keys in force, or none.
func (h *Handler) load() error {
	set, written, err := ReadFile(h.File)
	if err != nil {
		return err
	}
	h.set.Store(&set)
	names := make(map[string]bool, len(set))
	for _, key := range set {
		names[key.Name] = true
	}
	limits.SetNames(names)
	loadedKeys.Set(float64(len(set)))
	fileModified.Set(float64(written.UnixNano()) / float64(time.Second))
	return nil
}

// ServeHTTP names the client, or passes the request on without a name.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request, next caddyhttp.Handler) (err error) {
	key, nobody := h.identify(r.Header, time.Now())
	// Removes the client's key, whatever later handlers do.
	r.Header.Del("Authorization")
	if nobody != "" {
		refusedTotal.WithLabelValues(nobody).Inc()
		return next.ServeHTTP(w, r)
	}
	r.Context().Value(caddy.ReplacerCtxKey).(*caddy.Replacer).Set(NamePlaceholder, key.Name)
	known := exchange.Of(r)
	known.Key, known.RPM, known.TPM = key.Name, key.RPM, key.TPM

	counted := &statusWriter{ResponseWriterWrapper: &caddyhttp.ResponseWriterWrapper{ResponseWriter: w}}
	// Defers this, because the proxy panics on purpose when a started stream breaks.
	ended := false
	defer func() { limits.CountRequest(key.Name, counted.final(err, ended)) }()
	if key.TPM > 0 {
		limits.Tokens.Tell(w.Header(), limits.Tokens.Look(key.Name, 0, key.TPM))
	}
	state := limits.Requests.Take(key.Name, 1, key.RPM)
	limits.Requests.Tell(w.Header(), state)
	if state.Wait > 0 {
		return limits.Requests.Refuse(key.Name, state)
	}
	err = next.ServeHTTP(counted, r)
	ended = true
	return err
}

func (h *Handler) identify(header http.Header, now time.Time) (Key, string) {
	values := header.Values("Authorization")
	if len(values) != 1 {
		return Key{}, missing
	}
	scheme, token, _ := strings.Cut(values[0], " ")
	token = strings.TrimLeft(token, " ")
	if !strings.EqualFold(scheme, "bearer") || token == "" {
		return Key{}, missing
	}
	key, found := h.set.Load().Find(token)
	switch {
	case !found:
		return Key{}, unknown
	case !key.Expires.IsZero() && !now.Before(key.Expires):
		return Key{}, expired
	}
	if key.RPM == 0 {
		key.RPM = h.RequestsPerMinute
	}
	if key.TPM == 0 {
		key.TPM = h.TokensPerMinute
	}
	return key, ""
}

var (
	_ caddy.Provisioner           = (*Handler)(nil)
	_ caddyhttp.MiddlewareHandler = (*Handler)(nil)
	_ caddyfile.Unmarshaler       = (*Handler)(nil)
)
