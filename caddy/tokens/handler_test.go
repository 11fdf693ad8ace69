package tokens

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	dto "github.com/prometheus/client_model/go"

	"github.com/caddyserver/caddy/v2"
	"github.com/caddyserver/caddy/v2/caddyconfig/caddyfile"
	"github.com/caddyserver/caddy/v2/modules/caddyhttp"
)

const plain = `{"choices":[],"usage":{"prompt_tokens":25,"completion_tokens":12}}`

func counted(name, direction string) float64 {
	var metric dto.Metric
	_ = tokensTotal.WithLabelValues(name, direction).Write(&metric)
	return metric.GetCounter().GetValue()
}

// ask sends a body to a handler whose engine echoes what it gets as a header and answers as told.
func ask(t *testing.T, handler *Handler, name string, own int, body io.Reader, engine func(http.ResponseWriter) error) *httptest.ResponseRecorder {
	t.Helper()
	repl := caddy.NewReplacer()
	repl.Set(namePlaceholder, name)
	repl.Set(PerMinutePlaceholder, own)
	r := httptest.NewRequest(http.MethodPost, "/v1/chat/completions", body)
	r = r.WithContext(context.WithValue(r.Context(), caddy.ReplacerCtxKey, repl))
	w := httptest.NewRecorder()
	err := handler.ServeHTTP(w, r, caddyhttp.HandlerFunc(func(w http.ResponseWriter, r *http.Request) error {
		content, _ := io.ReadAll(r.Body)
		if int64(len(content)) != r.ContentLength {
			t.Errorf("Content-Length %d of %d bytes", r.ContentLength, len(content))
		}
		w.Header().Set("Got", string(content))
		if engine == nil {
			_, _ = w.Write([]byte(plain))
			return nil
		}
		return engine(w)
	}))
	var failure caddyhttp.HandlerError
	if errors.As(err, &failure) {
		w.Code = failure.StatusCode
	}
	return w
}

func TestTokensAreBookedByNameAndDirection(t *testing.T) {
	handler := &Handler{MaxTokens: 100}
	w := ask(t, handler, "booked", 0, strings.NewReader(`{"a":1}`), nil)
	if w.Code != 200 || w.Header().Get("Got") != `{"max_tokens":100,"a":1}` || w.Body.String() != plain {
		t.Errorf("%d %v %s", w.Code, w.Header(), w.Body)
	}
	if counted("booked", "in") != 25 || counted("booked", "out") != 12 {
		t.Error("want 25 in, 12 out")
	}
}

func TestABrokenStreamIsBookedToo(t *testing.T) {
	defer func() {
		if recover() == nil || counted("broken", "out") != 2 {
			t.Error("want the panic to go on, and 2 tokens")
		}
	}()
	ask(t, &Handler{}, "broken", 0, strings.NewReader(`{"stream":true}`), func(w http.ResponseWriter) error {
		w.Header().Set("Content-Type", "text/event-stream")
		_, _ = w.Write([]byte(first + first))
		panic(http.ErrAbortHandler)
	})
}

func TestErrorsOfTheEngineGoOn(t *testing.T) {
	w := ask(t, &Handler{}, "failing", 0, strings.NewReader(`{}`), func(http.ResponseWriter) error {
		return caddyhttp.Error(http.StatusBadGateway, errors.New("broken"))
	})
	if w.Code != http.StatusBadGateway || counted("failing", "in") != 0 {
		t.Errorf("%d", w.Code)
	}
}

func TestTheKeysOwnLimitComesBeforeTheDefault(t *testing.T) {
	handler := &Handler{PerMinute: 37}
	for name, own := range map[string]int{"by-default": 0, "by-own": 38} {
		codes := []int{}
		var last *httptest.ResponseRecorder
		for range 3 {
			last = ask(t, handler, name, own, strings.NewReader(`{}`), nil)
			codes = append(codes, last.Code)
		}
		want := map[string]int{"by-default": 429, "by-own": 200}[name]
		if codes[0] != 200 || codes[1] != want || codes[2] != 429 {
			t.Errorf("%s: %v", name, codes)
		}
		if !strings.Contains(last.Body.String(), `"code":"rate_limit_exceeded"`) || last.Header().Get("Retry-After") != "60" {
			t.Errorf("%s: %s %v", name, last.Body, last.Header())
		}
	}
}

func TestABodyThatAsksForTooMuchGoesNoFurther(t *testing.T) {
	w := ask(t, &Handler{MaxTokens: 100}, "capped", 0, strings.NewReader(`{"max_tokens":101}`), nil)
	if w.Code != 400 || w.Header().Get("Got") != "" || !strings.Contains(w.Body.String(), `"param":"max_tokens"`) {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

func TestABodyThatCannotBeReadGoesNoFurther(t *testing.T) {
	for code, err := range map[int]error{
		499: io.ErrUnexpectedEOF,
		413: caddyhttp.Error(413, errors.New("too large")),
	} {
		body := io.MultiReader(strings.NewReader(`{`), failing{err})
		if w := ask(t, &Handler{}, "unread", 0, body, nil); w.Code != code || w.Header().Get("Got") != "" {
			t.Errorf("%v: %d", err, w.Code)
		}
	}
}

func TestBodiesShareAMemoryAndGiveItBack(t *testing.T) {
	before := bodiesLeft.Load()
	ask(t, &Handler{}, "memory", 0, strings.NewReader(`{"a":"`+strings.Repeat("x", 100_000)+`"}`), func(http.ResponseWriter) error {
		if bodiesLeft.Load() != before {
			t.Error("a body that was sent is still held")
		}
		return nil
	})
	ask(t, &Handler{}, "memory", 0, io.MultiReader(strings.NewReader(`{`), failing{io.ErrUnexpectedEOF}), nil)
	if bodiesLeft.Load() != before {
		t.Error("a body that was not read is still held")
	}
	bodiesLeft.Store(99_999)
	w := ask(t, &Handler{}, "memory", 0, strings.NewReader(strings.Repeat("x", 100_000)), nil)
	if w.Code != http.StatusServiceUnavailable || bodiesLeft.Load() != 99_999 {
		t.Errorf("%d, %d left", w.Code, bodiesLeft.Load())
	}
	bodiesLeft.Store(before)
}

func TestSettings(t *testing.T) {
	for text, fine := range map[string]bool{
		"student_tokens {\n max_tokens 5\n max_n 6\n per_minute 7\n}": true,
		"student_tokens x":                      false,
		"student_tokens {\n max_tokens lots\n}": false,
		"student_tokens {\n most 5\n}":          false,
		"student_tokens {\n max_n\n}":           false,
	} {
		handler := new(Handler)
		err := handler.UnmarshalCaddyfile(caddyfile.NewTestDispenser(text))
		if fine != (err == nil) || fine && *handler != (Handler{5, 6, 7}) {
			t.Errorf("%s: %+v %v", text, handler, err)
		}
	}
	ctx, cancel := caddy.NewContext(caddy.Context{Context: context.Background()})
	defer cancel()
	if err := (&Handler{}).Provision(ctx); err != nil {
		t.Error(err)
	}
	if err := (&Handler{MaxN: -1}).Provision(ctx); err == nil || !strings.Contains(err.Error(), "max_n") {
		t.Error(err)
	}
}
