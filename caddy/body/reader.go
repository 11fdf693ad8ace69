package body

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"student-llm/gateway/refusal"
)

// The kinds of a JSON value, by the byte that begins it.
const (
	isObject = jsontext.Kind('{')
	isArray  = jsontext.Kind('[')
	isString = jsontext.Kind('"')
	isNumber = jsontext.Kind('0')
	isTrue   = jsontext.Kind('t')
	isFalse  = jsontext.Kind('f')
	isNull   = jsontext.Kind('n')
)

// reader reads the body in one pass and copies nothing. It refuses JSON that readers disagree about (duplicate names, text
// that is not UTF-8, half a surrogate pair) and JSON that is nested too deep.
type reader struct {
	decoder *jsontext.Decoder
	data    []byte
	nameAt  int // offset of the name of the current member

	// Names the current value in errors: the member of the body, and in a message its index and the message's member.
	field   string
	message int
	within  string
}

func newReader(data []byte) reader {
	return reader{decoder: jsontext.NewDecoder(bytes.NewBuffer(data)), data: data}
}

// place names the current value.
func (r *reader) place() string {
	if r.within == "" {
		return r.field
	}
	return fmt.Sprintf("%s[%d].%s", r.field, r.message, r.within)
}

// kind returns the kind of the next value.
func (r *reader) kind() jsontext.Kind { return r.decoder.PeekKind() }

// offset returns the end of the last token.
func (r *reader) offset() int { return int(r.decoder.InputOffset()) }

// start returns the begin of the next token.
func (r *reader) start() int {
	at := r.offset()
	for at < len(r.data) && (r.data[at] <= ' ' || r.data[at] == ',' || r.data[at] == ':') {
		at++
	}
	return at
}

// token reads a token.
func (r *reader) token() *refusal.Refusal {
	if _, err := r.decoder.ReadToken(); err != nil {
		return r.refuse(err)
	}
	if r.decoder.StackDepth() > maxDepth {
		return refusal.BadRequest(r.place(), "nested_too_deep",
			"Invalid '%s': the body is nested deeper than %d levels at byte %d.", r.place(), maxDepth, r.offset()-1)
	}
	return nil
}

// scalar reads a token and returns its text.
func (r *reader) scalar() ([]byte, *refusal.Refusal) {
	start := r.start()
	if refused := r.token(); refused != nil {
		return nil, refused
	}
	return r.data[start:r.offset()], nil
}

// text reads a string and returns it without its escapes.
func (r *reader) text() ([]byte, *refusal.Refusal) {
	raw, refused := r.scalar()
	if refused != nil {
		return nil, refused
	}
	return unquoted(raw), nil
}

// unquoted returns the text of a string that was read.
func unquoted(raw []byte) []byte {
	if bytes.IndexByte(raw, '\\') < 0 {
		return raw[1 : len(raw)-1]
	}
	text, _ := jsontext.AppendUnquote(nil, raw) // cannot fail, because the string was read before
	return text
}

// skip reads a value of any kind.
func (r *reader) skip() *refusal.Refusal {
	depth := r.decoder.StackDepth()
	for {
		if refused := r.token(); refused != nil {
			return refused
		}
		if r.decoder.StackDepth() <= depth {
			return nil
		}
	}
}

// object reads the next value, which must be an object. read is called before each member's value and must read it.
func (r *reader) object(read func(name []byte) *refusal.Refusal) *refusal.Refusal {
	if refused := r.token(); refused != nil {
		return refused
	}
	for r.kind() == isString {
		r.nameAt = r.start()
		name, refused := r.text()
		if refused != nil {
			return refused
		}
		if refused := read(name); refused != nil {
			return refused
		}
	}
	return r.token()
}

// array reads the next value, which must be an array. read is called before each element and must read it.
func (r *reader) array(read func(place int) *refusal.Refusal) *refusal.Refusal {
	if refused := r.token(); refused != nil {
		return refused
	}
	for place := 0; r.kind() != ']' && r.kind() != 0; place++ {
		if refused := read(place); refused != nil {
			return refused
		}
	}
	return r.token()
}

// end refuses bytes after the body.
func (r *reader) end() *refusal.Refusal {
	at := r.start()
	switch _, err := r.decoder.ReadToken(); {
	case err == io.EOF:
		return nil
	case err != nil:
		return r.refuse(err)
	}
	return refusal.BadRequest("", "invalid_json", "The body has more than one JSON object: another value begins at byte %d.", at)
}

// refuse says why the text is not JSON, and at which byte.
func (r *reader) refuse(err error) *refusal.Refusal {
	at, why := len(r.data), "it ends too early"
	var wrong *jsontext.SyntacticError
	if errors.As(err, &wrong) {
		if wrong.Err == jsontext.ErrDuplicateName {
			name := path(wrong.JSONPointer)
			return refusal.BadRequest(name, "duplicate", "'%s' is in the request twice.", name)
		}
		if wrong.Err != io.ErrUnexpectedEOF {
			at, why = int(wrong.ByteOffset), wrong.Err.Error()
		}
	}
	return refusal.BadRequest("", "invalid_json", "The body is not valid JSON at byte %d: %s.", at, why)
}

// path writes a place in the body as errors name it, such as messages[3].content.
func path(pointer jsontext.Pointer) string {
	var out strings.Builder
	for token := range pointer.Tokens() {
		if strings.Trim(token, "0123456789") == "" && out.Len() > 0 {
			out.WriteString("[" + token + "]")
			continue
		}
		if out.Len() > 0 {
			out.WriteByte('.')
		}
		out.WriteString(token)
	}
	return printable(out.String())
}

// printable shortens a client's text, and removes characters that could harm a log or a terminal.
func printable(name string) string {
	name = strings.ToValidUTF8(name[:min(len(name), maxNameLength)], "")
	return strings.Map(func(c rune) rune {
		if c < ' ' || c == 0x7f || c >= 0x80 && c < 0xa0 {
			return '?'
		}
		return c
	}, name)
}
