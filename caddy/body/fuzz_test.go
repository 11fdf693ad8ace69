package body

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

type pair struct{ name, value string }

// pairs reads the members of an object by encoding/json, which shares no code with this package.
func pairs(t *testing.T, text []byte) []pair {
	t.Helper()
	decoder := json.NewDecoder(bytes.NewReader(text))
	if token, err := decoder.Token(); token != json.Delim('{') {
		t.Fatalf("%q is not an object: %v", text, err)
	}
	var all []pair
	for decoder.More() {
		name, _ := decoder.Token()
		var value json.RawMessage
		if err := decoder.Decode(&value); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		all = append(all, pair{name.(string), string(value)})
	}
	return all
}

// Whatever a client sends: what passes is JSON, bounded, and made of the client's own listed members, in their order.
func FuzzAdmit(f *testing.F) {
	for _, seed := range []string{
		`{}`, `{"max_tokens":5,"stream":true,"n":null}`, `{"a":{"n":9},"stream_options":{}}`, `[`, "\ufeff{}", `{"n":1,"n":2}`,
		`{"prompt":["a","b"],"n":2}`, `{"prompt":[[1],[2]]}`, `{"prompt":[1,2]}`, `{"stop":["x"],"logit_bias":{"5":-1}}`,
		`{"messages":[{"role":"user","content":[{"type":"text","text":"\ud834\udd1e"}],"tool_calls":[{"function":{"arguments":"{\"a\":[]}"}}]}]}`,
		`{"tools":[{"type":"function","function":{"name":"f","parameters":{"$defs":{"e":{"enum":[1]}},"$ref":"#/$defs/e"}}}]}`,
		`{"response_format":{"type":"json_schema","json_schema":{"schema":{"anyOf":[{"$ref":"#"},{"pattern":"(a|b){2,5}[c-d]*"}]}}}}`,
		`{"grammar":"root ::= (a | [b-c]{2,3})? # x\na ::= \"x\" .*","structured_outputs":{"regex":"a{,5}\\(b)?"}}`,
		`{"max_completion_tokens":1e1,"stream":true,"stream_options":{"a":1,"include_usage":false}}`, ` { "x" : [ { } ] , "n" : 1 } `,
		`{"chat_template_kwargs":{"enable_thinking":false},"tool_choice":{"type":"auto"},"guided_json":{}}`, `{"json_schema":{"type":[]}}`,
	} {
		f.Add([]byte(seed), true)
		f.Add([]byte(seed), false)
	}
	f.Fuzz(func(t *testing.T, content []byte, isChat bool) {
		route, bit := completionsRoute, completions
		if isChat {
			route, bit = chatRoute, chat
		}
		given := bytes.Clone(content)
		admitted, refused := Admit(content, route, limits)
		if !bytes.Equal(given, content) {
			t.Fatalf("%q was changed to %q", given, content)
		}
		if refused != nil {
			isObject := json.Valid(content) && bytes.HasPrefix(bytes.TrimLeft(content, " \t\r\n"), []byte("{"))
			if refused.Code == "invalid_json" && isObject && utf8.Valid(content) && !bytes.Contains(bytes.ToLower(content), []byte(`\ud`)) {
				t.Errorf("%q: %+v", content, refused)
			}
			if refused.Status != 400 || !utf8.ValidString(refused.Param) || len(refused.Param) > maxNameLength+20 {
				t.Errorf("%q: %+v", content, refused)
			}
			return
		}
		if !json.Valid(content) || !json.Valid(admitted.Forward) || !utf8.Valid(admitted.Forward) {
			t.Fatalf("%q became %q", content, admitted.Forward)
		}
		var want, got []pair
		for _, p := range pairs(t, content) {
			rule, found := fields[p.name]
			switch {
			case found && rule.routes&bit != 0:
				want = append(want, p)
			case p.value != "null" && !slices.Contains(admitted.Dropped, printable(p.name)):
				t.Errorf("%q: %q was not named", content, p.name)
			}
		}
		usage := false
		for _, p := range pairs(t, admitted.Forward) {
			switch p.name {
			case "max_tokens", "max_completion_tokens", "n_predict":
				var number *float64
				if json.Unmarshal([]byte(p.value), &number) != nil || number != nil && (*number < 0 || *number > 100) {
					t.Errorf("%q became %q", content, admitted.Forward)
				}
			case "stream_options":
				usage = strings.Contains(p.value, `"include_usage"`)
			}
			got = append(got, p)
		}
		edited := func(p pair) bool { return p.name == "max_tokens" || p.name == "stream_options" }
		want, got = slices.DeleteFunc(want, edited), slices.DeleteFunc(got, edited)
		if !slices.Equal(want, got) {
			t.Errorf("%q became %q", content, admitted.Forward)
		}
		if admitted.Texts < 1 || admitted.Texts > limits.MaxN || admitted.Hidden && !(admitted.Stream && usage) {
			t.Errorf("%q: %+v", content, admitted)
		}
		again, refused := Admit(admitted.Forward, route, limits)
		if refused != nil || !bytes.Equal(again.Forward, admitted.Forward) || again.Hidden || again.Texts != admitted.Texts {
			t.Errorf("%q became %q, and that %q, %+v", content, admitted.Forward, again.Forward, refused)
		}
	})
}

// A grammar that passes has no recursive rule.
func FuzzGrammar(f *testing.F) {
	for _, seed := range []string{
		`root ::= "a"`, "root ::= a b*\na ::= [x]\nb ::= a | (a)?", "a ::= b\nb ::= a", `root ::= ("a"{2,3} | "b"){,5}`, "x ::= <t> !<[5]> .+ # c",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, grammar string) {
		text, _ := json.Marshal(map[string]string{"grammar": grammar})
		if _, refused := Admit(text, chatRoute, limits); refused != nil && refused.Code == "invalid_json" {
			t.Errorf("%q: %+v", grammar, refused)
		}
	})
}
