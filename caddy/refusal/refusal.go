// Package refusal writes all refusals of the gateway: an error of any handler becomes a status, a few headers and a body in
// OpenAI's error shape.
package refusal

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strconv"

	"github.com/caddyserver/caddy/v2/modules/caddyhttp"
)

// Refusal is an answer in OpenAI's error shape. It is an error, so a handler returns it.
type Refusal struct {
	Status     int
	Type       string // OpenAI's kind of error
	Code       string
	Param      string // the field of the request that is wrong; empty if none is
	Message    string
	RetryAfter int    // seconds; 0 sends no header
	Kind       string // why the engine failed, of a small closed set; empty for all other refusals
	Cause      string // the access log's text beyond the code; empty if the code is enough
}

// Error returns the text for the access log.
func (f *Refusal) Error() string {
	if f.Cause != "" {
		return f.Cause
	}
	return f.Code
}

// BadRequest refuses a request because of a field; an empty param names none.
func BadRequest(param, code, format string, values ...any) *Refusal {
	return &Refusal{
		Status: http.StatusBadRequest, Type: invalid, Code: code, Param: param, Message: fmt.Sprintf(format, values...),
	}
}

const (
	invalid     = "invalid_request_error"
	unavailable = "server_error"
	internal    = "internal_error"
	// Seconds after which a client may try an engine again that failed or is starting.
	engineWait = 10
)

// byStatus are the refusals that Caddy and the Caddyfile name by a status alone.
var byStatus = map[int]Refusal{
	400: {Type: invalid, Code: "bad_request", Message: "The request could not be read."},
	401: {Type: "authentication_error", Code: "invalid_api_key",
		Message: "Incorrect or missing API key. Send it as 'Authorization: Bearer <key>'."},
	404: {Type: invalid, Code: "unknown_url", Message: "This path is not served here."},
	405: {Type: invalid, Code: "method_not_allowed",
		Message: "This method is not allowed on this path. The Allow header lists those that are."},
	413: {Type: invalid, Code: "request_too_large", Message: "The request body is too large."},
	426: {Type: invalid, Code: "https_required", Message: "Use https:// for this host. Treat the key you just sent as exposed."},
	429: {Type: "rate_limit_error", Code: "rate_limit_exceeded", Message: "Too many requests. Wait for the seconds in Retry-After."},
	499: {Type: invalid, Code: "client_closed_request", Message: "The client stopped sending or closed the connection."},
	502: {Type: unavailable, Code: "engine_failed", RetryAfter: engineWait,
		Message: "The model server broke off or refused the gateway. Try again later."},
	503: {Type: unavailable, Code: "engine_unavailable", RetryAfter: engineWait,
		Message: "The model server is starting, not reachable or at its limit. Try again later."},
	504: {Type: unavailable, Code: "engine_timeout", Message: "The model server did not answer in time."},
}

// Of returns the refusal of an error that a handler returned.
func Of(err error) *Refusal {
	var refused *Refusal
	if errors.As(err, &refused) {
		return refused
	}
	var failure caddyhttp.HandlerError
	if !errors.As(err, &failure) {
		failure.StatusCode, failure.Err = http.StatusInternalServerError, err
	}
	made := ByStatus(failure.StatusCode)
	if failure.Err != nil {
		made.Cause = failure.Err.Error()
	}
	return made
}

// ByStatus returns the refusal of a status.
func ByStatus(status int) *Refusal {
	made, known := byStatus[status]
	if !known {
		made = Refusal{Type: unavailable, Code: internal, Message: "The gateway failed to handle the request."}
	}
	made.Status = status
	return &made
}

// Codes returns the codes of the refusals that a status alone names.
func Codes() []string {
	codes := []string{internal}
	for _, made := range byStatus {
		codes = append(codes, made.Code)
	}
	slices.Sort(codes)
	return codes
}

// Write sends the refusal.
func (f *Refusal) Write(w http.ResponseWriter) error {
	header := w.Header()
	header.Del("Content-Length") // of an engine's answer that this one replaces
	header.Set("Content-Type", "application/json")
	header.Set("Cache-Control", "no-store")
	if f.RetryAfter > 0 {
		header.Set("Retry-After", strconv.Itoa(f.RetryAfter))
	}
	var param *string
	if f.Param != "" {
		param = &f.Param
	}
	w.WriteHeader(f.Status)
	return json.NewEncoder(w).Encode(map[string]any{"error": map[string]any{
		"message": f.Message, "type": f.Type, "param": param, "code": f.Code,
	}})
}
