// Package tokens is the Caddy handler that bounds and counts the cost of a request. It checks the body, limits the tokens a
// minute of a key's name and the texts in the engine, and counts the tokens of the answer.
package tokens

import (
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/caddyserver/caddy/v2"
	"github.com/caddyserver/caddy/v2/caddyconfig/caddyfile"
	"github.com/caddyserver/caddy/v2/caddyconfig/httpcaddyfile"
	"github.com/caddyserver/caddy/v2/modules/caddyhttp"

	"student-llm/gateway/body"
	"student-llm/gateway/config"
	"student-llm/gateway/exchange"
	"student-llm/gateway/limits"
)

func init() {
	caddy.RegisterModule(Handler{})
	httpcaddyfile.RegisterHandlerDirective("student_tokens", parse)
}

func parse(helper httpcaddyfile.Helper) (caddyhttp.MiddlewareHandler, error) {
	handler := new(Handler)
	return handler, handler.UnmarshalCaddyfile(helper.Dispenser)
}

// Handler runs before the engine's. It lets requests without a body pass.
type Handler struct {
	// MaxTokens bounds one answer; a request that asks for no length gets it. 0 means no bound.
	MaxTokens int `json:"max_tokens"`
	// MaxN bounds the number of answers to one prompt. 0 means no bound.
	MaxN int `json:"max_n"`
	// MaxInFlight bounds the texts that the engine writes at once. 0 means no bound.
	MaxInFlight int `json:"max_in_flight"`
	// Wait is how long a request waits for a place in the engine.
	Wait string `json:"wait"`

	wait   time.Duration
	engine *limits.Engine
}

// CaddyModule returns the Caddy module information.
func (Handler) CaddyModule() caddy.ModuleInfo {
	return caddy.ModuleInfo{ID: "http.handlers.student_tokens", New: func() caddy.Module { return new(Handler) }}
}

// UnmarshalCaddyfile reads "student_tokens { max_tokens N; max_n N; max_in_flight N; wait DURATION }", a setting a line.
func (h *Handler) UnmarshalCaddyfile(d *caddyfile.Dispenser) error {
	return config.Block(d, map[string]any{
		"max_tokens": &h.MaxTokens, "max_n": &h.MaxN, "max_in_flight": &h.MaxInFlight, "wait": &h.Wait,
	})
}

const maxSetting = 1_000_000_000

// Provision checks the settings.
func (h *Handler) Provision(ctx caddy.Context) (err error) {
	for name, value := range map[string]int{"max_tokens": h.MaxTokens, "max_n": h.MaxN, "max_in_flight": h.MaxInFlight} {
		if value < 0 || value > maxSetting {
			return fmt.Errorf("student_tokens: %s must be from 0 (off) to %d", name, maxSetting)
		}
	}
	if h.Wait != "" {
		if h.wait, err = caddy.ParseDuration(h.Wait); err != nil || h.wait < 0 {
			return fmt.Errorf("student_tokens: wait must be a time like 900ms, not %q", h.Wait)
		}
	}
	h.engine = limits.EngineOf(h.MaxInFlight)
	return limits.Register(ctx.GetMetricsRegistry())
}

// ServeHTTP refuses a request that asks for too much, and counts the cost of the answer.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request, next caddyhttp.Handler) error {
	if r.Method != http.MethodPost {
		return next.ServeHTTP(w, r)
	}
	known := exchange.Of(r)
	if known.TPM > 0 {
		// Lets the request that crosses the limit pass, because its cost is known only at its end. Later requests wait.
		if state := limits.Tokens.Look(known.Key, 1, known.TPM); state.Wait > 0 {
			uncount(w.Header(), known, 1)
			return limits.Tokens.Refuse(known.Key, state)
		}
	}
	content, err := read(r, known.Key)
	if err != nil {
		return err
	}
	defer content.giveBack()
	admitted, refused := body.Admit(content.text, known.Route, body.Limits{MaxTokens: h.MaxTokens, MaxN: h.MaxN})
	if refused == nil {
		known.Stream, known.Texts, known.Dropped = admitted.Stream, admitted.Texts, printable(admitted.Dropped)
		if len(known.Dropped) > 0 {
			w.Header().Set("X-Gateway-Dropped", strings.Join(known.Dropped, ", "))
		}
		refused = h.never(known)
	}
	if refused != nil {
		limits.CountCapped(known.Key)
		return refused
	}
	if refused := countTexts(w.Header(), known); refused != nil {
		return refused
	}
	if refused := h.engine.Enter(r.Context(), known.Key, known.Texts, h.wait); refused != nil {
		uncount(w.Header(), known, known.Texts)
		return refused
	}
	defer h.engine.Leave(known.Texts)
	content.send(r, admitted.Forward)

	answer := newAnswer(w, admitted.Hidden)
	// Defers this, because the proxy panics on purpose when a started stream breaks.
	defer func() {
		used := answer.used()
		known.TokensIn, known.TokensOut = used.In, used.Out
		limits.CountTokens(known.Key, used.In, used.Out)
		if sum := used.In + used.Out; known.TPM > 0 && sum > 0 {
			limits.Tokens.Add(known.Key, int(sum))
		}
	}()
	if err := next.ServeHTTP(answer, r); err != nil {
		return err
	}
	return answer.finish()
}
