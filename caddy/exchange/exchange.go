// Package exchange holds all data about one request and its answer. The outermost handler makes it, and the others read and
// fill it. The access log and the metrics are written from it at the end.
package exchange

import (
	"context"
	"net/http"
	"time"

	"github.com/caddyserver/caddy/v2/modules/caddyhttp"
)

// Exchange is one request and its answer. One goroutine serves a request, so it has no lock.
type Exchange struct {
	ID      string // the request's id, as the client and the engine see it
	Started time.Time

	Route string // the listed path that it matched; empty if it matched none
	Model string // the id in /v1/models/{id}; empty for all others

	Key string // the name of the client's key; empty if it has none
	RPM int    // the key's requests a minute
	TPM int    // the key's tokens a minute; 0 means no limit

	Stream  bool     // the client asked for a stream
	Texts   int      // texts that the engine must write: the prompts times the answers to each
	Dropped []string // the fields of the body that were not passed on

	EngineKey string        // is for the transport only: no log shows it and no other handler reads it
	Upstream  string        // the engine's address that was asked last
	Cause     string        // why the request was refused or failed; empty if it was served
	FirstByte time.Duration // from the start to the first byte of the answer's body
	TokensIn  int64
	TokensOut int64
}

// variable is the name of Caddy's variable that holds the exchange. A variable needs no copy of the request, so Caddy's
// placeholders still read the request that the handlers change.
const variable = "student.exchange"

// With returns the request with the exchange in its variables.
func With(r *http.Request, exchange *Exchange) *http.Request {
	if _, served := r.Context().Value(caddyhttp.VarsCtxKey).(map[string]any); !served { // in a test
		r = r.WithContext(context.WithValue(r.Context(), caddyhttp.VarsCtxKey, map[string]any{}))
	}
	caddyhttp.SetVar(r.Context(), variable, exchange)
	return r
}

// Of returns the request's exchange, or a new one if no handler made one, as in a test of one handler.
func Of(r *http.Request) *Exchange {
	if exchange, _ := caddyhttp.GetVar(r.Context(), variable).(*Exchange); exchange != nil {
		return exchange
	}
	return new(Exchange)
}
