package tokens

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"sync"

	"github.com/caddyserver/caddy/v2/modules/caddyhttp"
)

const (
	statusClientGone = 499 // as Caddy uses it

	// Bounds all bodies at once to a quarter of the container's memory. A body is read completely before it is sent on.
	bodiesBytes = 128 << 20
	// Bounds one key's bodies at once, so that a client that uses all of it leaves room for the others.
	keyBytes = bodiesBytes / 4
	// Bounds the memory of a client that only declares a large body. Later it is four times the bytes that arrived.
	firstBytes = 64 << 10
	// Bounds the bytes that the proxy's buffer may hold while nothing was sent. They are kept for a retry.
	keptBytes = 4 << 10
)

// memory is the memory for bodies, in total and by key.
type memory struct {
	lock  sync.Mutex
	taken int64
	byKey map[string]int64
}

var bodies = &memory{byKey: map[string]int64{}}

// take reserves more bytes, and reports whether there was room.
func (m *memory) take(key string, more int64) bool {
	m.lock.Lock()
	defer m.lock.Unlock()
	if m.taken+more > bodiesBytes || m.byKey[key]+more > keyBytes {
		return false
	}
	m.taken += more
	m.byKey[key] += more
	return true
}

func (m *memory) giveBack(key string, taken int64) {
	m.lock.Lock()
	defer m.lock.Unlock()
	m.taken -= taken
	if m.byKey[key] -= taken; m.byKey[key] == 0 {
		delete(m.byKey, key)
	}
}

// content is a request's body that was read, and its share of the memory for bodies.
type content struct {
	key   string
	text  []byte
	rest  *bytes.Reader
	taken int64
	once  sync.Once
}

// read reads a body to its end, within its bound and the memory for bodies.
func read(r *http.Request, key string) (*content, error) {
	body := &content{key: key}
	for {
		if len(body.text) == cap(body.text) && !body.grow(int(r.ContentLength)) {
			body.giveBack()
			return nil, caddyhttp.Error(http.StatusServiceUnavailable, errors.New("no memory left for request bodies"))
		}
		n, err := r.Body.Read(body.text[len(body.text):cap(body.text)])
		body.text = body.text[:len(body.text)+n]
		if err == io.EOF {
			return body, nil
		}
		if err != nil {
			body.giveBack()
			var failure caddyhttp.HandlerError
			if errors.As(err, &failure) { // too large
				return nil, failure
			}
			return nil, caddyhttp.Error(statusClientGone, fmt.Errorf("reading the request: %w", err))
		}
	}
}

// grow makes room for a declared length, but not for much more than has arrived. Without a length it doubles the buffer.
// One byte more than declared lets it read the end without another step.
func (b *content) grow(declared int) bool {
	size := max(declared+1, 512)
	if len(b.text) == 0 {
		size = min(size, firstBytes)
	} else if size <= len(b.text) {
		size = 2 * len(b.text)
	} else {
		size = min(size, 4*len(b.text))
	}
	more := int64(size - cap(b.text))
	if !bodies.take(b.key, more) {
		return false
	}
	b.taken += more
	b.text = append(make([]byte, 0, size), b.text...)
	return true
}

// send makes a text the body of the request to the engine.
func (b *content) send(r *http.Request, text []byte) {
	b.rest, b.text = bytes.NewReader(text), nil
	r.Body, r.ContentLength, r.TransferEncoding, r.Trailer = b, int64(len(text)), nil, nil
	r.Header.Set("Content-Length", strconv.Itoa(len(text)))
	if len(text) <= keptBytes {
		// Lets Go's transport send it again if a connection ended before anything was sent on it.
		b.giveBack() // frees the buffer, which is not needed any more
		r.GetBody = func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(text)), nil }
	}
}

// Read frees the body after it is sent, because a stream may last for minutes after that.
func (b *content) Read(p []byte) (int, error) {
	n, err := b.rest.Read(p)
	if err == io.EOF {
		b.rest = bytes.NewReader(nil)
		b.giveBack()
	}
	return n, err
}

// Close does nothing: the server closes its own body.
func (b *content) Close() error { return nil }

func (b *content) giveBack() { b.once.Do(func() { bodies.giveBack(b.key, b.taken) }) }
