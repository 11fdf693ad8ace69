package engine

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"net/http"

	"github.com/caddyserver/caddy/v2"
	"github.com/caddyserver/caddy/v2/caddyconfig/caddyfile"
	"github.com/caddyserver/caddy/v2/modules/caddyhttp/reverseproxy"

	"student-llm/gateway/exchange"
	"student-llm/gateway/refusal"
)

// The kinds of an engine's failure, as gateway_engine_failures_total names them.
const (
	NotReachable = "not_reachable" // no connection: it is stopped or starting
	BrokeOff     = "broke_off"     // the connection ended before the answer began
	TimedOut     = "timed_out"     // no first byte in time
	RefusedKey   = "refused_key"   // it requires another key than the gateway's
	Busy         = "busy"          // it is at its own limit, or loading
	Failed       = "failed"        // a part of it died
)

// ModelsRoute is the route whose answer is kept in memory, so it is bounded.
const (
	ModelsRoute = "/v1/models"
	maxModels   = 1 << 20
)

var errTooLong = errors.New("the engine's list of models is longer than 1 MiB")

func init() {
	caddy.RegisterModule(Transport{})
}

// Transport is Caddy's own for HTTP with additions for engines: it passes only the headers that they use, closes a
// connection after a stream, and turns each answer that is the stack's own failure into a refusal.
type Transport struct {
	reverseproxy.HTTPTransport
}

// CaddyModule returns the Caddy module information.
func (Transport) CaddyModule() caddy.ModuleInfo {
	return caddy.ModuleInfo{ID: "http.reverse_proxy.transport.student", New: func() caddy.Module { return new(Transport) }}
}

// The headers that pass, from the client to the engine and from the engine to the client. No cookie, forged address or
// accepted compression (which would hide the usage) reaches an engine. No engine's name and no permission for browsers
// (CORS) reaches a client.
var (
	toEngine = []string{"Content-Type", "Content-Length", "Accept"}
	toClient = []string{"Content-Type", "Content-Length", "Cache-Control"}
)

func only(header http.Header, names []string) http.Header {
	kept := make(http.Header, len(names)+3)
	for _, name := range names {
		if values := header[name]; values != nil {
			kept[name] = values
		}
	}
	return kept
}

// RoundTrip sends one request to the engine. It may change the request, which the proxy made for this call.
func (t *Transport) RoundTrip(request *http.Request) (*http.Response, error) {
	known := exchange.Of(request)
	known.Upstream = request.URL.Host
	request.Host = request.URL.Host
	header := only(request.Header, toEngine)
	header["User-Agent"] = []string{"student-gateway"}
	header["X-Request-Id"] = []string{known.ID}
	if known.EngineKey != "" {
		header["Authorization"] = []string{"Bearer " + known.EngineKey}
	}
	request.Header, request.Trailer = header, nil
	// Closes the connection after a stream. llama-server announces that it keeps the connection, but closes it.
	request.Close = known.Stream
	if request.GetBody != nil {
		// Keeps the body in memory, so that Go sends it and the header in one write.
		if body, err := request.GetBody(); err == nil {
			request.Body = body
		}
	}
	response, err := t.HTTPTransport.RoundTrip(request)
	if err != nil {
		var dial reverseproxy.DialError
		if errors.As(err, &dial) && request.Context().Err() == nil {
			absent.add(request.URL.Host)
		}
		return nil, err
	}
	absent.forget(request.URL.Host)
	if failed := failure(response.StatusCode); failed != nil {
		response.Body.Close()
		return nil, failed
	}
	response.Header = only(response.Header, toClient)
	most := int64(math.MaxInt64)
	if known.Route == ModelsRoute {
		most = maxModels
	}
	response.Body = &watched{response.Body, request.Context(), known, most}
	return response, nil
}

// watched is an answer's body that records why it broke off.
type watched struct {
	io.ReadCloser
	ctx   context.Context
	known *exchange.Exchange
	left  int64 // bytes that may still come
}

// Read records an error, unless the answer ended or the client left.
func (b *watched) Read(p []byte) (int, error) {
	n, err := b.ReadCloser.Read(p)
	if b.left -= int64(n); b.left < 0 {
		n, err = 0, errTooLong
	}
	if err != nil && err != io.EOF && b.ctx.Err() == nil {
		b.known.Cause = err.Error()
	}
	return n, err
}

// failure returns a refusal for an answer that is the engine's fault, or nil.
func failure(status int) *refusal.Refusal {
	var refused *refusal.Refusal
	switch status {
	case http.StatusUnauthorized, http.StatusForbidden:
		refused = refusal.ByStatus(http.StatusBadGateway)
		refused.Kind = RefusedKey
	case http.StatusFailedDependency:
		refused = refusal.ByStatus(http.StatusBadGateway)
		refused.Kind = Failed
	case http.StatusTooManyRequests, http.StatusServiceUnavailable:
		refused = refusal.ByStatus(http.StatusServiceUnavailable)
		refused.Kind = Busy
	default:
		return nil
	}
	refused.Cause = fmt.Sprintf("the engine answered %d", status)
	return refused
}

var (
	_ caddy.Provisioner     = (*Transport)(nil)
	_ caddy.CleanerUpper    = (*Transport)(nil)
	_ caddyfile.Unmarshaler = (*Transport)(nil)
)
