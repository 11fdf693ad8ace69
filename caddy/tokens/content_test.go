package tokens

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/caddyserver/caddy/v2/modules/caddyhttp"

	"student-llm/gateway/exchange"
)

// left is the memory that bodies may still take.
func left() int64 {
	bodies.lock.Lock()
	defer bodies.lock.Unlock()
	return bodiesBytes - bodies.taken
}

// posted is a request whose body declares a length; -1 declares none.
func posted(declared int64, body io.Reader) *http.Request {
	r := httptest.NewRequest(http.MethodPost, route, body)
	r.ContentLength = declared
	return r
}

func TestReadTakesEveryLength(t *testing.T) {
	before := left()
	for _, size := range []int{0, 1, 511, 512, 513, 70_000, firstBytes - 1, firstBytes, firstBytes + 1, 3 * firstBytes} {
		text := bytes.Repeat([]byte("0123456789"), size/10+1)[:size]
		for _, declared := range []int64{int64(size), -1} {
			for _, slow := range []bool{true, false} {
				var source io.Reader = bytes.NewReader(text)
				if slow && size < 1000 {
					source = iotest.OneByteReader(source)
				} else if slow {
					source = iotest.DataErrReader(source)
				}
				body, err := read(posted(declared, source), "")
				if err != nil || !bytes.Equal(body.text, text) {
					t.Fatalf("%d bytes, declared %d: %v", size, declared, err)
				}
				if declared >= 0 && cap(body.text) > max(size+1, 512) {
					t.Errorf("%d bytes, declared %d: room for %d", size, declared, cap(body.text))
				}
				if left() != before-int64(cap(body.text)) {
					t.Errorf("%d bytes, declared %d: the memory for bodies has %d of %d", size, declared, left(), before)
				}
				body.giveBack()
			}
		}
	}
	if left() != before {
		t.Error("memory is lost")
	}
}

func TestDeclaredLengthHoldsLittle(t *testing.T) {
	before := left()
	reader, writer := io.Pipe()
	done := make(chan error)
	go func() {
		_, err := read(posted(100<<20, reader), "")
		done <- err
	}()
	_, _ = writer.Write([]byte("x")) // it has been read when this returns
	if held := before - left(); held > firstBytes {
		t.Errorf("%d bytes held of one that came", held)
	}
	_ = writer.CloseWithError(io.ErrUnexpectedEOF)
	if err := <-done; err == nil || left() != before {
		t.Errorf("%v, %d bytes held", err, before-left())
	}
}

func TestUnreadableBodyIsRefused(t *testing.T) {
	for code, err := range map[int]error{
		499: io.ErrUnexpectedEOF,
		413: caddyhttp.Error(413, errors.New("too large")),
	} {
		body := io.MultiReader(strings.NewReader(`{`), iotest.ErrReader(err))
		if w := ask(t, provisioned(t, &Handler{}), &exchange.Exchange{}, body, nil); w.Code != code || w.got != "" {
			t.Errorf("%v: %d", err, w.Code)
		}
	}
}

func TestBodiesShareAMemory(t *testing.T) {
	before, handler := left(), provisioned(t, &Handler{})
	large := strings.NewReader(strings.Replace(chat(""), `"x"`, `"`+strings.Repeat("x", 100_000)+`"`, 1))
	w := ask(t, handler, &exchange.Exchange{}, large, func(http.ResponseWriter) error {
		if left() != before {
			t.Error("a body that was sent is still held")
		}
		return nil
	})
	if w.Code != 200 {
		t.Error(w.refused)
	}
	fill := left() - 99_999
	for key := range 5 { // no key alone could
		bodies.take(fmt.Sprint(key), fill/5+1)
	}
	w = ask(t, handler, &exchange.Exchange{}, strings.NewReader(strings.Repeat("x", 100_000)), nil)
	if w.Code != http.StatusServiceUnavailable || left() > 99_999 {
		t.Errorf("%d, %d left", w.Code, left())
	}
	for key := range 5 {
		bodies.giveBack(fmt.Sprint(key), fill/5+1)
	}
	if left() != before {
		t.Error("memory is lost")
	}
}

func TestOneKeyLeavesRoom(t *testing.T) {
	before := left()
	var held []*content
	for {
		body, err := read(posted(-1, bytes.NewReader(make([]byte, 8<<20))), "alice")
		if err != nil {
			break
		}
		held = append(held, body)
	}
	if body, err := read(posted(-1, bytes.NewReader(make([]byte, 8<<20))), "bob"); err != nil || len(held) == 0 {
		t.Errorf("%d bodies of one key, then another's: %v", len(held), err)
	} else {
		body.giveBack()
	}
	for _, body := range held {
		body.giveBack()
	}
	if left() != before || len(bodies.byKey) != 0 {
		t.Errorf("%d bytes left of %d, %d keys", left(), before, len(bodies.byKey))
	}
}

func TestSendFreesAShrunkBody(t *testing.T) {
	before := left()
	r := posted(-1, bytes.NewReader(make([]byte, 1<<20)))
	r.Trailer = http.Header{"Authorization": nil}
	body, err := read(r, "alice")
	if err != nil {
		t.Fatal(err)
	}
	body.send(r, []byte("{}")) // the rest was dropped
	if left() != before || r.Trailer != nil {
		t.Errorf("%d bytes left of %d, trailer %v", left(), before, r.Trailer)
	}
}

func TestSmallBodyCanBeResent(t *testing.T) {
	for size, again := range map[int]bool{keptBytes: true, keptBytes + 1: false} {
		text := strings.Repeat("x", size)
		r := posted(int64(size), strings.NewReader(text))
		body, err := read(r, "")
		if err != nil {
			t.Fatal(err)
		}
		body.send(r, body.text)
		_, _ = io.Copy(io.Discard, r.Body)
		if (r.GetBody != nil) != again {
			t.Fatalf("%d bytes: %v", size, again)
		}
		if again {
			second, _ := r.GetBody()
			if content, _ := io.ReadAll(second); string(content) != text {
				t.Errorf("%d bytes became %d", size, len(content))
			}
		}
	}
}

func BenchmarkRead(b *testing.B) {
	for _, size := range []int{1 << 10, 100_000, 5_000_000} {
		text := bytes.Repeat([]byte("x"), size)
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			b.SetBytes(int64(size))
			b.ReportAllocs()
			r := posted(int64(size), nil)
			for b.Loop() {
				r.Body = io.NopCloser(struct{ io.Reader }{bytes.NewReader(text)})
				body, _ := read(r, "")
				body.giveBack()
			}
		})
	}
}
