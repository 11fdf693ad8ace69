// Package access is the outermost handler of every site: it gives a request its id, answers with the refusal that an
// inner handler returned, writes one line of the access log, and counts.
package access

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"go.uber.org/zap"

	"github.com/caddyserver/caddy/v2"
	"github.com/caddyserver/caddy/v2/caddyconfig/caddyfile"
	"github.com/caddyserver/caddy/v2/caddyconfig/httpcaddyfile"
	"github.com/caddyserver/caddy/v2/modules/caddyhttp"

	"student-llm/gateway/config"
	"student-llm/gateway/exchange"
)

// IDPlaceholder holds the request's id.
const IDPlaceholder = "http.request.uuid"

func init() {
	caddy.RegisterModule(Handler{})
	httpcaddyfile.RegisterHandlerDirective("student_access", parse)
	httpcaddyfile.RegisterDirectiveOrder("student_access", httpcaddyfile.Before, "tracing")
}

func parse(helper httpcaddyfile.Helper) (caddyhttp.MiddlewareHandler, error) {
	handler := new(Handler)
	return handler, handler.UnmarshalCaddyfile(helper.Dispenser)
}

// Handler is the first handler of a site.
type Handler struct {
	// Level says which answers are logged: info (all), warn (refusals and errors), error or off.
	Level string `json:"level"`
	// Sample is N: one in N served answers is logged. Refusals and errors are always logged.
	Sample int `json:"sample"`
	Objectives

	level  Level
	lines  *Log
	logger *zap.Logger
}

// CaddyModule returns the Caddy module information.
func (Handler) CaddyModule() caddy.ModuleInfo {
	return caddy.ModuleInfo{
		ID: "http.handlers.student_access", New: func() caddy.Module {
			return &Handler{Level: "info", Sample: 1, Objectives: defaultObjectives()}
		},
	}
}

// UnmarshalCaddyfile reads "student_access { level LEVEL; sample N; availability SHARE; first_token SHARE;
// first_token_seconds N }", a setting a line.
func (h *Handler) UnmarshalCaddyfile(d *caddyfile.Dispenser) error {
	h.Level, h.Sample, h.Objectives = "info", 1, defaultObjectives()
	return config.Block(d, map[string]any{
		"level": &h.Level, "sample": &h.Sample, "availability": &h.Availability, "first_token": &h.FirstToken,
		"first_token_seconds": &h.FirstTokenSeconds,
	})
}

// Provision checks the settings.
func (h *Handler) Provision(ctx caddy.Context) error {
	var known bool
	if h.level, known = levelOf(h.Level); !known {
		return fmt.Errorf("student_access: level is %q. Fix: set GATEWAY_LOG_LEVEL to info, warn, error or off", h.Level)
	}
	if h.Sample < 1 {
		return fmt.Errorf("student_access: sample %d is less than 1. Fix: set GATEWAY_LOG_SAMPLE to 1 (all) or more", h.Sample)
	}
	if err := h.export(); err != nil {
		return err
	}
	h.lines, h.logger = standardOutput(), ctx.Logger()
	return register(ctx.GetMetricsRegistry())
}

// standardOutput outlives each configuration, so that a reload loses no line.
var standardOutput = sync.OnceValue(func() *Log {
	lines := NewLog(os.Stdout)
	caddy.OnExit(func(context.Context) { // after the servers have shut down
		if cut := inFlight.Load(); cut > 0 {
			caddy.Log().Warn("the stop cut off requests, which have no line in the access log", zap.Int64("requests", cut))
		}
		lines.Drain(stopWait)
	})
	return lines
})

// ServeHTTP serves or refuses the request, then logs and counts it.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request, next caddyhttp.Handler) error {
	line := entry{remote: ip(r.RemoteAddr), method: r.Method, path: r.URL.Path} // keeps the path before a rewrite
	sent := newAnswer(w)
	if repl, _ := r.Context().Value(caddy.ReplacerCtxKey).(*caddy.Replacer); repl != nil {
		repl.Set(IDPlaceholder, &sent.id)
	}
	r = exchange.With(r, &sent.known)
	inFlight.Add(1)
	end := sent.end(r.Context(), h.call(next, sent, r))
	inFlight.Add(-1)
	line.took = time.Since(sent.known.Started)
	sent.measure(end, line.took)
	h.write(&line, sent, end)
	if end.broken {
		// Makes the server close the connection, because an answer that is cut off must not look complete.
		panic(http.ErrAbortHandler)
	}
	return nil
}

// servedTotal counts the served answers of all sites, for the sample.
var servedTotal atomic.Int64

// write adds the line, if the level and the sample include it.
func (h *Handler) write(line *entry, sent *answer, end ending) {
	if end.level < h.level {
		return
	}
	if end.level == Info && h.Sample > 1 {
		if servedTotal.Add(1)%int64(h.Sample) != 0 {
			return
		}
		line.sample = h.Sample
	}
	line.known, line.level, line.code = &sent.known, end.level, end.code
	line.status, line.bytes = sent.status, sent.bytes
	if line.method == http.MethodHead {
		line.bytes = 0 // counts no body, because the server sends none
	}
	if sent.known.Route != "" {
		line.path = sent.known.Route
	}
	var room [lineSize]byte
	h.lines.Add(line.appendTo(room[:0]), end.level)
}

var (
	_ caddy.Provisioner           = (*Handler)(nil)
	_ caddyhttp.MiddlewareHandler = (*Handler)(nil)
	_ caddyfile.Unmarshaler       = (*Handler)(nil)
)
