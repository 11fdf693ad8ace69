package tokens

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/caddyserver/caddy/v2"
	"github.com/caddyserver/caddy/v2/caddyconfig/caddyfile"
	"github.com/caddyserver/caddy/v2/modules/caddyhttp"

	"student-llm/gateway/exchange"
	"student-llm/gateway/limits"
	"student-llm/gateway/metrictest"
	"student-llm/gateway/refusal"
)

const (
	counts = `{"choices":[],"usage":{"prompt_tokens":25,"completion_tokens":12}}`
	route  = "/v1/chat/completions"
)

// chat is a request's body with more members.
func chat(members string) string {
	return `{"messages":[{"role":"user","content":"x"}],"max_tokens":5` + members + `}`
}

// counted reads a series of the process's metrics.
func counted(t *testing.T, metric, name, direction string) float64 {
	t.Helper()
	return metrictest.Value(t, limits.Register, metric, map[string]string{"key": name, "direction": direction})
}

func provisioned(t *testing.T, handler *Handler) *Handler {
	t.Helper()
	ctx, cancel := caddy.NewContext(caddy.Context{Context: context.Background()})
	t.Cleanup(cancel)
	if err := handler.Provision(ctx); err != nil {
		t.Fatal(err)
	}
	return handler
}

type answered struct {
	*httptest.ResponseRecorder
	known   *exchange.Exchange
	refused *refusal.Refusal // what the outermost handler would write
	got     string           // what reached the engine
}

// ask sends a body to a handler, as student_keys passes it on, whose engine answers as told.
func ask(t *testing.T, handler *Handler, known *exchange.Exchange, body io.Reader, engine func(http.ResponseWriter) error) answered {
	t.Helper()
	result := answered{ResponseRecorder: httptest.NewRecorder(), known: known}
	known.Route = route
	r := exchange.With(httptest.NewRequest(http.MethodPost, route, body), known)
	err := handler.ServeHTTP(result, r, caddyhttp.HandlerFunc(func(w http.ResponseWriter, r *http.Request) error {
		content, _ := io.ReadAll(r.Body)
		if int64(len(content)) != r.ContentLength {
			t.Errorf("Content-Length %d of %d bytes", r.ContentLength, len(content))
		}
		result.got = string(content)
		if engine == nil {
			_, _ = w.Write([]byte(counts))
			return nil
		}
		return engine(w)
	}))
	if err != nil {
		result.refused = refusal.Of(err)
		result.Code = result.refused.Status
	}
	return result
}

func TestTokensAreBooked(t *testing.T) {
	handler := provisioned(t, &Handler{MaxTokens: 100})
	w := ask(t, handler, &exchange.Exchange{Key: "booked"}, strings.NewReader(chat("")), nil)
	if w.Code != 200 || w.got != chat("") || w.Body.String() != counts {
		t.Errorf("%d %s %s", w.Code, w.got, w.Body)
	}
	const metric = "gateway_key_tokens_total"
	if counted(t, metric, "booked", "in") != 25 || counted(t, metric, "booked", "out") != 12 {
		t.Error("want 25 in, 12 out")
	}
	if w.known.TokensIn != 25 || w.known.TokensOut != 12 || w.known.Texts != 1 || w.known.Stream {
		t.Errorf("%+v", w.known)
	}
}

func TestBrokenStreamIsBooked(t *testing.T) {
	known := &exchange.Exchange{Key: "broken"}
	defer func() {
		if recover() == nil || counted(t, "gateway_key_tokens_total", "broken", "out") != 2 || known.TokensOut != 2 || !known.Stream {
			t.Errorf("want the panic to continue, and 2 tokens: %+v", known)
		}
		if counted(t, "gateway_texts_in_flight", "", "") != 0 {
			t.Error("its place is not given back")
		}
	}()
	ask(t, provisioned(t, &Handler{}), known, strings.NewReader(chat(`,"stream":true`)), func(w http.ResponseWriter) error {
		w.Header().Set("Content-Type", "text/event-stream")
		_, _ = w.Write([]byte(first + first))
		panic(http.ErrAbortHandler)
	})
}

func TestEngineErrorsPass(t *testing.T) {
	handler := provisioned(t, &Handler{})
	w := ask(t, handler, &exchange.Exchange{Key: "failing"}, strings.NewReader(chat("")), func(http.ResponseWriter) error {
		return caddyhttp.Error(http.StatusBadGateway, errors.New("broken"))
	})
	if w.Code != http.StatusBadGateway || counted(t, "gateway_key_tokens_total", "failing", "in") != 0 {
		t.Errorf("%d", w.Code)
	}
}

func TestTooMuchIsRefused(t *testing.T) {
	handler := provisioned(t, &Handler{MaxTokens: 100})
	body := strings.Replace(chat(""), `"max_tokens":5`, `"max_tokens":101`, 1)
	w := ask(t, handler, &exchange.Exchange{Key: "capped"}, strings.NewReader(body), nil)
	if w.Code != 400 || w.got != "" || w.refused.Param != "max_tokens" {
		t.Errorf("%d %+v", w.Code, w.refused)
	}
	if counted(t, "gateway_key_capped_total", "capped", "") != 1 {
		t.Error("not counted")
	}
}

func TestNoBodyPasses(t *testing.T) {
	for _, method := range []string{http.MethodGet, http.MethodHead} {
		r := exchange.With(httptest.NewRequest(method, "/v1/models", nil), &exchange.Exchange{Key: "reads", RPM: 1, TPM: 1})
		w := httptest.NewRecorder()
		err := provisioned(t, &Handler{}).ServeHTTP(w, r, caddyhttp.HandlerFunc(func(passed http.ResponseWriter, _ *http.Request) error {
			if passed != w {
				t.Error("its answer would be read")
			}
			return nil
		}))
		if err != nil {
			t.Error(err)
		}
	}
}

func TestDroppedFieldsAreNamed(t *testing.T) {
	handler := provisioned(t, &Handler{})
	w := ask(t, handler, &exchange.Exchange{Key: "dropping"}, strings.NewReader(chat(`,"user_agent_of_mine":1,"späß\r\n\u0000, x":2`)), nil)
	if got := w.Header().Get("X-Gateway-Dropped"); w.Code != 200 || got != "user_agent_of_mine, sp???????x" {
		t.Errorf("%d %q", w.Code, got)
	}
	if w := ask(t, handler, &exchange.Exchange{}, strings.NewReader(chat("")), nil); w.Header().Values("X-Gateway-Dropped") != nil {
		t.Errorf("%v", w.Header())
	}
}

func TestPrintableIsHarmless(t *testing.T) {
	many := make([]string, 40)
	for i := range many {
		many[i] = "field"
	}
	if names := printable(many); len(names) != droppedNames {
		t.Errorf("%d names", len(names))
	}
	if names := printable([]string{"a", strings.Repeat("x", 1000), "b"}); len(names) != 1 {
		t.Errorf("%q", names)
	}
	if names := printable([]string{"a\r\nSet-Cookie: x", "ä,\x00\xff"}); strings.Join(names, "|") != "a??Set-Cookie??x|????" {
		t.Errorf("%q", names)
	}
}

func TestSettings(t *testing.T) {
	for text, fine := range map[string]bool{
		"student_tokens {\n max_tokens 5\n max_n 6\n max_in_flight 7\n wait 900ms\n}": true,
		"student_tokens x":                      false,
		"student_tokens {\n max_tokens lots\n}": false,
		"student_tokens {\n most 5\n}":          false,
		"student_tokens {\n max_n\n}":           false,
	} {
		handler := new(Handler)
		err := handler.UnmarshalCaddyfile(caddyfile.NewTestDispenser(text))
		if fine != (err == nil) || fine && *handler != (Handler{MaxTokens: 5, MaxN: 6, MaxInFlight: 7, Wait: "900ms"}) {
			t.Errorf("%s: %+v %v", text, handler, err)
		}
	}
	for says, handler := range map[string]*Handler{
		"max_n must be":         {MaxN: -1},
		"max_in_flight must be": {MaxInFlight: maxSetting + 1},
		`not "soon"`:            {Wait: "soon"},
		`not "-1s"`:             {Wait: "-1s"},
	} {
		if err := handler.Provision(caddy.Context{}); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v", says, err)
		}
	}
}
