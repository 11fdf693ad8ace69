package engine

import (
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"

	"student-llm/gateway/exchange"
)

// connections counts the connections that a server accepts, and keeps the last request's headers.
func connections(t *testing.T, answer http.HandlerFunc) (server *httptest.Server, opened func() int) {
	t.Helper()
	var mu sync.Mutex
	seen := map[string]bool{}
	server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		seen[r.RemoteAddr] = true
		mu.Unlock()
		answer(w, r)
	}))
	t.Cleanup(server.Close)
	return server, func() int {
		mu.Lock()
		defer mu.Unlock()
		return len(seen)
	}
}

func send(t *testing.T, transport *Transport, server *httptest.Server, known *exchange.Exchange, header http.Header) (*http.Response, error) {
	t.Helper()
	r := exchange.With(httptest.NewRequest(http.MethodPost, server.URL+"/v1/chat/completions", nil), known)
	r.RequestURI, r.Header = "", header
	response, err := transport.RoundTrip(r)
	if err == nil {
		var part [512]byte
		for err == nil {
			_, err = response.Body.Read(part[:])
		}
		response.Body.Close()
		err = nil
	}
	return response, err
}

func plain() *Transport {
	transport := new(Transport)
	transport.Transport = new(http.Transport)
	return transport
}

func TestRoundTripClosesAfterStream(t *testing.T) {
	server, opened := connections(t, func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("ok")) })
	transport := plain()
	for i, want := range []int{1, 1, 1, 2} { // plain ones share a connection, the stream ends it
		if _, err := send(t, transport, server, &exchange.Exchange{Stream: i == 2}, http.Header{}); err != nil {
			t.Fatal(err)
		}
		if opened() != want {
			t.Errorf("request %d: %d connections, want %d", i, opened(), want)
		}
	}
}

func TestRoundTripListedHeaders(t *testing.T) {
	var got http.Header
	server, _ := connections(t, func(w http.ResponseWriter, r *http.Request) {
		got = r.Header.Clone()
		for _, name := range []string{"Server", "X-Request-Id", "Access-Control-Allow-Origin", "X-Compute-Time", "Set-Cookie"} {
			w.Header().Set(name, "x")
		}
		w.Header().Set("Content-Type", "application/json")
	})
	sent := http.Header{"Content-Type": {"application/json"}}
	for _, name := range []string{"Cookie", "X-Forwarded-For", "Forwarded", "Accept-Encoding", "Authorization", "X-Api-Key", "Via"} {
		sent[name] = []string{"x"}
	}
	known := &exchange.Exchange{ID: "id-1", EngineKey: "secret"}
	response, err := send(t, plain(), server, known, sent)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"Content-Type": "application/json", "Authorization": "Bearer secret", "X-Request-Id": "id-1",
		"User-Agent": "student-gateway", "Content-Length": "0",
	}
	for name, values := range got {
		if name != "Accept-Encoding" && want[name] != values[0] { // Go's own transport asks for gzip here, Caddy's does not
			t.Errorf("the engine got %s: %s", name, values)
		}
	}
	for name := range response.Header {
		if name != "Content-Type" && name != "Content-Length" {
			t.Errorf("the client got %s", name)
		}
	}
	if known.Upstream != server.Listener.Addr().String() {
		t.Errorf("upstream %q", known.Upstream)
	}
}

func TestRoundTripOwnFailures(t *testing.T) {
	status := 0
	server, _ := connections(t, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(status) })
	for answered, refused := range map[int]bool{200: false, 400: false, 401: true, 403: true, 404: false, 424: true, 429: true, 500: false, 503: true} {
		status = answered
		if _, err := send(t, plain(), server, &exchange.Exchange{}, http.Header{}); (err != nil) != refused {
			t.Errorf("%d: %v", answered, err)
		}
	}
}
