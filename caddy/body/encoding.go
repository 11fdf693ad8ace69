package body

import (
	"bytes"

	"student-llm/gateway/refusal"
)

// notJSON refuses a body that does not begin like a JSON object, and says what it is.
func notJSON(content []byte) *refusal.Refusal {
	begins := func(with string) bool { return bytes.HasPrefix(content, []byte(with)) }
	start := bytes.TrimLeft(content, " \t\r\n")
	why := ""
	switch {
	case len(start) == 0:
		why = "The body is empty. Send a JSON object."
	case start[0] == '{' && (len(start) == 1 || start[1] != 0):
		return nil
	case begins("\x1f\x8b"), begins("\x28\xb5\x2f\xfd"):
		why = "The body is compressed. Send it as plain JSON."
	case begins("\xef\xbb\xbf"):
		why = "The body begins with a byte-order mark. Send UTF-8 without one."
	case begins("\xff\xfe"), begins("\xfe\xff"), bytes.IndexByte(content[:min(len(content), 4)], 0) >= 0:
		why = "The body is UTF-16 or UTF-32. Send UTF-8."
	case isForm(start):
		why = "The body is a form. Send a JSON object, with Content-Type: application/json."
	case start[0] == '[':
		why = "The body is a JSON list. Send one JSON object for each request."
	default:
		return refusal.BadRequest("", "invalid_json", "The body is not a JSON object: it begins with %.20q.", start)
	}
	return refusal.BadRequest("", "invalid_json", "%s", why)
}

// isForm reports whether a text begins like a=b or like a part of a multipart form.
func isForm(text []byte) bool {
	if bytes.HasPrefix(text, []byte("--")) {
		return true
	}
	for at, c := range text {
		switch {
		case c == '=':
			return at > 0
		case c == '_' || c == '-' || c == '.' || c == '%' || c == '+' || c == '[' || c == ']' ||
			'0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z':
		default:
			return false
		}
	}
	return false
}
