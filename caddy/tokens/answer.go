package tokens

import (
	"encoding/json"
	"io"
	"net/http"
	"strings"

	"github.com/caddyserver/caddy/v2/modules/caddyhttp"
)

// Usage is the cost of a request, as the engine reports it.
type Usage struct {
	In  int64 `json:"prompt_tokens"`
	Out int64 `json:"completion_tokens"`
}

// answer reads the usage in an engine's answer while it passes to the client. It keeps only the numbers.
type answer struct {
	*caddyhttp.ResponseWriterWrapper
	hidden bool // leave out the event that only reports the usage

	started bool
	stream  *events
	object  *member
}

func newAnswer(w http.ResponseWriter, hidden bool) *answer {
	return &answer{ResponseWriterWrapper: &caddyhttp.ResponseWriterWrapper{ResponseWriter: w}, hidden: hidden}
}

// WriteHeader finds out which kind of answer begins.
func (a *answer) WriteHeader(status int) {
	if status >= http.StatusOK && !a.started {
		a.started = true
		if kind := a.Header().Get("Content-Type"); strings.HasPrefix(kind, "text/event-stream") {
			a.stream = &events{hidden: a.hidden}
		} else {
			a.object = &member{name: "usage"}
		}
	}
	a.ResponseWriterWrapper.WriteHeader(status)
}

// Write passes on the bytes that are for the client.
func (a *answer) Write(p []byte) (int, error) {
	if !a.started {
		a.WriteHeader(http.StatusOK)
	}
	pass := p
	if a.stream != nil {
		pass = a.stream.read(p)
	} else {
		a.object.read(p)
	}
	if len(pass) == 0 {
		return len(p), nil
	}
	if n, err := a.ResponseWriterWrapper.Write(pass); err != nil {
		return min(n, len(p)), err
	}
	return len(p), nil
}

// ReadFrom uses Write, which the embedded one would bypass.
func (a *answer) ReadFrom(r io.Reader) (int64, error) {
	return io.Copy(struct{ io.Writer }{a}, r)
}

// finish sends the held part of an event that stayed incomplete.
func (a *answer) finish() error {
	if a.stream == nil || len(a.stream.held) == 0 || !a.stream.hidden {
		return nil
	}
	_, err := a.ResponseWriterWrapper.Write(a.stream.held)
	a.stream.held = nil
	return err
}

// used returns the cost of the answer so far. A stream that broke off has reported no usage, so its events count as tokens.
func (a *answer) used() Usage {
	switch {
	case a.stream != nil && a.stream.told:
		return a.stream.usage.sane()
	case a.stream != nil:
		return Usage{Out: a.stream.count}
	case a.object != nil:
		var usage Usage
		if json.Unmarshal(a.object.value, &usage) == nil {
			return usage.sane()
		}
	}
	return Usage{}
}

// sane drops negative numbers, which a counter does not accept.
func (u Usage) sane() Usage { return Usage{max(u.In, 0), max(u.Out, 0)} }
