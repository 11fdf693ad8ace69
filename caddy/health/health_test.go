package health

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestCheck(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/ready":
			w.WriteHeader(http.StatusNoContent)
		case "/moved":
			http.Redirect(w, r, "/ready", http.StatusFound)
		default:
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	}))
	if err := Check(server.URL + "/ready"); err != nil {
		t.Error(err)
	}
	for _, path := range []string{"/moved", "/loading"} {
		if Check(server.URL+path) == nil {
			t.Errorf("%s counts as healthy", path)
		}
	}
	server.Close()
	if Check(server.URL+"/ready") == nil {
		t.Error("a closed port counts as healthy")
	}
}
