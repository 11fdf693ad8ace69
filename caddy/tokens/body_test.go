package tokens

import (
	"encoding/json"
	"net/http/httptest"
	"strings"
	"testing"
)

var caps = Caps{Tokens: 100, N: 4}

func TestABodyThatNeedsNothingPassesByteForByte(t *testing.T) {
	for _, body := range []string{
		`{"max_tokens":100}`,
		" \n{ \"max_tokens\" : 1e2 , \"n\":4, \"temperature\" : 0.10, \"a\":[{\"max_tokens\":9999,\"n\":99}], \"x\":1, \"x\":2 } \n",
		`{"max_completion_tokens":5,"stream":false,"stream_options":null}`,
		`{"max_tokens":5,"stream":true,"stream_options":{"include_usage":true,"other":1}}`,
		`{"messages":[{"role":"user","content":"\"max_tokens\": 5000, <&> \u00e9 é"}],"max_tokens":5,"n":null,"stream":null}`,
	} {
		forward, hidden, refused := caps.admit([]byte(body))
		if string(forward) != body || hidden || refused != nil {
			t.Errorf("%s\nbecame %s, hidden %v, %+v", body, forward, hidden, refused)
		}
	}
}

func TestWhatIsMissingIsAddedAndNothingElseChanges(t *testing.T) {
	for body, want := range map[string]string{
		`{}`:                       `{"max_tokens":100}`,
		"{\n}":                     "{\"max_tokens\":100\n}",
		`{ "a" : 1.50 }`:           `{"max_tokens":100, "a" : 1.50 }`,
		`{"max_tokens": null }`:    `{"max_tokens": 100 }`,
		`{"n_predict":5}`:          `{"max_tokens":100,"n_predict":5}`,
		`{"max_\u0074okens":null}`: `{"max_\u0074okens":100}`,
		`{"max_tokens":null,"max_completion_tokens":7}`: `{"max_tokens":null,"max_completion_tokens":7}`,
		`{"max_completion_tokens":null}`:                `{"max_tokens":100,"max_completion_tokens":null}`,
	} {
		if forward, _, refused := caps.admit([]byte(body)); string(forward) != want || refused != nil {
			t.Errorf("%s became %s, want %s, %+v", body, forward, want, refused)
		}
	}
}

func TestAStreamIsAskedForItsUsage(t *testing.T) {
	const asked = `{"include_usage":true}`
	for body, want := range map[string]string{
		`{"max_tokens":5,"stream":true}`:                                             `{"stream_options":` + asked + `,"max_tokens":5,"stream":true}`,
		`{"stream":true}`:                                                            `{"max_tokens":100,"stream_options":` + asked + `,"stream":true}`,
		`{"stream_options": null ,"max_tokens":5,"stream":true}`:                     `{"stream_options": ` + asked + ` ,"max_tokens":5,"stream":true}`,
		`{"stream":true,"stream_options":{"include_usage":false},"max_tokens":null}`: `{"stream":true,"stream_options":` + asked + `,"max_tokens":100}`,
		`{"max_tokens":5,"stream_options":{"x":1.50},"stream":true}`:                 `{"max_tokens":5,"stream_options":{"include_usage":true,"x":1.50},"stream":true}`,
	} {
		forward, hidden, refused := caps.admit([]byte(body))
		if string(forward) != want || !hidden || refused != nil {
			t.Errorf("%s became %s, want %s, hidden %v, %+v", body, forward, want, hidden, refused)
		}
		if !json.Valid(forward) {
			t.Errorf("%s is no JSON", forward)
		}
	}
}

func TestTooMuchIsRefusedByName(t *testing.T) {
	const above, below, kind = "integer_above_max_value", "integer_below_min_value", "invalid_type"
	for body, want := range map[string][2]string{
		`{"max_tokens":101}`:                              {"max_tokens", above},
		`{"max_tokens":5,"max_completion_tokens":101}`:    {"max_completion_tokens", above},
		`{"max_tokens":5,"n_predict":101}`:                {"n_predict", above},
		`{"max_tokens":5,"n_predict":-1}`:                 {"n_predict", below},
		`{"max_tokens":1e999}`:                            {"max_tokens", above},
		`{"max_tokens":-1e999}`:                           {"max_tokens", below},
		`{"max_tokens":` + strings.Repeat("9", 999) + `}`: {"max_tokens", above},
		`{"max_tokens":0}`:                                {"max_tokens", below},
		`{"max_tokens":-1}`:                               {"max_tokens", below},
		`{"max_tokens":100.5}`:                            {"max_tokens", above},
		`{"max_tokens":"5"}`:                              {"max_tokens", kind},
		`{"max_tokens":[5]}`:                              {"max_tokens", kind},
		`{"max_tokens":{}}`:                               {"max_tokens", kind},
		`{"max_tokens":true}`:                             {"max_tokens", kind},
		`{"n":5}`:                                         {"n", above},
		`{"best_of":5}`:                                   {"best_of", above},
		`{"n_cmpl":5}`:                                    {"n_cmpl", above},
		`{"n":0}`:                                         {"n", below},
		`{"max_tokens":5,"max_tokens":6}`:                 {"max_tokens", "duplicate"},
		`{"max_tokens":5,"max_token\u0073":6}`:            {"max_tokens", "duplicate"},
		`{"stream":true,"stream":false}`:                  {"stream", "duplicate"},
		`{"stream":1}`:                                    {"stream", kind},
		`{"stream":"true"}`:                               {"stream", kind},
		`{"stream":true,"stream_options":[]}`:             {"stream_options", kind},
		`{"stream":true,"stream_options":"x"}`:            {"stream_options", kind},
	} {
		forward, _, refused := caps.admit([]byte(body))
		if refused == nil || forward != nil {
			t.Errorf("%.60s passed as %.60s", body, forward)
		} else if refused.param != want[0] || refused.code != want[1] || refused.status != 400 {
			t.Errorf("%.60s: %+v", body, refused)
		}
	}
}

func TestWhatIsNoJSONObjectIsRefused(t *testing.T) {
	for _, body := range []string{
		"", " ", "null", "5", `"x"`, "[]", `[{"max_tokens":5}]`, "{", `{"max_tokens":5`, `{"max_tokens":5}}`, `{} {}`,
		`{"max_tokens":NaN}`, `{"max_tokens":05}`, `{max_tokens:5}`, `{"a":1,}`, "{'a':1}", "\ufeff{}", "{\x00}",
		"{\x00\"\x00a\x00\"\x00:\x001\x00}\x00", "\x1f\x8b\x08", `{"a":"` + "\x01" + `"}`, "// x\n{}",
		`{"a":` + strings.Repeat("[", 20_000) + strings.Repeat("]", 20_000) + `}`,
	} {
		if forward, _, refused := caps.admit([]byte(body)); refused == nil || refused.code != "invalid_json" {
			t.Errorf("%.40q passed as %.40q, %+v", body, forward, refused)
		}
	}
}

func TestZeroIsNoCap(t *testing.T) {
	for _, body := range []string{`{}`, `{"max_tokens":-1,"n":9999}`, `{"max_tokens":"x"}`} {
		if forward, _, refused := (Caps{}).admit([]byte(body)); string(forward) != body || refused != nil {
			t.Errorf("%s became %s, %+v", body, forward, refused)
		}
	}
}

func TestARefusalHasOpenAIsShape(t *testing.T) {
	for param, want := range map[string]string{"n": `"n"`, "": "null"} {
		w := httptest.NewRecorder()
		if err := badRequest(param, "code", `a "quoted" {word}`).write(w); err != nil {
			t.Fatal(err)
		}
		body := `{"error":{"code":"code","message":"a \"quoted\" {word}","param":` + want + `,"type":"invalid_request_error"}}`
		if w.Code != 400 || w.Header().Get("Content-Type") != "application/json" || strings.TrimSpace(w.Body.String()) != body {
			t.Errorf("%d %s", w.Code, w.Body)
		}
	}
}

// Whatever a client sends: what passes is JSON, bounded, and the client's own but for the governed members.
func FuzzAdmit(f *testing.F) {
	for _, seed := range []string{`{}`, `{"max_tokens":5,"stream":true,"n":null}`, `{"a":{"n":9},"stream_options":{}}`, `[`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, body string) {
		forward, _, refused := caps.admit([]byte(body))
		if refused != nil {
			return
		}
		var before, after map[string]json.RawMessage
		if json.Unmarshal([]byte(body), &before) != nil || json.Unmarshal(forward, &after) != nil {
			t.Fatalf("%q became %q", body, forward)
		}
		var most float64
		for _, name := range lengthNames {
			var value *float64
			if json.Unmarshal(after[name], &value) == nil && value != nil {
				most = max(most, *value)
			}
		}
		if most < 1 || most > 100 {
			t.Errorf("%q became %q, bounded by %v", body, forward, most)
		}
		for _, name := range []string{"max_tokens", "stream_options"} {
			delete(before, name)
			delete(after, name)
		}
		if len(before) != len(after) {
			t.Errorf("%q became %q", body, forward)
		}
		for name := range before {
			if string(before[name]) != string(after[name]) {
				t.Errorf("%q became %q", body, forward)
			}
		}
	})
}
