// Package tokens is the Caddy handler that knows what a request may cost and what it did cost: it bounds the answer that
// a body asks for, counts the tokens of the engine's answer by key name, and limits them by the minute.
package tokens

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"net/http"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"github.com/caddyserver/caddy/v2"
	"github.com/caddyserver/caddy/v2/caddyconfig/caddyfile"
	"github.com/caddyserver/caddy/v2/caddyconfig/httpcaddyfile"
	"github.com/caddyserver/caddy/v2/modules/caddyhttp"
)

const (
	// PerMinutePlaceholder holds the key's own tokens a minute, 0 for the default.
	PerMinutePlaceholder = "http.auth.user.tpm"
	namePlaceholder      = "http.auth.user.id"

	// MaxPerMinute bounds what a limit may be set to.
	MaxPerMinute = 1_000_000_000
	// Bodies are read whole before the engine sees them; all at once must fit a quarter of the container's memory.
	bodiesBytes = 128 << 20
)

var bodiesLeft atomic.Int64

func init() {
	bodiesLeft.Store(bodiesBytes)
	caddy.RegisterModule(Handler{})
	httpcaddyfile.RegisterHandlerDirective("student_tokens", parse)
}

func parse(helper httpcaddyfile.Helper) (caddyhttp.MiddlewareHandler, error) {
	handler := new(Handler)
	return handler, handler.UnmarshalCaddyfile(helper.Dispenser)
}

// Handler stands before the engine's, on the paths that take a body.
type Handler struct {
	// MaxTokens bounds one answer; a request that asks for no length gets it. 0 is no bound.
	MaxTokens int `json:"max_tokens"`
	// MaxN bounds the number of answers. 0 is no bound.
	MaxN int `json:"max_n"`
	// PerMinute is the limit of keys that have none of their own. 0 is no limit.
	PerMinute int `json:"per_minute"`
}

// CaddyModule returns the Caddy module information.
func (Handler) CaddyModule() caddy.ModuleInfo {
	return caddy.ModuleInfo{ID: "http.handlers.student_tokens", New: func() caddy.Module { return new(Handler) }}
}

// UnmarshalCaddyfile reads "student_tokens { max_tokens N; max_n N; per_minute N }", a setting a line.
func (h *Handler) UnmarshalCaddyfile(d *caddyfile.Dispenser) error {
	d.Next()
	if d.NextArg() {
		return d.ArgErr()
	}
	settings := map[string]*int{"max_tokens": &h.MaxTokens, "max_n": &h.MaxN, "per_minute": &h.PerMinute}
	for d.NextBlock(0) {
		name, value := d.Val(), ""
		if !d.AllArgs(&value) {
			return d.ArgErr()
		}
		setting, known := settings[name]
		if !known {
			return d.Errf("unknown setting %q, known are max_tokens, max_n and per_minute", name)
		}
		var err error
		if *setting, err = strconv.Atoi(value); err != nil {
			return d.Errf("%s must be a number, not %q", name, value)
		}
	}
	return nil
}

// Provision checks the settings.
func (h *Handler) Provision(ctx caddy.Context) error {
	for name, value := range map[string]int{"max_tokens": h.MaxTokens, "max_n": h.MaxN, "per_minute": h.PerMinute} {
		if value < 0 || value > MaxPerMinute {
			return fmt.Errorf("student_tokens: %s must be from 0 (off) to %d", name, MaxPerMinute)
		}
	}
	return register(ctx.GetMetricsRegistry())
}

// ServeHTTP refuses what asks for too much, and books what the answer cost.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request, next caddyhttp.Handler) error {
	repl := r.Context().Value(caddy.ReplacerCtxKey).(*caddy.Replacer)
	name, _ := repl.GetString(namePlaceholder)
	perMinute := h.PerMinute
	if own, _ := repl.Get(PerMinutePlaceholder); own != nil && own != 0 {
		perMinute, _ = own.(int)
	}
	if wait := spending.wait(name, perMinute, time.Now()); wait > 0 {
		limitedTotal.WithLabelValues(name).Inc()
		w.Header().Set("Retry-After", strconv.Itoa(int(math.Ceil(wait.Seconds()))))
		return (&refusal{
			http.StatusTooManyRequests, "rate_limit_error", "rate_limit_exceeded", "",
			"The key's tokens a minute are used up. Wait for the seconds in Retry-After.",
		}).write(w)
	}
	body, err := readBody(r)
	if err != nil {
		return err
	}
	defer body.giveBack()
	forward, hidden, refused := Caps{h.MaxTokens, h.MaxN}.admit(body.content)
	if refused != nil {
		cappedTotal.WithLabelValues(name).Inc()
		return refused.write(w)
	}
	body.rest, body.content = bytes.NewReader(forward), nil
	r.Body, r.ContentLength, r.TransferEncoding = body, int64(len(forward)), nil
	r.Header.Set("Content-Length", strconv.Itoa(len(forward)))

	answer := newAnswer(w, hidden)
	// Deferred, because the proxy panics on purpose when a started stream breaks.
	defer func() {
		used := answer.used()
		tokensTotal.WithLabelValues(name, "in").Add(float64(used.In))
		tokensTotal.WithLabelValues(name, "out").Add(float64(used.Out))
		if sum := used.In + used.Out; perMinute > 0 && sum > 0 {
			spending.add(name, sum, time.Now())
		}
	}()
	if err := next.ServeHTTP(answer, r); err != nil {
		return err
	}
	return answer.finish()
}

// wholeBody is a request's body that was read, and what it takes of the memory for bodies.
type wholeBody struct {
	content []byte
	rest    *bytes.Reader
	taken   int64
	once    sync.Once
}

// readBody reads a body to its end, as far as its limit and the memory for bodies go.
func readBody(r *http.Request) (*wholeBody, error) {
	body := new(wholeBody)
	var content bytes.Buffer
	for {
		n, err := io.CopyN(&content, r.Body, 32<<10)
		body.taken += n
		if bodiesLeft.Add(-n) < 0 {
			body.giveBack()
			return nil, caddyhttp.Error(http.StatusServiceUnavailable, errors.New("no memory left for request bodies"))
		}
		if err == io.EOF {
			body.content = content.Bytes()
			return body, nil
		}
		if err != nil {
			body.giveBack()
			var failure caddyhttp.HandlerError
			if errors.As(err, &failure) { // too large
				return nil, failure
			}
			return nil, caddyhttp.Error(499, fmt.Errorf("reading the request: %w", err))
		}
	}
}

// Read lets go of the body once it is sent, since a stream may last for minutes after that.
func (b *wholeBody) Read(p []byte) (int, error) {
	n, err := b.rest.Read(p)
	if err == io.EOF {
		b.rest = bytes.NewReader(nil)
		b.giveBack()
	}
	return n, err
}

// Close does nothing: the server closes what it handed out.
func (b *wholeBody) Close() error { return nil }

func (b *wholeBody) giveBack() { b.once.Do(func() { bodiesLeft.Add(b.taken) }) }

var (
	_ caddy.Provisioner           = (*Handler)(nil)
	_ caddyhttp.MiddlewareHandler = (*Handler)(nil)
	_ caddyfile.Unmarshaler       = (*Handler)(nil)
)
