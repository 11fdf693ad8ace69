// Package models is the Caddy handler that answers /v1/models and /v1/models/{id} in OpenAI's shape, whichever engine runs.
package models

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"sync"

	"github.com/caddyserver/caddy/v2"
	"github.com/caddyserver/caddy/v2/caddyconfig/caddyfile"
	"github.com/caddyserver/caddy/v2/caddyconfig/httpcaddyfile"
	"github.com/caddyserver/caddy/v2/modules/caddyhttp"

	"student-llm/gateway/config"
	"student-llm/gateway/engine"
	"student-llm/gateway/exchange"
	"student-llm/gateway/refusal"
)

func init() {
	caddy.RegisterModule(Handler{})
	httpcaddyfile.RegisterHandlerDirective("student_models", parse)
}

func parse(helper httpcaddyfile.Helper) (caddyhttp.MiddlewareHandler, error) {
	handler := new(Handler)
	return handler, handler.UnmarshalCaddyfile(helper.Dispenser)
}

// Handler runs before the engine's and lets all other routes pass.
type Handler struct{}

// CaddyModule returns the Caddy module information.
func (Handler) CaddyModule() caddy.ModuleInfo {
	return caddy.ModuleInfo{ID: "http.handlers.student_models", New: func() caddy.Module { return new(Handler) }}
}

// UnmarshalCaddyfile reads "student_models".
func (h *Handler) UnmarshalCaddyfile(d *caddyfile.Dispenser) error {
	return config.Block(d, nil)
}

// Model is one entry of OpenAI's list.
type Model struct {
	ID      string `json:"id"`
	Object  string `json:"object"`
	Created int64  `json:"created"`
	OwnedBy string `json:"owned_by"`
}

type list struct {
	Object string  `json:"object"`
	Data   []Model `json:"data"`
}

const keptBytes = 64 << 10

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// ServeHTTP asks the engine for its list and answers with the list or the one model of it.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request, next caddyhttp.Handler) error {
	known := exchange.Of(r)
	if known.Route != engine.ModelsRoute {
		return next.ServeHTTP(w, r)
	}
	r.Method = http.MethodGet // answers a HEAD too, which not all engines accept
	buffer := buffers.Get().(*bytes.Buffer)
	buffer.Reset()
	defer func() {
		if buffer.Cap() <= keptBytes {
			buffers.Put(buffer)
		}
	}()
	answer := caddyhttp.NewResponseRecorder(w, buffer, func(int, http.Header) bool { return true })
	if err := next.ServeHTTP(answer, r); err != nil {
		return err
	}
	if r.Context().Err() != nil { // the proxy records a client that left as the answer's status
		return refusal.ByStatus(499)
	}
	var told list
	if answer.Status() != http.StatusOK || json.Unmarshal(buffer.Bytes(), &told) != nil || told.Data == nil {
		refused := refusal.ByStatus(http.StatusBadGateway)
		refused.Kind, refused.Cause = engine.Failed, fmt.Sprintf("the engine answered %d to /v1/models, or no list", answer.Status())
		return refused
	}
	shown, refused := pick(told.Data, known.Model)
	if refused != nil {
		return refused
	}
	content, err := json.Marshal(shown)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Content-Length", strconv.Itoa(len(content)))
	w.WriteHeader(http.StatusOK)
	_, err = w.Write(content)
	return err
}

// pick returns the whole list, or the one model of the request.
func pick(all []Model, id string) (any, *refusal.Refusal) {
	names := make([]string, len(all))
	for i := range all {
		all[i].Object = "model"
		names[i] = all[i].ID
		if all[i].ID == id {
			return all[i], nil
		}
	}
	if id == "" {
		return list{"list", all}, nil
	}
	refused := refusal.ByStatus(http.StatusNotFound)
	refused.Code, refused.Param = "model_not_found", "model"
	refused.Message = fmt.Sprintf("This model is not served here. Served: %s.", strings.Join(names, ", "))
	return nil, refused
}

var (
	_ caddyhttp.MiddlewareHandler = (*Handler)(nil)
	_ caddyfile.Unmarshaler       = (*Handler)(nil)
)
