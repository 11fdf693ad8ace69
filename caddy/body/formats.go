package body

import "student-llm/gateway/refusal"

// responseFormat accepts response_format as OpenAI, llama.cpp and TGI write it.
func responseFormat(a *admission) *refusal.Refusal {
	if refused := a.kinds("an object", isObject); refused != nil {
		return refused
	}
	t, refused := a.tree()
	if refused != nil {
		return refused
	}
	kind := t.named(0, "type")
	if kind < 0 || t.kind(kind) != isString {
		return a.wrong("invalid_value", "expected a 'type'.")
	}
	value := t.named(0, "value")
	switch name := string(t.text(kind)); name {
	case "text", "json_object", "json_schema", "json":
	case "regex":
		if value < 0 || t.kind(value) != isString {
			return a.wrong("invalid_type", "expected a string as 'value'.")
		}
		_, refused := a.pattern(t.text(value))
		return refused
	default:
		return a.wrong("invalid_value", "the type '%s' is not supported. Use 'json_schema', 'json_object' or 'text'.",
			printable(name))
	}
	for _, root := range []int{
		t.named(0, "schema"), t.named(t.named(0, "json_schema"), "schema"), value, t.named(value, "schema"),
	} {
		if root < 0 {
			continue
		}
		if refused := a.schema(t, root); refused != nil {
			return refused
		}
	}
	return nil
}

// jsonSchema accepts llama.cpp's json_schema, a bare schema.
func jsonSchema(a *admission) *refusal.Refusal {
	t, refused := a.tree()
	if refused != nil {
		return refused
	}
	return a.schema(t, 0)
}

// tools accepts the tools that the model may call.
func tools(a *admission) *refusal.Refusal {
	return a.list(maxTools, func(int) *refusal.Refusal {
		if refused := a.kinds("a list of objects", isObject); refused != nil {
			return refused
		}
		t, refused := a.tree()
		if refused != nil {
			return refused
		}
		for _, name := range []string{"parameters", "arguments"} { // the latter is TGI's
			if root := t.named(t.named(0, "function"), name); root >= 0 {
				if refused := a.schema(t, root); refused != nil {
					return refused
				}
			}
		}
		return nil
	})
}

// structuredOutputs accepts vLLM's structured_outputs.
func structuredOutputs(a *admission) *refusal.Refusal {
	if refused := a.kinds("an object", isObject); refused != nil {
		return refused
	}
	return a.object(func(name []byte) *refusal.Refusal {
		switch {
		case a.kind() == isNull:
			return a.token()
		case string(name) == "json":
			return jsonSchema(a)
		case string(name) == "regex" || string(name) == "whitespace_pattern":
			text, refused := a.string(maxPatternBytes)
			if refused == nil {
				_, refused = a.pattern(text)
			}
			return refused
		case string(name) == "choice":
			return list(maxAlternatives, text(maxWordLength))(a)
		case string(name) == "grammar":
			text, refused := a.string(maxGrammarBytes)
			if refused == nil && brackets(text) > maxDepth {
				refused = a.wrong("nested_too_deep", "the grammar is nested deeper than %d levels.", maxDepth)
			}
			return refused
		case string(name) == "json_object" || string(name) == "disable_any_whitespace" ||
			string(name) == "disable_additional_properties":
			return boolean(a)
		}
		return a.wrong("invalid_value", "'%s' is not supported.", printable(string(name)))
	})
}
