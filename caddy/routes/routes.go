// Package routes is the Caddy handler with the closed list of paths, each for reading or writing. It replaces the client's
// path by the listed one, because the proxy forwards the path of the request.
package routes

import (
	"net/http"
	"path"
	"slices"
	"strings"

	"github.com/caddyserver/caddy/v2"
	"github.com/caddyserver/caddy/v2/caddyconfig/caddyfile"
	"github.com/caddyserver/caddy/v2/caddyconfig/httpcaddyfile"
	"github.com/caddyserver/caddy/v2/modules/caddyhttp"

	"student-llm/gateway/access"
	"student-llm/gateway/config"
	"student-llm/gateway/exchange"
	"student-llm/gateway/refusal"
)

func init() {
	caddy.RegisterModule(Handler{})
	httpcaddyfile.RegisterHandlerDirective("student_routes", parse)
}

func parse(helper httpcaddyfile.Helper) (caddyhttp.MiddlewareHandler, error) {
	handler := new(Handler)
	return handler, handler.UnmarshalCaddyfile(helper.Dispenser)
}

// Handler lets listed paths pass.
type Handler struct {
	// Read are the paths for GET and HEAD. One that ends in "/*" means all paths below it, but not itself.
	Read []string `json:"read"`
	// Write are the paths for POST.
	Write []string `json:"write"`

	listed map[string]bool // path -> whether it is read
	below  []string        // prefixes, with their "/"
}

// CaddyModule returns the Caddy module information.
func (Handler) CaddyModule() caddy.ModuleInfo {
	return caddy.ModuleInfo{ID: "http.handlers.student_routes", New: func() caddy.Module { return new(Handler) }}
}

// UnmarshalCaddyfile reads "student_routes { read PATH; write PATH }", a path a line.
func (h *Handler) UnmarshalCaddyfile(d *caddyfile.Dispenser) error {
	return config.Block(d, map[string]any{"read": &h.Read, "write": &h.Write})
}

// Provision makes the table of paths, and starts the metrics of each at 0.
func (h *Handler) Provision(caddy.Context) error {
	h.listed = map[string]bool{}
	for _, listed := range slices.Concat(h.Read, h.Write) {
		access.Begin(strings.TrimSuffix(listed, "/*"))
	}
	for _, listed := range h.Read {
		if prefix, all := strings.CutSuffix(listed, "*"); all {
			h.below = append(h.below, prefix)
		} else {
			h.listed[listed] = true
		}
	}
	for _, listed := range h.Write {
		h.listed[listed] = false
	}
	return nil
}

const (
	readMethods  = http.MethodGet + ", " + http.MethodHead
	writeMethods = http.MethodPost
)

// ServeHTTP passes a listed path on as listed, without a query, and refuses all others.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request, next caddyhttp.Handler) error {
	asked := path.Clean("/" + r.URL.Path) // ignores a slash at the end
	route, rest, read := h.find(asked)
	if route == "" {
		return unknown(asked)
	}
	known := exchange.Of(r)
	known.Route, known.Model = route, rest
	if allowed := isRead(r.Method); read && !allowed || !read && r.Method != http.MethodPost {
		refused := refusal.ByStatus(http.StatusMethodNotAllowed)
		w.Header().Set("Allow", writeMethods)
		if read {
			w.Header().Set("Allow", readMethods)
		}
		return refused
	}
	if refused := upgrade(r.Header); refused != nil {
		return refused
	}
	r.URL.Path, r.URL.RawPath, r.URL.RawQuery, r.URL.ForceQuery = route, "", "", false
	return next.ServeHTTP(w, r)
}

func isRead(method string) bool { return method == http.MethodGet || method == http.MethodHead }

// find returns the listed path, and the rest of the request's path if the listed one ends in "/*".
func (h *Handler) find(asked string) (route, rest string, read bool) {
	if read, found := h.listed[asked]; found {
		return asked, "", read
	}
	for _, prefix := range h.below {
		if rest, found := strings.CutPrefix(asked, prefix); found && rest != "" {
			return strings.TrimSuffix(prefix, "/"), rest, true
		}
	}
	return "", "", false
}

// upgrade refuses another protocol. It ignores an offer of HTTP/2 in the clear, which RFC 9110 (7.8) allows: Java's client
// and curl --http2 send it with every request.
func upgrade(header http.Header) *refusal.Refusal {
	offers := header["Upgrade"]
	if offers == nil {
		return nil
	}
	for _, offer := range strings.Split(strings.Join(offers, ","), ",") {
		if !strings.EqualFold(strings.TrimSpace(offer), "h2c") {
			return refusal.BadRequest("", "upgrade_not_served",
				"This API speaks plain HTTP requests: no WebSocket and no other upgrade. Send the request without 'Upgrade'.")
		}
	}
	for _, name := range []string{"Upgrade", "Http2-Settings", "Connection"} {
		delete(header, name)
	}
	return nil
}

var (
	_ caddy.Provisioner           = (*Handler)(nil)
	_ caddyhttp.MiddlewareHandler = (*Handler)(nil)
	_ caddyfile.Unmarshaler       = (*Handler)(nil)
)
