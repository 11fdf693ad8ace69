package body

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"student-llm/gateway/refusal"
)

const (
	chatRoute        = "/v1/chat/completions"
	completionsRoute = "/v1/completions"
)

var limits = Limits{MaxTokens: 100, MaxN: 4}

// admit reads a body of a chat.
func admit(body string) (Admitted, *refusal.Refusal) { return Admit([]byte(body), chatRoute, limits) }

// refused checks that a body is refused with a code and a field.
func refused(t *testing.T, body, route string, limits Limits, code, param string) *refusal.Refusal {
	t.Helper()
	admitted, refused := Admit([]byte(body), route, limits)
	switch {
	case refused == nil:
		t.Errorf("%.80s passed as %.80s", body, admitted.Forward)
		return &refusal.Refusal{}
	case admitted.Forward != nil || refused.Status != 400 || refused.Code != code || refused.Param != param:
		t.Errorf("%.80s: %d %s %q, want %s %q: %s", body, refused.Status, refused.Code, refused.Param, code, param, refused.Message)
	}
	return refused
}

func TestAdmitKeepsAWholeBody(t *testing.T) {
	for _, body := range []string{
		`{"max_tokens":100}`,
		" \n{ \"max_tokens\" : 1e2 , \"n\":4, \"temperature\" : 0.10, \"messages\":[{\"content\":null,\"x\":[1,{\"n\":99}]}] } \n",
		`{"max_completion_tokens":5,"stream":false,"stream_options":null}`,
		`{"max_tokens":5,"stream":true,"stream_options":{"include_usage":true,"other":1}}`,
		`{"messages":[{"role":"user","content":"\"max_tokens\": 5000, <&> \u00e9 é 𝄞 \ud834\udd1e"}],"max_tokens":5,"n":null,"stream":null}`,
	} {
		given := []byte(body)
		admitted, refused := Admit(given, chatRoute, limits)
		if refused != nil || string(admitted.Forward) != body || admitted.Hidden || admitted.Dropped != nil {
			t.Errorf("%s\nbecame %+v, %+v", body, admitted, refused)
		} else if &admitted.Forward[0] != &given[0] {
			t.Errorf("%s was copied", body)
		}
	}
}

func TestAdmitAddsWhatIsMissing(t *testing.T) {
	for body, want := range map[string]string{
		`{}`:                       `{"max_tokens":100}`,
		"{\n}":                     `{"max_tokens":100}`,
		`{ "top_p" : 0.50 }`:       `{"max_tokens":100,"top_p" : 0.50}`,
		`{"max_tokens": null }`:    `{"max_tokens": 100}`,
		`{"n_predict":5}`:          `{"max_tokens":100,"n_predict":5}`,
		`{"max_\u0074okens":null}`: `{"max_\u0074okens":100}`,
		`{"max_tokens":null,"max_completion_tokens":7}`: `{"max_tokens":null,"max_completion_tokens":7}`,
		`{"max_completion_tokens":null}`:                `{"max_tokens":100,"max_completion_tokens":null}`,
	} {
		if admitted, refused := admit(body); string(admitted.Forward) != want || refused != nil {
			t.Errorf("%s became %s, want %s, %+v", body, admitted.Forward, want, refused)
		}
	}
}

func TestAdmitRequiresAnObject(t *testing.T) {
	for _, body := range []string{
		"", " ", "null", "5", `"x"`, "[]", `[{"max_tokens":5}]`, "{", `{"max_tokens":5`, `{"max_tokens":5}}`, `{} {}`,
		`{"max_tokens":NaN}`, `{"max_tokens":05}`, `{max_tokens:5}`, `{"a":1,}`, "{'a':1}", "\ufeff{}", "{\x00}",
		"{\x00\"\x00a\x00\"\x00:\x001\x00}\x00", "\x1f\x8b\x08", `{"a":"` + "\x01" + `"}`, "// x\n{}", `{"a":"\ud800"}`,
		"{\"a\":\"\xff\"}", `{"a":"\x"}`, `{"a":-}`, `{"a":1.}`, `{"a":tru}`, `{"a":"`, `{"a"`, `{"a":[1 2]}`,
	} {
		if admitted, refused := admit(body); refused == nil || refused.Code != "invalid_json" || refused.Param != "" {
			t.Errorf("%.40q passed as %.40q, %+v", body, admitted.Forward, refused)
		}
	}
}

func TestAdmitNamesWhatABodyIs(t *testing.T) {
	for body, want := range map[string]string{
		"":                                 "The body is empty.",
		" \n":                              "The body is empty.",
		"\xef\xbb\xbf{}":                   "The body begins with a byte-order mark. Send UTF-8 without one.",
		"\xff\xfe{\x00}\x00":               "The body is UTF-16 or UTF-32.",
		"\xfe\xff\x00{\x00}":               "The body is UTF-16 or UTF-32.",
		"{\x00\"\x00":                      "The body is UTF-16 or UTF-32.",
		"\x00{\x00\"":                      "The body is UTF-16 or UTF-32.",
		"\x1f\x8b\x08\x00":                 "The body is compressed. Send it as plain JSON.",
		"\x28\xb5\x2f\xfd\x24":             "The body is compressed. Send it as plain JSON.",
		"model=m&prompt=x":                 "The body is a form.",
		"messages[0][role]=user":           "The body is a form.",
		"--b\r\nContent-Disposition: form": "The body is a form.",
		`[{"model":"m"}]`:                  "The body is a JSON list.",
		"hello":                            `The body is not a JSON object: it begins with "hello".`,
		`{"model":"m"`:                     "The body is not valid JSON at byte 12: it ends too early.",
		`{"model":"m",}`:                   "The body is not valid JSON at byte 12: ",
		`{"model" "m"}`:                    "The body is not valid JSON at byte 9: ",
		`{} x`:                             "The body is not valid JSON at byte 3: ",
		`{}{}`:                             "The body has more than one JSON object: another value begins at byte 2.",
		"{\"model\":\"" + "é\xe9" + `"}`:   "The body is not valid JSON at byte 12: invalid UTF-8.",
	} {
		if _, refused := admit(body); refused == nil || !strings.HasPrefix(refused.Message, want) {
			t.Errorf("%q: %+v, want %s", body, refused, want)
		}
	}
}

func TestAdmitDropsUnlistedFields(t *testing.T) {
	for body, want := range map[string]struct {
		forward string
		dropped []string
	}{
		`{"guided_json":{"a":[1]},"max_tokens":5}`:                 {`{"max_tokens":5}`, []string{"guided_json"}},
		`{"max_tokens":5, "user" : "x" }`:                          {`{"max_tokens":5}`, []string{"user"}},
		`{ "top_p" : 1 ,"id_slot":1,"max_tokens":5,"priority":-9}`: {`{"top_p" : 1,"max_tokens":5}`, []string{"id_slot", "priority"}},
		`{"chat_template":"{{1}}"}`:                                {`{"max_tokens":100}`, []string{"chat_template"}},
		`{"Max_tokens":999,"MESSAGES":[]}`:                         {`{"max_tokens":100}`, []string{"Max_tokens", "MESSAGES"}},
		`{"metadata":null,"store":false,"max_tokens":5}`:           {`{"max_tokens":5}`, []string{"store"}},
		`{"prompt":"x","max_tokens":5}`:                            {`{"max_tokens":5}`, []string{"prompt"}},
		"{\"a\\u001b[2J\\u009b\":1,\"max_tokens\":5}":              {`{"max_tokens":5}`, []string{"a?[2J?"}},
		`{"` + strings.Repeat("é", 1000) + `":1,"max_tokens":5}`:   {`{"max_tokens":5}`, []string{strings.Repeat("é", 128)}},
	} {
		admitted, refused := admit(body)
		if refused != nil || string(admitted.Forward) != want.forward || !slices.Equal(admitted.Dropped, want.dropped) {
			t.Errorf("%.60s became %s and %q, %+v", body, admitted.Forward, admitted.Dropped, refused)
		}
	}
	if admitted, _ := Admit([]byte(`{"messages":[],"tools":[],"max_tokens":5}`), completionsRoute, limits); string(admitted.Forward) !=
		`{"max_tokens":5}` || len(admitted.Dropped) != 2 {
		t.Errorf("%s %q", admitted.Forward, admitted.Dropped)
	}
}

func TestAdmitNullIsAbsent(t *testing.T) {
	for _, rule := range listed {
		route := chatRoute
		if rule.routes&chat == 0 {
			route = completionsRoute
		}
		body := `{"max_tokens":5,"` + rule.name + `":null}`
		if rule.name == "max_tokens" {
			continue
		}
		if admitted, refused := Admit([]byte(body), route, limits); refused != nil || string(admitted.Forward) != body {
			t.Errorf("%s became %s, %+v", body, admitted.Forward, refused)
		}
	}
	// openai's SDK sends an answer back like this.
	body := `{"max_tokens":5,"messages":[{"role":"assistant","content":null,"refusal":null,"annotations":null,"audio":null,` +
		`"function_call":null,"tool_calls":null,"reasoning_content":"x"}]}`
	if admitted, refused := admit(body); refused != nil || string(admitted.Forward) != body {
		t.Errorf("%s, %+v", admitted.Forward, refused)
	}
}

func TestAdmitOwnClientsRequest(t *testing.T) {
	body := `{"model":"student-nano","messages":[{"role":"system","content":"Plan."},{"role":"user","content":"x"}],"max_tokens":100,` +
		`"temperature":0.0,"response_format":{"type":"json_schema","json_schema":{"name":"plan","schema":{"type":"object","properties":` +
		`{"steps":{"type":"array","items":{"anyOf":[{"type":"object","properties":{"tool":{"enum":["expand"]}},"required":["tool"],` +
		`"additionalProperties":false}]},"minItems":2,"maxItems":8}},"required":["steps"],"additionalProperties":false},"strict":true}}}`
	if admitted, refused := admit(body); refused != nil || string(admitted.Forward) != body {
		t.Errorf("%+v", refused)
	}
}

func TestAdmitClientsRequests(t *testing.T) {
	for _, field := range []string{
		`"tool_choice":"required"`, `"tool_choice":{"type":"function","function":{"name":"f"}}`, `"parallel_tool_calls":false`,
		`"tools":[{"type":"function","function":{"name":"f","description":"d","parameters":{"type":"object","properties":{},"required":[]},"strict":true}}]`,
		`"tools":[]`, `"tools":[{"type":"function","function":{"name":"f","parameters":null}}]`,
		`"tools":[{"type":"custom","custom":{"name":"c","format":{"type":"text"}}}]`,
		`"response_format":{"type":"text"}`, `"response_format":{"type":"json_object"}`,
		`"response_format":{"type":"json_object","schema":{"type":"object"}}`,
		`"response_format":{"type":"json","value":{"type":"object"}}`,
		`"response_format":{"type":"json_schema","value":{"name":"n","schema":{"type":"object"}}}`,
		`"response_format":{"type":"regex","value":"[a-z]+@[a-z]+"}`,
		`"structured_outputs":{"json":{"type":"object"},"regex":null}`, `"structured_outputs":{"regex":"a|b"}`,
		`"structured_outputs":{"choice":["yes","no"]}`, `"structured_outputs":{"grammar":"root ::= \"a\""}`,
		`"structured_outputs":{"json_object":true,"disable_any_whitespace":true}`,
		`"json_schema":{"type":"object"}`, `"grammar":"root ::= \"yes\" | \"no\""`,
		`"logit_bias":{}`, `"logit_bias":{"50256":-100}`, `"logit_bias":[[5,-1.5],["word",false]]`,
		`"stop":"x"`, `"stop":["x","\n"]`, `"stop":[]`, `"logprobs":true`, `"top_logprobs":20`, `"logprobs":5`,
		`"chat_template_kwargs":{"enable_thinking":false}`, `"continue_final_message":true`, `"reasoning_effort":"low"`, `"reasoning_format":"none"`, `"truncation_side":"left"`,
		`"samplers":["top_k","temperature"]`, `"samplers":"kt"`, `"dry_sequence_breakers":["\n"]`, `"seed":-1`, `"top_k":-1`,
		`"temperature":0`, `"temperature":0.0`, `"repeat_last_n":64`, `"bad_words":["x"]`, `"allowed_token_ids":[1,2]`,
		`"messages":[{"role":"user","content":[{"type":"text","text":"a"},"b",{"type":"refusal","refusal":"c"}]}]`,
		`"messages":[{"role":"assistant","tool_calls":[{"id":"1","type":"function","function":{"name":"f","arguments":"{\"a\":[1]}"}}]},` +
			`{"role":"tool","tool_call_id":"1","name":"f","content":[{"type":"text","text":"x","cache_control":{"type":"ephemeral"}}]}]`,
		`"messages":[{"role":"assistant","function_call":{"name":"f","arguments":"{}"}},{"role":"user","content":[]}]`,
	} {
		body := `{"max_tokens":5,` + field + `}`
		if admitted, refused := admit(body); refused != nil || string(admitted.Forward) != body {
			t.Errorf("%s became %s, %+v", body, admitted.Forward, refused)
		}
	}
}

// Every listed field is of one kind, so that a value of each other kind is refused with its name.
func TestAdmitRefusesAWrongKind(t *testing.T) {
	taken := map[string]string{"tool_choice": `[]{}5true"x"`}
	for _, rule := range listed {
		route := chatRoute
		if rule.routes&chat == 0 {
			route = completionsRoute
		}
		right := 0
		for _, value := range []string{`[]`, `{}`, `5`, `true`, `"x"`} {
			_, refused := Admit(fmt.Appendf(nil, `{"%s":%s}`, rule.name, value), route, Limits{})
			if refused == nil {
				right++
			} else if refused.Param != rule.name || !strings.Contains(refused.Message, "'"+rule.name+"'") {
				t.Errorf("%s %s: %+v", rule.name, value, refused)
			}
		}
		if right > 2 && taken[rule.name] == "" {
			t.Errorf("%s takes %d kinds", rule.name, right)
		}
	}
}

func TestFieldsAreListedOnce(t *testing.T) {
	if len(fields) != len(listed) {
		t.Errorf("%d fields, %d names", len(listed), len(fields))
	}
	for _, never := range []string{
		"chat_template", "lora", "id_slot", "priority", "kv_transfer_params", "prompt_logprobs", "use_beam_search", "request_id",
		"prompt_embeds", "mm_processor_kwargs", "media_io_kwargs", "t_max_predict_ms", "response_fields", "n_discard", "verbose",
		"grammar_triggers", "chat_parser", "vllm_xargs", "documents", "sse_ping_interval",
	} {
		if _, found := fields[never]; found {
			t.Errorf("%s must never pass", never)
		}
	}
}
