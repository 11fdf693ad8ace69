package access

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"student-llm/gateway/exchange"
)

const (
	// Has room for all lines except those of hostile paths.
	lineSize = 1024
	// Bounds texts that a client or an engine could make of any length.
	maxText    = 256
	maxDropped = 8
	maxName    = 32
)

// entry has the values of one line.
type entry struct {
	known  *exchange.Exchange
	level  Level
	took   time.Duration
	remote string
	method string
	path   string
	status int
	bytes  int64
	code   string // of the refusal
	sample int    // number of answers that the line represents
}

// appendTo appends the line as JSON, without empty fields.
func (e *entry) appendTo(line []byte) []byte {
	known := e.known
	line = append(line, `{"time":"`...)
	line = moment(line, known.Started.Add(e.took))
	line = append(line, `","level":"`...)
	line = append(line, e.level.String()...)
	line = append(line, '"')
	line = text(line, "id", known.ID)
	line = text(line, "remote_ip", e.remote)
	line = text(line, "method", e.method)
	line = text(line, "path", e.path)
	line = append(line, `,"status":`...)
	line = strconv.AppendInt(line, int64(e.status), 10)
	line = text(line, "key", known.Key)
	line = milliseconds(line, "ms", e.took)
	line = milliseconds(line, "first_byte_ms", known.FirstByte)
	line = number(line, "bytes", e.bytes)
	if known.Stream {
		line = append(line, `,"stream":true`...)
	}
	line = number(line, "texts", int64(known.Texts))
	line = number(line, "tokens_in", known.TokensIn)
	line = number(line, "tokens_out", known.TokensOut)
	line = names(line, "dropped", known.Dropped)
	line = text(line, "upstream", known.Upstream)
	line = text(line, "code", e.code)
	if known.Cause != e.code {
		line = text(line, "cause", known.Cause)
	}
	if e.sample > 1 {
		line = number(line, "sample", int64(e.sample))
	}
	return append(line, '}', '\n')
}

// moment appends a time in RFC 3339 with milliseconds. Go formats quickly only without a fraction.
func moment(line []byte, at time.Time) []byte {
	line = at.UTC().AppendFormat(line, time.RFC3339)
	ms := at.Nanosecond() / int(time.Millisecond)
	return append(line[:len(line)-len("Z")], '.', byte('0'+ms/100), byte('0'+ms/10%10), byte('0'+ms%10), 'Z')
}

func text(line []byte, name, value string) []byte {
	if value == "" {
		return line
	}
	return quote(field(line, name), value, maxText)
}

func number(line []byte, name string, value int64) []byte {
	if value == 0 {
		return line
	}
	return strconv.AppendInt(field(line, name), value, 10)
}

// milliseconds appends one decimal, because the gateway's own share is less than 1 ms.
func milliseconds(line []byte, name string, value time.Duration) []byte {
	if value <= 0 {
		return line
	}
	tenths := int64(value / (100 * time.Microsecond))
	line = strconv.AppendInt(field(line, name), tenths/10, 10)
	return append(line, '.', byte('0'+tenths%10))
}

func names(line []byte, name string, values []string) []byte {
	if len(values) == 0 {
		return line
	}
	line = append(field(line, name), '[')
	for i, value := range values[:min(len(values), maxDropped)] {
		if i > 0 {
			line = append(line, ',')
		}
		line = quote(line, value, maxName)
	}
	return append(line, ']')
}

func field(line []byte, name string) []byte {
	line = append(line, ',', '"')
	line = append(line, name...)
	return append(line, '"', ':')
}

// quote appends a JSON string of printable ASCII only, so that a path can neither end the line nor control a terminal. It
// cuts a text of more bytes than limit.
func quote(line []byte, value string, limit int) []byte {
	cut := len(value) > limit
	if cut {
		value = value[:limit]
	}
	line = append(line, '"')
	for {
		plain := 0
		for plain < len(value) && isPlain(value[plain]) {
			plain++
		}
		line = append(line, value[:plain]...)
		if plain == len(value) {
			break
		}
		char, size := utf8.DecodeRuneInString(value[plain:])
		value = value[plain+size:]
		line = escape(line, char)
	}
	if cut {
		line = append(line, "..."...)
	}
	return append(line, '"')
}

func isPlain(c byte) bool { return c >= ' ' && c <= '~' && c != '"' && c != '\\' }

func escape(line []byte, char rune) []byte {
	const hex = "0123456789abcdef"
	if char > 0xFFFF {
		high, low := utf16.EncodeRune(char)
		return escape(escape(line, high), low)
	}
	return append(line, '\\', 'u', hex[char>>12], hex[char>>8&15], hex[char>>4&15], hex[char&15])
}

// ip returns an address without its port.
func ip(address string) string {
	if end := strings.LastIndexByte(address, ':'); end >= 0 {
		address = address[:end]
	}
	return strings.Trim(address, "[]")
}
