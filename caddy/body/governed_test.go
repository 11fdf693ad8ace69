package body

import (
	"strings"
	"testing"
)

func TestCompletionBoundField(t *testing.T) {
	for body, want := range map[string]string{
		`{"prompt":"x"}`: `{"max_tokens":100,"prompt":"x"}`,
		`{"prompt":"x","max_completion_tokens":7}`:                `{"max_tokens":7,"prompt":"x","max_completion_tokens":7}`,
		`{"prompt":"x","max_tokens":3,"max_completion_tokens":7}`: `{"prompt":"x","max_tokens":3,"max_completion_tokens":7}`,
	} {
		if admitted, refused := Admit([]byte(body), completionsRoute, limits); string(admitted.Forward) != want || refused != nil {
			t.Errorf("%s became %s, want %s, %+v", body, admitted.Forward, want, refused)
		}
	}
}

func TestStreamIsAskedForUsage(t *testing.T) {
	const asked = `{"include_usage":true}`
	for body, want := range map[string]string{
		`{"max_tokens":5,"stream":true}`:                                                  `{"stream_options":` + asked + `,"max_tokens":5,"stream":true}`,
		`{"stream":true}`:                                                                 `{"max_tokens":100,"stream_options":` + asked + `,"stream":true}`,
		`{"stream_options": null ,"max_tokens":5,"stream":true}`:                          `{"stream_options": ` + asked + `,"max_tokens":5,"stream":true}`,
		`{"stream":true,"stream_options":{"include_usage":false},"max_tokens":null}`:      `{"stream":true,"stream_options":` + asked + `,"max_tokens":100}`,
		`{"max_tokens":5,"stream_options":{"x":1.50},"stream":true}`:                      `{"max_tokens":5,"stream_options":{"include_usage":true,"x":1.50},"stream":true}`,
		`{"max_tokens":5,"stream_options":{ },"stream":true}`:                             `{"max_tokens":5,"stream_options":{"include_usage":true},"stream":true}`,
		`{"max_tokens":5,"stream_options":{"a":[],"include_usage": null },"stream":true}`: `{"max_tokens":5,"stream_options":{"a":[],"include_usage": true },"stream":true}`,
	} {
		admitted, refused := admit(body)
		if string(admitted.Forward) != want || !admitted.Hidden || !admitted.Stream || refused != nil {
			t.Errorf("%s became %s, want %s, %+v, %+v", body, admitted.Forward, want, admitted, refused)
		}
	}
	if admitted, _ := admit(`{"stream":false,"stream_options":{"include_usage":false},"max_tokens":5}`); admitted.Stream || admitted.Hidden {
		t.Error("it is not a stream")
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
		`{"max_tokens":-1}`:                               {"max_tokens", below},
		`{"max_tokens":-0}`:                               {"max_tokens", below},
		`{"max_tokens":100.5}`:                            {"max_tokens", above},
		`{"max_tokens":5.5}`:                              {"max_tokens", kind},
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
		`{"messages":[{"content":"a","content":"b"}]}`:    {"messages[0].content", "duplicate"},
		`{"stream":1}`:                                    {"stream", kind},
		`{"stream":"true"}`:                               {"stream", kind},
		`{"stream":true,"stream_options":[]}`:             {"stream_options", kind},
		`{"stream":true,"stream_options":"x"}`:            {"stream_options", kind},
	} {
		refused(t, body, chatRoute, limits, want[1], want[0])
	}
	if made := refused(t, `{"max_tokens":101}`, chatRoute, limits, above, "max_tokens"); made.Message !=
		"Invalid 'max_tokens': this gateway allows 100 at most (GATEWAY_MAX_TOKENS)." {
		t.Error(made.Message)
	}
}

func TestZeroTokensMayBeAsked(t *testing.T) {
	for _, name := range []string{"max_tokens", "max_completion_tokens", "n_predict"} {
		body := `{"echo":true,"max_tokens":0,"` + name + `":0}`
		if name == "max_tokens" {
			body = `{"echo":true,"max_tokens":0}`
		}
		if admitted, refused := Admit([]byte(body), completionsRoute, limits); string(admitted.Forward) != body || refused != nil {
			t.Errorf("%s became %s, %+v", body, admitted.Forward, refused)
		}
	}
}

func TestZeroIsNoLimit(t *testing.T) {
	for _, body := range []string{`{}`, `{"max_tokens":2147483647,"n":1024}`} {
		if admitted, refused := Admit([]byte(body), chatRoute, Limits{}); string(admitted.Forward) != body || refused != nil {
			t.Errorf("%s became %s, %+v", body, admitted.Forward, refused)
		}
	}
	// Refuses lengths that llama.cpp treats as unbounded, and lengths that no engine can count, under any setting.
	refused(t, `{"max_tokens":-1}`, chatRoute, Limits{}, "integer_below_min_value", "max_tokens")
	refused(t, `{"n":1025}`, chatRoute, Limits{}, "integer_above_max_value", "n")
}

func TestListCountsAsItsLength(t *testing.T) {
	for body, want := range map[string]int{
		`{"prompt":"x"}`:                              1,
		`{}`:                                          1,
		`{"prompt":null}`:                             1,
		`{"prompt":["x"]}`:                            1,
		`{"prompt":["x","y","z","w"]}`:                4,
		`{"prompt":[1,2,3,4,5,6,7,8,9]}`:              1,
		`{"prompt":[[1,2],[3],[]]}`:                   3,
		`{"prompt":[ "a,]\\\"[" , "\\\\" ,"" ]}`:      3,
		"{\"prompt\":[ [1 ,2]\n, [ ] , [3]]}":         3,
		`{"prompt":["x","y"],"n":2}`:                  4,
		`{"n":2,"best_of":3,"n_cmpl":1,"prompt":"x"}`: 3,
		`{"best_of":2,"n":null,"prompt":[[1],[2]]}`:   4,
	} {
		if admitted, refused := Admit([]byte(body), completionsRoute, limits); refused != nil || admitted.Texts != want {
			t.Errorf("%s counts as %d, want %d, %+v", body, admitted.Texts, want, refused)
		}
	}
	if admitted, refused := admit(`{"n":3,"messages":[{"role":"user","content":"x"}]}`); refused != nil || admitted.Texts != 3 {
		t.Errorf("%+v %+v", admitted, refused)
	}
	many := `{"prompt":["` + strings.Repeat(`x","`, 2999) + `x"]}`
	for body, want := range map[string]string{
		many:                             "Invalid 'prompt': it asks for 3000 texts, but this gateway allows 4 (GATEWAY_MAX_N).",
		`{"prompt":["a","b","c"],"n":2}`: "Invalid 'prompt': it asks for 3 texts times 2 answers, but this gateway allows 4 (GATEWAY_MAX_N).",
	} {
		made := refused(t, body, completionsRoute, limits, "array_above_max_length", "prompt")
		if made.Message != want {
			t.Error(made.Message)
		}
	}
	made := refused(t, many, completionsRoute, Limits{}, "array_above_max_length", "prompt")
	if made.Message != "Invalid 'prompt': it asks for 3000 texts, but this gateway allows 1024." {
		t.Error(made.Message)
	}
	refused(t, `{"prompt":[]}`, completionsRoute, limits, "invalid_value", "prompt")
	for _, prompt := range []string{
		`5`, `{}`, `[1,"a"]`, `["a",1]`, `[["a"]]`, `[[1],2]`, `[1,[2]]`, `["a",[2]]`, `[{"prompt_string":"a"}]`, `[null]`, `[true]`,
		`[[[1]]]`, `[-1]`, `[1.5]`, `[1e3]`, `[[1],[-2]]`, `[[1,null]]`, `[1,true]`,
	} {
		refused(t, `{"prompt":`+prompt+`}`, completionsRoute, limits, "invalid_type", "prompt")
	}
}
