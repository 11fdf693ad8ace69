package models

import (
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/caddyserver/caddy/v2/modules/caddyhttp"

	"student-llm/gateway/engine"
	"student-llm/gateway/exchange"
	"student-llm/gateway/refusal"
)

// The answer of llama-server: its own list beside OpenAI's, and fields of its own.
const llama = `{"models":[{"name":"nano","size":""}],"object":"list","data":[{"id":"nano","aliases":["nano"],` +
	`"object":"model","created":7,"owned_by":"llamacpp","meta":{"n_vocab":96}}]}`

func serve(known *exchange.Exchange, method string, status int, body string) (*httptest.ResponseRecorder, error) {
	w := httptest.NewRecorder()
	r := exchange.With(httptest.NewRequest(method, "/v1/models", nil), known)
	return w, new(Handler).ServeHTTP(w, r, caddyhttp.HandlerFunc(func(w http.ResponseWriter, r *http.Request) error {
		if known.Route == engine.ModelsRoute && r.Method != http.MethodGet {
			return errors.New("the engine is asked with " + r.Method)
		}
		w.Header().Set("Content-Length", "999")
		w.WriteHeader(status)
		_, err := w.Write([]byte(body))
		return err
	}))
}

func TestServeHTTPOpenAIsShape(t *testing.T) {
	for id, want := range map[string]string{
		"":     `{"object":"list","data":[{"id":"nano","object":"model","created":7,"owned_by":"llamacpp"}]}`,
		"nano": `{"id":"nano","object":"model","created":7,"owned_by":"llamacpp"}`,
	} {
		for _, method := range []string{http.MethodGet, http.MethodHead} {
			w, err := serve(&exchange.Exchange{Route: engine.ModelsRoute, Model: id}, method, 200, llama)
			if err != nil || w.Body.String() != want || w.Header().Get("Content-Length") == "999" {
				t.Errorf("%q: %s %v", id, w.Body, err)
			}
			if !json.Valid(w.Body.Bytes()) {
				t.Errorf("%q: no JSON", id)
			}
		}
	}
}

func TestServeHTTPUnknownModel(t *testing.T) {
	_, err := serve(&exchange.Exchange{Route: engine.ModelsRoute, Model: "gpt-4"}, http.MethodGet, 200, llama)
	if refused := refusal.Of(err); refused.Status != 404 || refused.Code != "model_not_found" || refused.Param != "model" {
		t.Errorf("%+v", refused)
	}
}

func TestServeHTTPRequiresAList(t *testing.T) {
	for status, body := range map[int]string{200: "<html>", 500: llama, 404: "{}", 201: "{}"} {
		_, err := serve(&exchange.Exchange{Route: engine.ModelsRoute}, http.MethodGet, status, body)
		if refused := refusal.Of(err); refused.Status != 502 || refused.Kind == "" {
			t.Errorf("%d: %+v", status, refused)
		}
	}
}

func TestServeHTTPOtherRoutes(t *testing.T) {
	w, err := serve(&exchange.Exchange{Route: "/v1/chat/completions"}, http.MethodPost, 200, "as it is")
	if err != nil || w.Body.String() != "as it is" {
		t.Errorf("%s %v", w.Body, err)
	}
}
