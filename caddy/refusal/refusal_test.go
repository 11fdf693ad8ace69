package refusal

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http/httptest"
	"testing"

	"github.com/caddyserver/caddy/v2/modules/caddyhttp"
)

func TestOfKnowsEveryError(t *testing.T) {
	own := BadRequest("n", "too_many", "Invalid '%s'.", "n")
	for name, test := range map[string]struct {
		err         error
		status      int
		code, cause string
	}{
		"own":          {own, 400, "too_many", ""},
		"own, wrapped": {caddyhttp.Error(502, fmt.Errorf("proxy: %w", own)), 400, "too_many", ""},
		"Caddy's":      {caddyhttp.Error(413, errors.New("larger than 10")), 413, "request_too_large", "larger than 10"},
		"status alone": {caddyhttp.HandlerError{StatusCode: 404}, 404, "unknown_url", ""},
		"other status": {caddyhttp.Error(418, errors.New("x")), 418, "internal_error", "x"},
		"without":      {errors.New("x"), 500, "internal_error", "x"},
	} {
		got := Of(test.err)
		if got.Status != test.status || got.Code != test.code || got.Cause != test.cause || got.Message == "" {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestWriteHasOpenAIsShape(t *testing.T) {
	for status := range byStatus {
		w := httptest.NewRecorder()
		if err := ByStatus(status).Write(w); err != nil {
			t.Fatal(err)
		}
		var body struct {
			Error map[string]any `json:"error"`
		}
		if err := json.Unmarshal(w.Body.Bytes(), &body); err != nil || len(body.Error) != 4 || body.Error["param"] != nil || w.Code != status {
			t.Errorf("%d: %s", status, w.Body)
		}
		if wait := w.Header().Get("Retry-After"); (wait != "") != (status == 502 || status == 503) {
			t.Errorf("%d: Retry-After %q", status, wait)
		}
	}
	w := httptest.NewRecorder()
	_ = BadRequest("n", "c", "m").Write(w)
	if want := `{"error":{"code":"c","message":"m","param":"n","type":"invalid_request_error"}}` + "\n"; w.Body.String() != want {
		t.Errorf("%s", w.Body)
	}
}
