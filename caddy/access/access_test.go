package access

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/caddyserver/caddy/v2"
	"github.com/caddyserver/caddy/v2/caddyconfig/caddyfile"
	"github.com/caddyserver/caddy/v2/modules/caddyhttp"

	"student-llm/gateway/engine"
	"student-llm/gateway/exchange"
	"student-llm/gateway/refusal"
)

// load provisions a handler as a configuration would; its log is the test's.
func load(t *testing.T, block string) (*Handler, *reader, error) {
	t.Helper()
	handler := new(Handler)
	if err := handler.UnmarshalCaddyfile(caddyfile.NewTestDispenser("student_access " + block)); err != nil {
		return nil, nil, err
	}
	ctx, cancel := caddy.NewContext(caddy.Context{Context: context.Background()})
	t.Cleanup(cancel)
	if err := handler.Provision(ctx); err != nil {
		return nil, nil, err
	}
	if err := handler.Provision(ctx); err != nil { // a second site of the same configuration shares the registry
		return nil, nil, err
	}
	out := new(reader)
	handler.lines = NewLog(out)
	return handler, out, nil
}

type told struct {
	Level, ID, Method, Path, Key, Code, Cause, Upstream string
	Status, Sample                                      int
	Bytes                                               int64
	FirstByte                                           float64 `json:"first_byte_ms"`
}

func (r *reader) lines(t *testing.T, h *Handler) []told {
	t.Helper()
	h.lines.Drain(deadline)
	var all []told
	for _, line := range strings.Split(strings.TrimSuffix(r.String(), "\n"), "\n") {
		var one told
		if line == "" {
			continue
		}
		if err := json.Unmarshal([]byte(line), &one); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		all = append(all, one)
	}
	return all
}

// served is the result of one request.
type served struct {
	*httptest.ResponseRecorder
	line     told
	err      error
	panicked any
}

func serve(t *testing.T, r *http.Request, next caddyhttp.HandlerFunc) (result served) {
	t.Helper()
	h, out, err := load(t, "")
	if err != nil {
		t.Fatal(err)
	}
	result.ResponseRecorder = httptest.NewRecorder()
	result.Header()["Server"] = []string{"Caddy"}
	r = caddyhttp.PrepareRequest(r, caddy.NewReplacer(), result, nil)
	func() {
		defer func() { result.panicked = recover() }()
		result.err = h.ServeHTTP(result, r, next)
	}()
	lines := out.lines(t, h)
	if len(lines) != 1 {
		t.Fatalf("%d lines", len(lines))
	}
	result.line = lines[0]
	if result.line.ID == "" || result.panicked == nil && result.line.ID != result.Header().Get("X-Request-Id") {
		t.Errorf("id %q, header %q", result.line.ID, result.Header().Get("X-Request-Id"))
	}
	return result
}

func get(path string) *http.Request { return httptest.NewRequest(http.MethodGet, path, nil) }

func TestServeHTTPLogsTheAnswer(t *testing.T) {
	r := httptest.NewRequest(http.MethodPost, "/v1//completions?api_key=canary-query", strings.NewReader("canary-body"))
	r.Header.Set("Authorization", "Bearer canary-header")
	r.Header.Set("X-Request-Id", "canary-id")
	var seen, placeholder string
	before := value(t, responseBytesTotal)
	got := serve(t, r, func(w http.ResponseWriter, r *http.Request) error {
		known := exchange.Of(r)
		known.Route, known.Key, known.Upstream, known.EngineKey = "/v1/completions", "alice", "10.0.0.9:8000", "canary-engine"
		seen = known.ID
		placeholder = r.Context().Value(caddy.ReplacerCtxKey).(*caddy.Replacer).ReplaceAll("{http.request.uuid}", "")
		for name, text := range map[string]string{"Via": "1.1 Caddy", "Server": "uvicorn", "X-Request-Id": "the engine's"} {
			w.Header().Add(name, text)
		}
		w.WriteHeader(http.StatusAccepted)
		_, err := fmt.Fprint(w, "four", "teen bytes")
		return err
	})
	line := got.line
	if got.err != nil || got.Code != http.StatusAccepted || got.Body.String() != "fourteen bytes" {
		t.Errorf("%v %d %s", got.err, got.Code, got.Body)
	}
	if line.Status != 202 || line.Level != "info" || line.Path != "/v1/completions" || line.Key != "alice" || line.Method != "POST" ||
		line.Bytes != 14 || line.Upstream != "10.0.0.9:8000" || line.Code+line.Cause != "" || line.Sample != 0 {
		t.Errorf("%+v", line)
	}
	if all := fmt.Sprintf("%+v", line); strings.Contains(all, "canary") {
		t.Errorf("a secret: %s", all)
	}
	if seen != line.ID || placeholder != line.ID || got.Result().Header.Get("X-Request-Id") != line.ID {
		t.Errorf("%q inside, %q as a placeholder, %q in the line", seen, placeholder, line.ID)
	}
	if header := got.Result().Header; len(header["X-Request-Id"]) != 1 || header.Get("X-Content-Type-Options") != "nosniff" ||
		header.Get("Server")+header.Get("Via") != "" {
		t.Errorf("%v", header)
	}
	if sent := value(t, responseBytesTotal) - before; sent != 14 {
		t.Errorf("%v bytes counted", sent)
	}
}

func TestServeHTTPEmptyAnswer(t *testing.T) {
	got := serve(t, get("/"), func(http.ResponseWriter, *http.Request) error { return nil })
	if header := got.Result().Header; got.Code != 200 || got.line.Status != 200 || header.Get("Server") != "" || header.Get("X-Request-Id") == "" {
		t.Errorf("%d %v %+v", got.Code, header, got.line)
	}
}

func TestServeHTTPRefusal(t *testing.T) {
	busy := refusal.ByStatus(503)
	busy.Kind, busy.Cause = engine.Busy, "the engine answered 429"
	for name, test := range map[string]struct {
		err                error
		status             int
		level, code, cause string
	}{
		"a refusal":     {refusal.BadRequest("n", "too_many", "Too many."), 400, "warn", "too_many", ""},
		"with a cause":  {busy, 503, "error", "engine_unavailable", "the engine answered 429"},
		"Caddy's error": {caddyhttp.Error(404, nil), 404, "warn", "unknown_url", ""},
		"with an error": {caddyhttp.Error(502, errors.New("dial tcp 172.20.0.3:8000: connect: connection refused")), 502, "error",
			"engine_failed", "dial tcp 172.20.0.3:8000: connect: connection refused"},
		"no status":    {errors.New("a bug"), 500, "error", "internal_error", "a bug"},
		"client gone":  {caddyhttp.Error(499, context.Canceled), 499, "warn", "client_closed_request", "context canceled"},
		"abort inside": {fmt.Errorf("wrapped: %w", http.ErrAbortHandler), 500, "error", "internal_error", "wrapped: net/http: abort Handler"},
	} {
		counter := refusalsTotal.WithLabelValues(test.code)
		before := value(t, counter)
		got := serve(t, get("/canary%0A"), func(http.ResponseWriter, *http.Request) error { return test.err })
		if got.err != nil || got.panicked != nil || got.Code != test.status || got.Header().Get("Content-Type") != "application/json" ||
			!strings.Contains(got.Body.String(), `"code":"`+test.code+`"`) || got.Header().Get("Server") != "" {
			t.Errorf("%s: %v %d %v %s", name, got.err, got.Code, got.Header(), got.Body)
		}
		line := got.line
		if line.Status != test.status || line.Level != test.level || line.Code != test.code || line.Cause != test.cause || line.Path != "/canary\n" {
			t.Errorf("%s: %+v", name, line)
		}
		if counted := value(t, counter) - before; counted != 1 {
			t.Errorf("%s: counted %v", name, counted)
		}
	}
}

func TestServeHTTPKeepsTheCause(t *testing.T) {
	got := serve(t, get("/"), func(_ http.ResponseWriter, r *http.Request) error {
		exchange.Of(r).Cause = "known before"
		return caddyhttp.Error(502, nil)
	})
	if got.line.Cause != "known before" {
		t.Errorf("%+v", got.line)
	}
}

// begun sends half an answer, then ends as given.
func begun(end func(*http.Request) error) caddyhttp.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) error {
		if _, err := w.Write([]byte("half")); err != nil {
			return err
		}
		return end(r)
	}
}

func TestServeHTTPBreaksOffBegunOne(t *testing.T) {
	abort := func(*http.Request) error { panic(http.ErrAbortHandler) }
	for name, test := range map[string]struct {
		end          func(*http.Request) error
		level, cause string
		failures     float64
	}{
		"the engine broke off": {abort, "error", "the engine broke off its answer", 1},
		"and it is known why": {func(r *http.Request) error {
			exchange.Of(r).Cause = "unexpected EOF"
			return abort(r)
		}, "error", "unexpected EOF", 1},
		"an error": {func(*http.Request) error { return errors.New("a fault") }, "error", "a fault", 0},
		"a bug":    {func(*http.Request) error { panic("a bug") }, "error", "panic: a bug", 0},
	} {
		counter := engineFailuresTotal.WithLabelValues(engine.BrokeOff)
		before := value(t, counter)
		got := serve(t, get("/"), begun(test.end))
		if got.panicked != http.ErrAbortHandler || got.Body.String() != "half" {
			t.Errorf("%s: %v %v %s", name, got.panicked, got.err, got.Body)
		}
		if line := got.line; line.Status != 200 || line.Level != test.level || line.Cause != test.cause || line.Bytes != 4 || line.FirstByte < 0 {
			t.Errorf("%s: %+v", name, line)
		}
		if failures := value(t, counter) - before; failures != test.failures {
			t.Errorf("%s: %v failures counted", name, failures)
		}
	}
}

type lost struct{ http.ResponseWriter }

func (lost) Write([]byte) (int, error) { return 0, errors.New("broken pipe") }

func TestServeHTTPClientLeft(t *testing.T) {
	counter := engineFailuresTotal.WithLabelValues(engine.BrokeOff)
	before := value(t, counter)
	ctx, leave := context.WithCancel(context.Background())
	got := serve(t, get("/").WithContext(ctx), begun(func(*http.Request) error { leave(); panic(http.ErrAbortHandler) }))
	if got.panicked != http.ErrAbortHandler || got.line.Level != "warn" || got.line.Cause != "the client closed the connection" {
		t.Errorf("%v %+v", got.panicked, got.line)
	}
	sent := newAnswer(lost{httptest.NewRecorder()})
	_, err := sent.Write([]byte("x"))
	if end := sent.end(context.Background(), err); !end.broken || end.level != Warn || sent.known.Cause != "sending to the client: broken pipe" {
		t.Errorf("%+v %q", end, sent.known.Cause)
	}
	if value(t, counter) != before {
		t.Error("counted as the engine's failure")
	}
}

func TestServeHTTPPanic(t *testing.T) {
	got := serve(t, get("/"), func(http.ResponseWriter, *http.Request) error { panic("a bug") })
	if got.panicked != nil || got.Code != 500 || got.line.Cause != "panic: a bug" || got.line.Level != "error" {
		t.Errorf("%v %d %+v", got.panicked, got.Code, got.line)
	}
}

// The proxy panics when an answer breaks off, and a handler may have held that answer back to put it into shape.
func TestServeHTTPAbortBeforeHead(t *testing.T) {
	got := serve(t, get("/"), func(_ http.ResponseWriter, r *http.Request) error {
		exchange.Of(r).Cause = "unexpected EOF"
		panic(http.ErrAbortHandler)
	})
	if got.panicked != nil || got.Code != 502 || got.line.Level != "error" || got.line.Cause != "unexpected EOF" {
		t.Errorf("%v %+v", got.panicked, got.line)
	}
}
