package tokens

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
)

// The names under which engines take the longest answer and the number of answers; llama.cpp's own override OpenAI's.
var (
	lengthNames = []string{"max_tokens", "max_completion_tokens", "n_predict"}
	countNames  = []string{"n", "best_of", "n_cmpl"}
)

// Caps bound what one request may ask for; 0 is no bound.
type Caps struct {
	Tokens int // of one answer
	N      int // answers
}

// refusal is an answer in OpenAI's error shape.
type refusal struct {
	status                     int
	kind, code, param, message string
}

func badRequest(param, code, format string, values ...any) *refusal {
	message := fmt.Sprintf(format, values...)
	return &refusal{http.StatusBadRequest, "invalid_request_error", code, param, message}
}

// write sends the refusal.
func (f *refusal) write(w http.ResponseWriter) error {
	var param *string
	if f.param != "" {
		param = &f.param
	}
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(f.status)
	return json.NewEncoder(w).Encode(map[string]any{"error": map[string]any{
		"message": f.message, "type": f.kind, "param": param, "code": f.code,
	}})
}

// field is a top-level member of the body: its value's bytes and where they stand.
type field struct {
	value      []byte
	start, end int
}

func (f *field) absent() bool { return f == nil || string(f.value) == "null" }

// read finds the members that the gateway governs. A governed name that stands twice is refused, because engines do not
// agree on which one counts.
func read(body []byte) (map[string]*field, *refusal) {
	notJSON := badRequest("", "invalid_json", "The request body is not a JSON object.")
	if !json.Valid(body) {
		return nil, notJSON
	}
	decoder := json.NewDecoder(bytes.NewReader(body))
	if token, _ := decoder.Token(); token != json.Delim('{') {
		return nil, notJSON
	}
	fields := map[string]*field{}
	for decoder.More() {
		token, _ := decoder.Token()
		name, _ := token.(string)
		var value json.RawMessage
		if err := decoder.Decode(&value); err != nil {
			return nil, notJSON
		}
		if name != "stream" && name != "stream_options" && !slices.Contains(lengthNames, name) &&
			!slices.Contains(countNames, name) {
			continue
		}
		if fields[name] != nil {
			return nil, badRequest(name, "duplicate", "'%s' stands twice in the request.", name)
		}
		end := int(decoder.InputOffset())
		fields[name] = &field{value, end - len(value), end}
	}
	return fields, nil
}

// bounded refuses a number that is none, below 1 or above the cap.
func bounded(name string, value *field, most int) *refusal {
	if value.absent() || most == 0 {
		return nil
	}
	number, err := strconv.ParseFloat(string(value.value), 64)
	switch {
	case strings.IndexByte("-0123456789", value.value[0]) < 0:
		return badRequest(name, "invalid_type", "Invalid '%s': expected a number.", name)
	case number < 1:
		return badRequest(name, "integer_below_min_value", "Invalid '%s': expected a value of 1 or more.", name)
	case err != nil || number > float64(most): // too large a number for a float is an error
		return badRequest(name, "integer_above_max_value", "Invalid '%s': this gateway allows %d at most.", name, most)
	}
	return nil
}

// admit checks a body against the caps. It returns the bytes for the engine, which are the client's own but for what was
// missing, and whether the stream will tell its usage only because the gateway asked for it.
func (c Caps) admit(body []byte) (forward []byte, hidden bool, refused *refusal) {
	fields, refused := read(body)
	if refused != nil {
		return nil, false, refused
	}
	for _, name := range lengthNames {
		if refused := bounded(name, fields[name], c.Tokens); refused != nil {
			return nil, false, refused
		}
	}
	for _, name := range countNames {
		if refused := bounded(name, fields[name], c.N); refused != nil {
			return nil, false, refused
		}
	}
	edits := edits{}
	// TGI takes max_completion_tokens for the same field and refuses both together.
	if c.Tokens > 0 && fields["max_tokens"].absent() && fields["max_completion_tokens"].absent() {
		edits.set("max_tokens", fields["max_tokens"], strconv.Itoa(c.Tokens))
	}
	streamed := false
	if stream := fields["stream"]; !stream.absent() {
		if text := string(stream.value); text != "true" && text != "false" {
			return nil, false, badRequest("stream", "invalid_type", "Invalid 'stream': expected true or false.")
		}
		streamed = stream.value[0] == 't'
	}
	if streamed {
		options := map[string]json.RawMessage{}
		if given := fields["stream_options"]; !given.absent() && json.Unmarshal(given.value, &options) != nil {
			return nil, false, badRequest("stream_options", "invalid_type", "Invalid 'stream_options': expected an object.")
		}
		if hidden = string(options["include_usage"]) != "true"; hidden {
			options["include_usage"] = json.RawMessage("true")
			text, _ := json.Marshal(options)
			edits.set("stream_options", fields["stream_options"], string(text))
		}
	}
	return edits.apply(body), hidden, nil
}

// edits are changes of a JSON object's text, everything else staying as it is.
type edits struct {
	first    []string // members to put in front
	replaced []replacement
}

type replacement struct {
	*field
	by string
}

// set gives a member a value: in the place of its old one, or in front of all others.
func (e *edits) set(name string, old *field, value string) {
	if old == nil {
		e.first = append(e.first, `"`+name+`":`+value)
	} else {
		e.replaced = append(e.replaced, replacement{old, value})
	}
}

func (e *edits) apply(body []byte) []byte {
	if len(e.first) == 0 && len(e.replaced) == 0 {
		return body
	}
	slices.SortFunc(e.replaced, func(a, b replacement) int { return a.start - b.start })
	begin := bytes.IndexByte(body, '{') + 1
	var out bytes.Buffer
	out.Write(body[:begin])
	out.WriteString(strings.Join(e.first, ","))
	if rest := bytes.TrimLeft(body[begin:], " \t\r\n"); len(e.first) > 0 && rest[0] != '}' {
		out.WriteByte(',')
	}
	for _, change := range e.replaced {
		out.Write(body[begin:change.start])
		out.WriteString(change.by)
		begin = change.end
	}
	out.Write(body[begin:])
	return out.Bytes()
}
