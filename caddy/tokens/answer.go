package tokens

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"strings"

	"github.com/caddyserver/caddy/v2/modules/caddyhttp"
)

const (
	// An event is held until it is whole, if it may have to be left out; a larger one is none of an engine's.
	maxEvent = 256 << 10
	maxUsage = 4 << 10
)

// Usage is what a request cost, as the engine tells it.
type Usage struct {
	In  int64 `json:"prompt_tokens"`
	Out int64 `json:"completion_tokens"`
}

// answer reads an engine's answer for its usage while it passes to the client. Nothing is kept of it but the numbers.
type answer struct {
	*caddyhttp.ResponseWriterWrapper
	hidden bool // leave out the event that only tells the usage

	started bool
	stream  *events
	object  *member
}

func newAnswer(w http.ResponseWriter, hidden bool) *answer {
	return &answer{ResponseWriterWrapper: &caddyhttp.ResponseWriterWrapper{ResponseWriter: w}, hidden: hidden}
}

// WriteHeader looks at what kind of answer begins.
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

// Write passes on what the client is to see.
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

// ReadFrom goes through Write, where the embedded one would pass it by.
func (a *answer) ReadFrom(r io.Reader) (int64, error) {
	return io.Copy(struct{ io.Writer }{a}, r)
}

// finish sends what was held of an event that never became whole.
func (a *answer) finish() error {
	if a.stream == nil || len(a.stream.held) == 0 || !a.stream.hidden {
		return nil
	}
	_, err := a.ResponseWriterWrapper.Write(a.stream.held)
	a.stream.held = nil
	return err
}

// used reports what the answer cost so far. A stream that broke off has told no usage: its events stand for its tokens.
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

// sane drops negative numbers, which a counter cannot take.
func (u Usage) sane() Usage { return Usage{max(u.In, 0), max(u.Out, 0)} }

// events reads server-sent events in parts of any size.
type events struct {
	hidden bool

	held  []byte
	usage Usage
	told  bool
	count int64
	blind bool
}

// read takes the next bytes and returns those that may pass to the client now.
func (e *events) read(p []byte) []byte {
	if e.blind {
		return p
	}
	e.held = append(e.held, p...)
	var pass []byte
	for {
		end := endOfEvent(e.held)
		if end < 0 {
			break
		}
		if !e.extra(e.held[:end]) {
			pass = append(pass, e.held[:end]...)
		}
		e.held = e.held[end:]
	}
	if len(e.held) > maxEvent {
		pass, e.held, e.blind = append(pass, e.held...), nil, true
	}
	if !e.hidden {
		return p
	}
	return pass
}

// endOfEvent finds where the first event ends, its blank line included, or -1.
func endOfEvent(text []byte) int {
	for from := 0; ; {
		line := bytes.IndexByte(text[from:], '\n')
		if line < 0 {
			return -1
		}
		from += line + 1
		if rest := text[from:]; bytes.HasPrefix(rest, []byte("\n")) {
			return from + 1
		} else if bytes.HasPrefix(rest, []byte("\r\n")) {
			return from + 2
		}
	}
}

// extra counts an event and says whether it is the one that came only because the gateway asked for the usage.
func (e *events) extra(event []byte) bool {
	_, data, found := bytes.Cut(event, []byte("data:"))
	if data = bytes.TrimSpace(data); !found || string(data) == "[DONE]" {
		return false // a comment, or the end
	}
	e.count++
	if !bytes.Contains(data, []byte(`"usage"`)) {
		return false
	}
	var chunk struct {
		Choices []json.RawMessage `json:"choices"`
		Usage   *Usage            `json:"usage"`
	}
	if json.Unmarshal(data, &chunk) != nil || chunk.Usage == nil {
		return false
	}
	e.usage, e.told = *chunk.Usage, true
	return e.hidden && chunk.Choices != nil && len(chunk.Choices) == 0
}

// member finds the value of one top-level member of a JSON object that passes in parts, and holds nothing else of it.
type member struct {
	name string

	value           []byte
	key             []byte // the last string at the top level
	depth           int
	quoted, escaped bool
	after           bool // the colon has passed, so the value is next
}

func (m *member) read(p []byte) {
	for _, c := range p {
		if m.next(c) && len(m.value) < maxUsage {
			m.value = append(m.value, c)
		}
	}
}

// next takes one byte and says whether it belongs to the value.
func (m *member) next(c byte) bool {
	wanted := m.after && string(m.key) == m.name
	atKey := m.depth == 1 && !m.after
	switch {
	case m.escaped:
		m.escaped = false
	case m.quoted && c == '\\':
		m.escaped = true
	case c == '"':
		if m.quoted = !m.quoted; m.quoted && atKey {
			m.key = m.key[:0]
		}
	case m.quoted:
		if atKey && len(m.key) <= len(m.name) {
			m.key = append(m.key, c)
		}
	case c == '{', c == '[':
		m.depth++
	case c == '}', c == ']':
		if m.depth--; m.depth == 0 {
			m.after = false
			return false
		}
	case m.depth == 1 && c == ':':
		m.after = true
		return false
	case m.depth == 1 && c == ',':
		m.after = false
		return false
	}
	return wanted
}
