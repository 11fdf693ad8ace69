package access

import (
	"encoding/binary"
	"io"
	"math/rand/v2"
	"net/http"
	"time"

	"github.com/google/uuid"

	"github.com/caddyserver/caddy/v2/modules/caddyhttp"

	"student-llm/gateway/exchange"
)

// answer observes an answer on its way to the client and sets the headers that all answers have. It holds the exchange, so
// that both are one allocation.
type answer struct {
	caddyhttp.ResponseWriterWrapper
	known exchange.Exchange

	id     idValue
	status int // is 0 until something is sent
	bytes  int64
	gone   error // is why nothing more could be sent

	firstToken time.Duration // is counted from the request's header; 0: no token yet
	lastEvent  time.Duration
}

func newAnswer(w http.ResponseWriter) *answer {
	id := newID()
	return &answer{
		ResponseWriterWrapper: caddyhttp.ResponseWriterWrapper{ResponseWriter: w},
		known:                 exchange.Exchange{ID: id, Started: time.Now()},
		id:                    idValue{id},
	}
}

// idValue is the request's id as a header's value. A pointer to it is the placeholder's value.
type idValue [1]string

// String returns the id.
func (v *idValue) String() string { return v[0] }

// newID returns a random UUID (version 4). It is not a secret, so a fast generator is enough.
func newID() string {
	var id uuid.UUID
	binary.NativeEndian.PutUint64(id[:8], rand.Uint64())
	binary.NativeEndian.PutUint64(id[8:], rand.Uint64())
	id[6] = id[6]&0x0f | 0x40
	id[8] = id[8]&0x3f | 0x80
	return id.String()
}

var noSniff = []string{"nosniff"}

// WriteHeader sets the headers as late as possible, because the proxy adds its own just before.
func (a *answer) WriteHeader(status int) {
	if status >= http.StatusOK && a.status == 0 {
		a.status = status
	}
	header := a.Header()
	header["X-Request-Id"] = a.id[:]
	header["X-Content-Type-Options"] = noSniff
	delete(header, "Server")
	delete(header, "Via")
	a.ResponseWriter.WriteHeader(status)
}

// Write counts the bytes that pass.
func (a *answer) Write(p []byte) (int, error) {
	a.begin()
	n, err := a.ResponseWriter.Write(p)
	a.count(int64(n))
	if a.known.Stream {
		a.pace(p)
	}
	if err != nil && a.gone == nil {
		a.gone = err
	}
	return n, err
}

// ReadFrom keeps the server's fast path.
func (a *answer) ReadFrom(r io.Reader) (int64, error) {
	a.begin()
	n, err := a.ResponseWriterWrapper.ReadFrom(r)
	a.count(n)
	return n, err
}

// FlushError sets the headers before the server sends them.
func (a *answer) FlushError() error {
	a.begin()
	return http.NewResponseController(a.ResponseWriter).Flush()
}

func (a *answer) begin() {
	if a.status == 0 {
		a.WriteHeader(http.StatusOK)
	}
}

func (a *answer) count(n int64) {
	if a.bytes == 0 && n > 0 {
		a.known.FirstByte = time.Since(a.known.Started)
	}
	a.bytes += n
}

var (
	_ http.ResponseWriter = (*answer)(nil)
	_ io.ReaderFrom       = (*answer)(nil)
)
