package tokens

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

const (
	first = "data: {\"choices\":[{\"delta\":{\"content\":\"a \\\"usage\\\" \"}}],\"usage\":null}\n\n"
	last  = "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
	told  = "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":25,\"completion_tokens\":12,\"total_tokens\":37}}\n\n"
	done  = "data: [DONE]\n\n"
)

// play sends an answer in parts and returns what the client saw and what was counted.
func play(kind string, hidden bool, parts ...string) (string, Usage) {
	w := httptest.NewRecorder()
	answer := newAnswer(w, hidden)
	answer.Header().Set("Content-Type", kind)
	for _, part := range parts {
		if n, err := answer.Write([]byte(part)); n != len(part) || err != nil {
			return "short write", Usage{}
		}
	}
	_ = answer.finish()
	return w.Body.String(), answer.used()
}

func TestStreamUsageInAnyPieces(t *testing.T) {
	for _, stream := range []string{
		": ping\n\n" + first + first + last + told + done,
		strings.ReplaceAll(": ping\n\n"+first+first+last+told+done, "\n", "\r\n"),
	} {
		without := strings.ReplaceAll(stream, strings.TrimSpace(told), "")
		without = strings.Replace(without, "\r\n\r\n\r\n\r\n", "\r\n\r\n", 1)
		without = strings.Replace(without, "\n\n\n\n", "\n\n", 1)
		for size := 1; size <= len(stream); size++ {
			var parts []string
			for rest := stream; rest != ""; {
				n := min(size, len(rest))
				parts, rest = append(parts, rest[:n]), rest[n:]
			}
			for hidden, want := range map[bool]string{true: without, false: stream} {
				seen, usage := play("text/event-stream; charset=utf-8", hidden, parts...)
				if seen != want || usage != (Usage{25, 12}) {
					t.Fatalf("in parts of %d, hidden %v: %q %+v", size, hidden, seen, usage)
				}
			}
		}
	}
}

func TestWholeEventIsNotHeldBack(t *testing.T) {
	w := httptest.NewRecorder()
	answer := newAnswer(w, true)
	answer.Header().Set("Content-Type", "text/event-stream")
	_, _ = answer.Write([]byte(first + "data: {"))
	if w.Body.String() != first {
		t.Errorf("%q", w.Body)
	}
}

func TestStreamCountsItsEvents(t *testing.T) {
	seen, usage := play("text/event-stream", true, first+first+"data: {\"err")
	if usage != (Usage{0, 2}) || seen != first+first+"data: {\"err" {
		t.Errorf("%q %+v", seen, usage)
	}
}

func TestUsageBesideAChoiceStays(t *testing.T) {
	event := "data: {\"choices\":[{\"text\":\"\"}],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":3}}\n\n"
	if seen, usage := play("text/event-stream", true, event+done); seen != event+done || usage != (Usage{1, 3}) {
		t.Errorf("%q %+v", seen, usage)
	}
	growing := strings.Replace(event, ":3", ":4", 1)
	if _, usage := play("text/event-stream", false, event+growing+done); usage != (Usage{1, 4}) {
		t.Errorf("the last one counts: %+v", usage)
	}
}

func TestEndlessEventPasses(t *testing.T) {
	huge := "data: " + strings.Repeat("x", maxEvent)
	if seen, usage := play("text/event-stream", true, huge, "y", told); seen != huge+"y"+told || usage != (Usage{}) {
		t.Errorf("%d bytes %+v", len(seen), usage)
	}
}

func TestAnswerUsageInAnyPieces(t *testing.T) {
	for text, want := range map[string]Usage{
		`{"choices":[{"message":{"content":"}{\"usage\":{\"prompt_tokens\":9}"}}],"usage":{"prompt_tokens":25,"completion_tokens":12}}`: {25, 12},
		"{ \"usage\" : {\"completion_tokens\" : 3, \"details\":{\"a\":[1,{}]}, \"prompt_tokens\":1 } , \"id\":\"x\" }\n":                {1, 3},
		`{"a":{"usage":{"prompt_tokens":9}},"b":["usage",{"usage":1}],"c":"usage"}`:                                                     {},
		`{"usage":null}`: {},
		`{"usage":{"prompt_tokens":-5,"completion_tokens":2}}`:      {0, 2},
		`{"usage":{"prompt_tokens":"5"}}`:                           {},
		`{"usage":{"prompt_tokens":1e99}}`:                          {},
		`{"usages":{"prompt_tokens":1},"usag":{"prompt_tokens":1}}`: {},
		`{"usage":{"x":"` + strings.Repeat("x", maxUsage) + `"}}`:   {},
		`{"error":{"message":"x"}}`:                                 {},
		`}}}`:                                                       {},
		`plain text`:                                                {},
	} {
		for size := 1; size <= min(len(text), 200); size++ {
			var parts []string
			for rest := text; rest != ""; {
				n := min(size, len(rest))
				parts, rest = append(parts, rest[:n]), rest[n:]
			}
			if seen, usage := play("application/json", true, parts...); seen != text || usage != want {
				t.Fatalf("%s in parts of %d: %q %+v", text, size, seen, usage)
			}
		}
	}
}

func TestInterimStatusIsNoAnswer(t *testing.T) {
	answer := newAnswer(httptest.NewRecorder(), true)
	answer.WriteHeader(http.StatusEarlyHints)
	if answer.started || answer.used() != (Usage{}) {
		t.Error("it did")
	}
}

func TestCopyUsesTheReader(t *testing.T) {
	w := httptest.NewRecorder()
	answer := newAnswer(w, true)
	answer.Header().Set("Content-Type", "text/event-stream")
	if n, err := io.Copy(answer, strings.NewReader(first+told+done)); err != nil || n != int64(len(first+told+done)) {
		t.Fatal(n, err)
	}
	if w.Body.String() != first+done || answer.used() != (Usage{25, 12}) {
		t.Errorf("%q", w.Body)
	}
}

type sink struct{ header http.Header }

func (s sink) Header() http.Header         { return s.header }
func (s sink) Write(p []byte) (int, error) { return len(p), nil }
func (s sink) WriteHeader(int)             {}

// One event a part, as engines write; its model and words are those of a small answer.
func BenchmarkStream(b *testing.B) {
	const chunk = `data: {"choices":[{"finish_reason":null,"index":0,"delta":{"content":"word"}}],"created":1764150000,` +
		`"id":"chatcmpl-0123456789abcdef0123456789abcdef","model":"student-nano","object":"chat.completion.chunk"`
	for what, end := range map[string]string{
		"no usage": "}\n\n", "null": ",\"usage\":null}\n\n", "usage": ",\"usage\":{\"prompt_tokens\":25,\"completion_tokens\":12}}\n\n",
	} {
		for size := range 2 {
			b.Run(fmt.Sprintf("%s, %d cuts", what, size), func(b *testing.B) {
				answer := newAnswer(sink{http.Header{"Content-Type": {"text/event-stream"}}}, true)
				parts := [][]byte{[]byte(chunk), []byte(end)}
				if size == 0 {
					parts = [][]byte{[]byte(chunk + end)}
				}
				b.ReportAllocs()
				for b.Loop() {
					for _, part := range parts {
						_, _ = answer.Write(part)
					}
				}
			})
		}
	}
}

func BenchmarkObject(b *testing.B) {
	text := []byte(`{"choices":[{"message":{"content":"` + strings.Repeat("a word ", 500) + `"}}],"usage":{"prompt_tokens":25}}`)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		answer := newAnswer(sink{http.Header{"Content-Type": {"application/json"}}}, false)
		_, _ = answer.Write(text)
		_ = answer.used()
	}
}
