package health

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestCheck(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/ready":
			_, _ = w.Write([]byte("what it says"))
		case "/moved":
			http.Redirect(w, r, "/ready", http.StatusFound)
		default:
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	}))
	var said strings.Builder
	if err := Check(server.URL+"/ready", &said); err != nil || said.String() != "what it says" {
		t.Errorf("%q %v", said.String(), err)
	}
	for _, path := range []string{"/moved", "/loading"} {
		if Check(server.URL+path, io.Discard) == nil {
			t.Errorf("%s counts as healthy", path)
		}
	}
	server.Close()
	if Check(server.URL+"/ready", io.Discard) == nil {
		t.Error("a closed port counts as healthy")
	}
}
