package access

import (
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/caddyserver/caddy/v2"
	"github.com/caddyserver/caddy/v2/modules/caddyhttp"

	"student-llm/gateway/exchange"
)

// Run with: go test -run xxx -bench . ./access

func BenchmarkLine(b *testing.B) {
	h := &Handler{Sample: 1, lines: NewLog(io.Discard)}
	sent := newAnswer(httptest.NewRecorder())
	sent.known = exchange.Exchange{
		ID: newID(), Started: time.Now(), Route: "/v1/chat/completions", Key: "alice", Stream: true, Texts: 1,
		Upstream: "172.20.0.3:8000", FirstByte: 12 * time.Millisecond, TokensIn: 120, TokensOut: 256,
	}
	sent.status, sent.bytes = http.StatusOK, 34567
	b.ReportAllocs()
	for b.Loop() {
		line := entry{remote: "172.20.0.1", method: http.MethodPost, path: "/v1/chat/completions", took: time.Since(sent.known.Started)}
		h.write(&line, sent, ending{})
	}
}

type nowhere http.Header

func (w nowhere) Header() http.Header       { return http.Header(w) }
func (nowhere) WriteHeader(int)             {}
func (nowhere) Write(p []byte) (int, error) { return len(p), nil }
func (nowhere) FlushError() error           { return nil }

func BenchmarkServeHTTP(b *testing.B) {
	h := &Handler{Sample: 1, lines: NewLog(io.Discard)}
	w := nowhere{}
	r := caddyhttp.PrepareRequest(httptest.NewRequest(http.MethodPost, "/v1/chat/completions", nil), caddy.NewReplacer(), w, nil)
	body := make([]byte, 300)
	next := caddyhttp.HandlerFunc(func(w http.ResponseWriter, r *http.Request) error {
		exchange.Of(r).Route = "/v1/chat/completions"
		_, err := w.Write(body)
		return err
	})
	b.ReportAllocs()
	for b.Loop() {
		_ = h.ServeHTTP(w, r, next)
	}
}

// BenchmarkChunk is one chunk of a stream: a write and a flush.
func BenchmarkChunk(b *testing.B) {
	sent := newAnswer(nowhere{})
	flush := http.NewResponseController(sent).Flush
	chunk := make([]byte, 200)
	b.ReportAllocs()
	for b.Loop() {
		_, _ = sent.Write(chunk)
		_ = flush()
	}
}
