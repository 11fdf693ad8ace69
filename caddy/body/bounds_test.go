package body

import (
	"fmt"
	"strings"
	"testing"
)

// listOf writes a list of n values, each made by a format that may take its place.
func listOf(n int, format string) string {
	values := make([]string, n)
	for i := range values {
		values[i] = format
		if strings.Contains(format, "%") {
			values[i] = fmt.Sprintf(format, i)
		}
	}
	return "[" + strings.Join(values, ",") + "]"
}

func objectOf(n int, value string) string {
	members := make([]string, n)
	for i := range members {
		members[i] = fmt.Sprintf(`"%d":%s`, i, value)
	}
	return "{" + strings.Join(members, ",") + "}"
}

func quoted(n int) string { return `"` + strings.Repeat("x", n) + `"` }

func nested(n int) string { return strings.Repeat("[", n) + strings.Repeat("]", n) }

// Each bound lets its last value pass, and refuses the next one with the field's name.
func TestEachBoundAtItsEdge(t *testing.T) {
	const array, length, object = "array_above_max_length", "string_above_max_length", "object_above_max_properties"
	message := func(content string) string { return `[{"role":"user","content":` + content + `}]` }
	call := func(arguments string) string {
		return `[{"role":"assistant","tool_calls":[{"function":{"arguments":"` + arguments + `"}}]}]`
	}
	schema := func(schema string) string { return `{"type":"json_schema","json_schema":{"schema":` + schema + `}}` }
	for _, bound := range []struct {
		field      string
		last, next string // values
		code       string
		param      string // if it is not the field
	}{
		{"chat_template_kwargs", `{"a":` + nested(maxDepth-2) + `}`, `{"a":` + nested(maxDepth-1) + `}`, "nested_too_deep", ""},
		{"tool_choice", nested(maxDepth - 1), nested(maxDepth), "nested_too_deep", ""},
		{"unlisted", nested(maxDepth - 1), nested(maxDepth), "nested_too_deep", ""},
		{"messages", message(`[{"type":"text","x":` + nested(maxDepth-5) + `}]`),
			message(`[{"type":"text","x":` + nested(maxDepth-4) + `}]`), "nested_too_deep", "messages[0].content"},
		{"messages", listOf(maxMessages, `{"content":""}`), listOf(maxMessages+1, `{"content":""}`), array, ""},
		{"messages", `[{"tool_calls":` + listOf(maxTools, "{}") + `}]`, `[{"tool_calls":` + listOf(maxTools+1, "{}") + `}]`,
			array, "messages[0].tool_calls"},
		{"messages", call(nested(maxDepth)), call(nested(maxDepth + 1)), "nested_too_deep", "messages[0].tool_calls"},
		{"messages", `[{"function_call":{"arguments":"` + nested(maxDepth) + `"}}]`,
			`[{"function_call":{"arguments":"` + nested(maxDepth+1) + `"}}]`, "nested_too_deep", "messages[0].function_call"},
		{"tools", listOf(maxTools, "{}"), listOf(maxTools+1, "{}"), array, ""},
		{"tools", `[{"function":{"description":` + quoted(maxSchemaBytes-31) + `}}]`,
			`[{"function":{"description":` + quoted(maxSchemaBytes-30) + `}}]`, "value_too_large", ""},
		{"response_format", schema(`{"enum":` + listOf(maxAlternatives, "%d") + `}`),
			schema(`{"enum":` + listOf(maxAlternatives+1, "%d") + `}`), "schema_too_complex", ""},
		{"json_schema", `{"type":"string","maxLength":100000}`, `{"type":"string","maxLength":100001}`, "invalid_value", ""},
		{"json_schema", `{"minimum":1e15,"maximum":1e300}`, `{"minimum":1000000000000001}`, "invalid_value", ""},
		{"json_schema", `{"maximum":-1e15,"minimum":-1e300}`, `{"exclusiveMaximum":-1000000000000001}`, "invalid_value", ""},
		{"json_schema", `{"minItems":10000}`, `{"minItems":1e999}`, "invalid_value", ""},
		{"structured_outputs", `{"choice":` + listOf(maxAlternatives, `"x"`) + `}`,
			`{"choice":` + listOf(maxAlternatives+1, `"x"`) + `}`, array, ""},
		{"structured_outputs", `{"regex":` + quoted(maxPatternBytes) + `}`, `{"regex":` + quoted(maxPatternBytes+1) + `}`, length, ""},
		{"structured_outputs", `{"grammar":` + quoted(maxGrammarBytes) + `}`, `{"grammar":` + quoted(maxGrammarBytes+1) + `}`, length, ""},
		{"structured_outputs", `{"grammar":"` + strings.Repeat("(", maxDepth) + `"}`,
			`{"grammar":"` + strings.Repeat("(", maxDepth+1) + `"}`, "nested_too_deep", ""},
		{"grammar", `"root ::= [x] # ` + strings.Repeat("x", maxGrammarBytes-15) + `"`,
			`"root ::= [x] # ` + strings.Repeat("x", maxGrammarBytes-14) + `"`, length, ""},
		{"grammar", `"root ::= ` + strings.Repeat("(", maxDepth) + "[x]" + strings.Repeat(")", maxDepth) + `"`,
			`"root ::= ` + strings.Repeat("(", maxDepth+1) + "[x]" + strings.Repeat(")", maxDepth+1) + `"`, "pattern_too_complex", ""},
		{"stop", listOf(maxStops, quoted(maxStopLength)), listOf(maxStops+1, `"x"`), array, ""},
		{"stop", quoted(maxStopLength), quoted(maxStopLength + 1), length, ""},
		{"stop", `["x",` + quoted(maxStopLength) + `]`, `["x",` + quoted(maxStopLength+1) + `]`, length, ""},
		{"logit_bias", objectOf(maxLogitBias, "1"), objectOf(maxLogitBias+1, "1"), object, ""},
		{"logit_bias", listOf(maxLogitBias, "[1,2]"), listOf(maxLogitBias+1, "[1,2]"), array, ""},
		{"logit_bias", "[[1,2]]", "[[1,2,3]]", array, ""},
		{"logit_bias", `{"1":1e6}`, `{"1":1.1e6}`, "decimal_above_max_value", ""},
		{"stop_token_ids", listOf(maxTokenIDs, "7"), listOf(maxTokenIDs+1, "7"), array, ""},
		{"bad_words", listOf(maxWords, quoted(maxWordLength)), listOf(maxWords+1, `"x"`), array, ""},
		{"dry_sequence_breakers", listOf(maxBreakers, `"x"`), listOf(maxBreakers+1, `"x"`), array, ""},
		{"samplers", listOf(maxSamplers, `"top_k"`), listOf(maxSamplers+1, `"top_k"`), array, ""},
		{"top_logprobs", "20", "21", "integer_above_max_value", ""},
		{"top_logprobs", "0", "-1", "integer_below_min_value", ""},
		{"logprobs", "20", "21", "integer_above_max_value", ""},
		{"n_probs", "20", "21", "integer_above_max_value", ""},
		{"repeat_last_n", "65536", "65537", "integer_above_max_value", ""},
		{"dry_penalty_last_n", "65536", "2147483647", "integer_above_max_value", ""},
		{"temperature", "100", "100.1", "decimal_above_max_value", ""},
		{"temperature", "0.0", "-0.1", "decimal_below_min_value", ""},
		{"temperature", "1e-999", "1e999", "decimal_above_max_value", ""},
		{"top_p", "1.0", "1.01", "decimal_above_max_value", ""},
		{"top_k", "-1", "-2", "integer_below_min_value", ""},
		{"mirostat", "2", "3", "integer_above_max_value", ""},
		{"seed", "-9223372036854775808", "-1e30", "integer_below_min_value", ""},
		{"seed", "18446744073709551615", "1e30", "integer_above_max_value", ""},
		{"reasoning_format", `"auto"`, `"x"`, "invalid_value", ""},
		{"model", quoted(maxNameLength), quoted(maxNameLength + 1), length, ""},
		{"tool_choice", quoted(maxSmallBytes - 2), quoted(maxSmallBytes - 1), "value_too_large", ""},
		{"chat_template_kwargs", `{"a":` + quoted(maxSmallBytes-8) + `}`, `{"a":` + quoted(maxSmallBytes-7) + `}`, "value_too_large", ""},
	} {
		body := `{"max_tokens":5,"` + bound.field + `":`
		if admitted, refused := admit(body + bound.last + "}"); refused != nil {
			t.Errorf("%s %.60s: %s", bound.field, bound.last, refused.Message)
		} else if bound.field != "unlisted" && string(admitted.Forward) != body+bound.last+"}" {
			t.Errorf("%s %.60s became %.60s", bound.field, bound.last, admitted.Forward)
		}
		if bound.param == "" {
			bound.param = bound.field
		}
		refused(t, body+bound.next+"}", chatRoute, limits, bound.code, bound.param)
	}
}

func TestFieldsAreBounded(t *testing.T) {
	if admitted, refused := admit(objectOf(maxFields, "1")); refused != nil || len(admitted.Dropped) != maxFields {
		t.Errorf("%d %+v", len(admitted.Dropped), refused)
	}
	refused(t, objectOf(maxFields+1, "1"), chatRoute, limits, "too_many_fields", "")
}

func TestToolsAndSchemasAddUp(t *testing.T) {
	half := `"description":` + quoted(maxSchemaBytes/2)
	refused(t, `{"tools":[{"function":{`+half+`}}],"json_schema":{`+half+`}}`, chatRoute, limits, "value_too_large", "json_schema")
	refused(t, `{"tools":[{"function":{`+half+`}},{"function":{`+half+`}}]}`, chatRoute, limits, "value_too_large", "tools")
}

func TestOnlyTextIsAccepted(t *testing.T) {
	for _, part := range []string{
		`{"type":"image_url","image_url":{"url":"http://engine/"}}`, `{"type":"input_audio","input_audio":{"data":""}}`,
		`{"type":"file","file":{}}`, `{"type":"video_url"}`, `{"type":"image_embeds"}`, `{"type":"prompt_embeds","data":""}`,
		`{"image_url":"http://engine/"}`, `{"text":"x"}`, `{}`, `{"type":"text","uuid":"1","image_url":"http://engine/"}`,
		`{"typ\u0065":"image_url"}`, `{"type":"TEXT"}`,
	} {
		made := refused(t, `{"messages":[{"role":"system","content":"x"},{"role":"user","content":[{"type":"text","text":"x"},`+part+`]}]}`,
			chatRoute, limits, "invalid_value", "messages[1].content")
		if !strings.Contains(made.Message, "text only") {
			t.Error(made.Message)
		}
	}
	for _, content := range []string{`5`, `{}`, `true`, `[5]`, `[[]]`, `[null]`, `[{"type":5}]`, `[{"type":null}]`} {
		refused(t, `{"messages":[{"content":`+content+`}]}`, chatRoute, limits, "invalid_type", "messages[0].content")
	}
	for _, messages := range []string{`{}`, `"x"`, `["x"]`, `[[]]`, `[null]`} {
		refused(t, `{"messages":`+messages+`}`, chatRoute, limits, "invalid_type", "messages")
	}
	refused(t, `{"messages":[{"tool_calls":{}}]}`, chatRoute, limits, "invalid_type", "messages[0].tool_calls")
}

// JSON in a string is as deep as it is once its escapes are read.
func TestCallArgumentsAsEnginesRead(t *testing.T) {
	for text, want := range map[string]int{
		``: 0, `{}`: 1, `[{"a":[]}]`: 3, `"[["`: 0, `["\"[["]`: 1, `["\\",[]]`: 2, `]]]][[`: -2, `[[[`: 3, `["a`: 1,
	} {
		if got := levels([]byte(text)); got != max(want, 0) {
			t.Errorf("%s: %d, want %d", text, got, want)
		}
	}
	for _, bracket := range []string{`\u005b`, `{\"a\":`, `[\"\\\\\",`} {
		refused(t, `{"messages":[{"tool_calls":[{"function":{"arguments":"`+strings.Repeat(bracket, maxDepth+1)+`"}}]}]}`,
			chatRoute, limits, "nested_too_deep", "messages[0].tool_calls")
	}
	code := `{"max_tokens":5,"messages":[{"tool_calls":[{"function":{"arguments":"{\"code\":\"` + strings.Repeat("[{(", 999) + `\"}"}}]}]}`
	if _, refused := admit(code); refused != nil {
		t.Error(refused.Message)
	}
}

func TestTemplateGetsNoCode(t *testing.T) {
	for _, name := range []string{"chat_template", "tokenize", "padding", "max_length", `chat_templat\u0065`} {
		refused(t, `{"chat_template_kwargs":{"enable_thinking":true,"`+name+`":"{{ 1 }}"}}`, chatRoute, limits,
			"invalid_value", "chat_template_kwargs")
	}
}
