// Package keys is the Caddy handler that knows clients by name: it finds the key of a bearer token in a file of hashes,
// limits and counts its requests, and lets everyone else pass as nobody for the Caddyfile to refuse.
package keys

import (
	"errors"
	"math"
	"net/http"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"github.com/caddyserver/caddy/v2"
	"github.com/caddyserver/caddy/v2/caddyconfig/caddyfile"
	"github.com/caddyserver/caddy/v2/caddyconfig/httpcaddyfile"
	"github.com/caddyserver/caddy/v2/modules/caddyhttp"

	"student-llm/gateway/tokens"
	"student-llm/gateway/watch"
)

// NamePlaceholder is set for a known key. Caddy writes it to the access log as user_id.
const NamePlaceholder = "http.auth.user.id"

// Why a request has no name.
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

	set *atomic.Pointer[Set]
}

// CaddyModule returns the Caddy module information.
func (Handler) CaddyModule() caddy.ModuleInfo {
	return caddy.ModuleInfo{ID: "http.handlers.student_keys", New: func() caddy.Module { return new(Handler) }}
}

// UnmarshalCaddyfile reads "student_keys { file FILE; requests_per_minute N }", a setting a line.
func (h *Handler) UnmarshalCaddyfile(d *caddyfile.Dispenser) error {
	d.Next()
	if d.NextArg() {
		return d.ArgErr()
	}
	for d.NextBlock(0) {
		setting, value := d.Val(), ""
		if !d.AllArgs(&value) {
			return d.ArgErr()
		}
		switch setting {
		case "file":
			h.File = value
		case "requests_per_minute":
			var err error
			if h.RequestsPerMinute, err = strconv.Atoi(value); err != nil {
				return d.Errf("requests_per_minute must be a number, not %q", value)
			}
		default:
			return d.Errf("unknown setting %q, known are file and requests_per_minute", setting)
		}
	}
	return nil
}

// Provision reads the key file. A fault refuses the whole configuration, so a reload keeps the keys in force.
func (h *Handler) Provision(ctx caddy.Context) error {
	if h.RequestsPerMinute < 1 || h.RequestsPerMinute > maxRPM {
		return errors.New("student_keys: requests a minute must be from 1 to " + strconv.Itoa(maxRPM))
	}
	if err := register(ctx.GetMetricsRegistry()); err != nil {
		return err
	}
	h.set = new(atomic.Pointer[Set])
	files := watch.New(h.File)
	files.Name, files.Take, files.Refused = "key file", h.take, fileRefused
	if err := h.take(); err != nil {
		return err
	}
	fileRefused.Set(0)
	go files.Run(ctx, ctx.Logger())
	return nil
}

// take puts the file's keys in force, all or none.
func (h *Handler) take() error {
	set, written, err := ReadFile(h.File)
	if err != nil {
		return err
	}
	h.set.Store(&set)
	begin(set)
	fileModified.Set(float64(written.UnixNano()) / float64(time.Second))
	return nil
}

// ServeHTTP names the client, or passes the request on without a name.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request, next caddyhttp.Handler) error {
	key, refusal := h.identify(r.Header, time.Now())
	// The client's key ends here, whatever later handlers do.
	r.Header.Del("Authorization")
	if refusal != "" {
		refusedTotal.WithLabelValues(refusal).Inc()
		return next.ServeHTTP(w, r)
	}
	repl := r.Context().Value(caddy.ReplacerCtxKey).(*caddy.Replacer)
	repl.Set(NamePlaceholder, key.Name)
	repl.Set(tokens.PerMinutePlaceholder, key.TPM)

	counted := &statusWriter{ResponseWriterWrapper: &caddyhttp.ResponseWriterWrapper{ResponseWriter: w}}
	var err error
	// Deferred, because the proxy panics on purpose when a started stream breaks.
	defer func() { counted.count(key.Name, err) }()
	left, wait := requests.take(key.Name, key.RPM, time.Now())
	// OpenAI's names, which its clients read.
	w.Header().Set("X-Ratelimit-Limit-Requests", strconv.Itoa(key.RPM))
	w.Header().Set("X-Ratelimit-Remaining-Requests", strconv.Itoa(left))
	if wait > 0 {
		limitedTotal.WithLabelValues(key.Name).Inc()
		w.Header().Set("Retry-After", strconv.Itoa(int(math.Ceil(wait.Seconds()))))
		err = caddyhttp.Error(http.StatusTooManyRequests, errors.New("requests a minute used up by "+key.Name))
		return err
	}
	err = next.ServeHTTP(counted, r)
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
	case key.RPM == 0:
		key.RPM = h.RequestsPerMinute
	}
	return key, ""
}

var (
	_ caddy.Provisioner           = (*Handler)(nil)
	_ caddyhttp.MiddlewareHandler = (*Handler)(nil)
	_ caddyfile.Unmarshaler       = (*Handler)(nil)
)
