package access

import (
	"encoding/json"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"student-llm/gateway/exchange"
)

var started = time.Date(2026, 11, 26, 10, 0, 0, 7_900_000, time.FixedZone("", 3600))

func TestAppendToWritesEachField(t *testing.T) {
	full := entry{
		known: &exchange.Exchange{
			ID: "1b4e28ba-2fa1-41d2-883f-0016d3cca427", Started: started, Key: "alice",
			FirstByte: 87654 * time.Microsecond, Stream: true, Texts: 4, TokensIn: 12, TokensOut: 345,
			Dropped: []string{"foo", "bar"}, Upstream: "172.20.0.3:8000", Cause: "it broke",
		},
		level: Error, took: 1234567 * time.Microsecond, remote: "172.20.0.1", method: "POST", path: "/v1/completions", status: 502, bytes: 98,
		code: "engine_failed", sample: 10,
	}
	const want = `{"time":"2026-11-26T09:00:01.242Z","level":"error","id":"1b4e28ba-2fa1-41d2-883f-0016d3cca427",` +
		`"remote_ip":"172.20.0.1","method":"POST","path":"/v1/completions","status":502,"key":"alice","ms":1234.5,` +
		`"first_byte_ms":87.6,"bytes":98,"stream":true,"texts":4,"tokens_in":12,"tokens_out":345,` +
		`"dropped":["foo","bar"],"upstream":"172.20.0.3:8000","code":"engine_failed","cause":"it broke","sample":10}` + "\n"
	if got := string(full.appendTo(nil)); got != want {
		t.Errorf("got  %swant %s", got, want)
	}
}

func TestAppendToSkipsEmptyFields(t *testing.T) {
	bare := entry{known: &exchange.Exchange{Started: started, Cause: "unknown_url"}, status: 404, code: "unknown_url", sample: 1}
	const want = `{"time":"2026-11-26T09:00:00.007Z","level":"info","status":404,"code":"unknown_url"}` + "\n"
	if got := string(bare.appendTo(nil)); got != want {
		t.Errorf("got  %swant %s", got, want)
	}
}

func TestQuoteIsPrintableASCII(t *testing.T) {
	for value, want := range map[string]string{
		`a "b" \c`:           `a "b" \c`,
		"a\nb\r\x00\x7f":     "a\nb\r\x00\x7f",
		"\x1b[31mred\x1b[0m": "\x1b[31mred\x1b[0m",
		"\u009b31m\u202e":    "\u009b31m\u202e", // a control sequence and a change of direction in UTF-8
		"\u2028é漢😀":          "\u2028é漢😀",
		"\xff\xc3":           "\ufffd\ufffd",
		"\xed\xa0\x80":       "\ufffd\ufffd\ufffd", // half a surrogate pair
		"":                   "",
	} {
		line := quote(nil, value, maxText)
		var read string
		if err := json.Unmarshal(line, &read); err != nil || read != want {
			t.Errorf("%q: %s reads %q, %v", value, line, read, err)
		}
		for _, c := range line {
			if c < ' ' || c > '~' {
				t.Errorf("%q: byte %#x in %q", value, c, line)
			}
		}
	}
}

func TestQuoteCutsLongText(t *testing.T) {
	for _, value := range []string{strings.Repeat("a", 100_000), strings.Repeat("é", maxText), "a" + strings.Repeat("é", maxText)} {
		var read string
		if err := json.Unmarshal(quote(nil, value, maxText), &read); err != nil || !strings.HasSuffix(read, "...") ||
			len(read) > maxText+len("...")+2*utf8.UTFMax {
			t.Errorf("%d bytes, %v", len(read), err)
		}
	}
	if got := string(quote(nil, strings.Repeat("a", maxText), maxText)); strings.Contains(got, "...") {
		t.Errorf("cut at its limit: %s", got)
	}
}

func TestNamesAreBounded(t *testing.T) {
	values := make([]string, 1000)
	for i := range values {
		values[i] = strings.Repeat("\x00", 1000)
	}
	if got := names(nil, "dropped", values); len(got) > maxDropped*(6*maxName+6)+20 {
		t.Errorf("%d bytes", len(got))
	}
}

func TestIPLeavesOutThePort(t *testing.T) {
	for address, want := range map[string]string{"10.0.0.1:80": "10.0.0.1", "[::1]:80": "::1", "[fe80::1%eth0]:80": "fe80::1%eth0", "": ""} {
		if got := ip(address); got != want {
			t.Errorf("%q: %q", address, got)
		}
	}
}

func FuzzAppendTo(f *testing.F) {
	f.Add("/v1/models", "GET", "alice", "dial tcp: refused")
	f.Add("/\"\\\n\x1b[2J\xff😀", "\x00", "\u2028", strings.Repeat("😀", 100))
	f.Fuzz(func(t *testing.T, path, method, key, cause string) {
		one := entry{
			known:  &exchange.Exchange{Key: key, Cause: cause, Dropped: []string{path, cause}},
			method: method, path: path,
		}
		line := one.appendTo(nil)
		if !json.Valid(line) || strings.IndexByte(string(line), '\n') != len(line)-1 {
			t.Errorf("%q", line)
		}
	})
}
