package tokens

import (
	"bytes"
	"encoding/json"
	"slices"
)

// Bounds an event that is held until it is complete, because it may have to be left out. Engines send no larger ones.
const maxEvent = 256 << 10

// events reads server-sent events in parts of any size.
type events struct {
	hidden bool

	held  []byte // the beginning of an event
	usage Usage
	told  bool
	count int64
	blind bool
}

// read accepts the next bytes and returns those that may pass to the client now. A part that is one event, as engines write
// it, passes without a copy.
func (e *events) read(p []byte) []byte {
	if e.blind {
		return p
	}
	text := p
	if len(e.held) > 0 {
		e.held = append(e.held, p...)
		text = e.held
	}
	pass, rest := e.whole(text)
	switch {
	case len(e.held) == 0:
		e.held = append(e.held, rest...)
	case len(rest) == 0:
		e.held = e.held[:0]
	default:
		e.held = rest
	}
	if len(e.held) > maxEvent {
		pass, e.held, e.blind = append(slices.Clip(pass), e.held...), nil, true
	}
	if !e.hidden {
		return p
	}
	return pass
}

// whole splits a text into its complete events, without the extra one, and the rest.
func (e *events) whole(text []byte) (pass, rest []byte) {
	from := 0
	for {
		end := endOfEvent(text[from:])
		if end < 0 {
			return text[:from], text[from:]
		}
		if e.extra(text[from : from+end]) {
			after, rest := e.whole(text[from+end:])
			return append(slices.Clip(text[:from]), after...), rest
		}
		from += end
	}
}

// endOfEvent returns the end of the first event, including its blank line, or -1.
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

// extra counts an event, and reports whether it came only because the gateway asked for the usage.
func (e *events) extra(event []byte) bool {
	_, data, found := bytes.Cut(event, []byte("data:"))
	if data = bytes.TrimSpace(data); !found || string(data) == "[DONE]" {
		return false // a comment, or the end
	}
	e.count++
	if !tellsUsage(data) {
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

// tellsUsage reports whether a member of that name has a value, so that only those few events are parsed.
func tellsUsage(data []byte) bool {
	for {
		_, after, found := bytes.Cut(data, []byte(`"usage"`))
		if !found {
			return false
		}
		value, isName := bytes.CutPrefix(bytes.TrimSpace(after), []byte(":"))
		if isName && !bytes.HasPrefix(bytes.TrimSpace(value), []byte("null")) {
			return true
		}
		data = after
	}
}
