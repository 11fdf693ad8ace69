package body

import "student-llm/gateway/refusal"

// textParts are the kinds of parts that hold text. All others make an engine fetch an address or decode an image or a
// sound, which these models do not accept.
var textParts = map[string]bool{"text": true, "refusal": true, "input_text": true, "output_text": true, "thinking": true}

// messages accepts the messages of a chat: text only.
func messages(a *admission) *refusal.Refusal {
	return a.list(maxMessages, func(place int) *refusal.Refusal {
		if refused := a.kinds("a list of objects", isObject); refused != nil {
			return refused
		}
		return a.object(func(name []byte) *refusal.Refusal {
			if a.kind() == isNull { // counts as absent
				return a.token()
			}
			a.message = place
			defer func() { a.within = "" }()
			switch string(name) {
			case "content":
				a.within = "content"
				return a.content()
			case "tool_calls":
				a.within = "tool_calls"
				return a.list(maxTools, func(int) *refusal.Refusal { return a.arguments() })
			case "function_call":
				a.within = "function_call"
				return a.arguments()
			}
			return a.skip()
		})
	})
}

// content reads the content of a message: a string or a list of parts.
func (a *admission) content() *refusal.Refusal {
	if refused := a.kinds("a string or a list of parts", isString, isArray); refused != nil {
		return refused
	}
	if a.kind() == isString {
		return a.token()
	}
	return a.array(func(part int) *refusal.Refusal {
		if refused := a.kinds("strings and objects as parts", isString, isObject); refused != nil {
			return refused
		}
		if a.kind() == isString {
			return a.token()
		}
		kind := []byte{}
		if refused := a.object(func(name []byte) (refused *refusal.Refusal) {
			switch {
			case string(name) == "type":
				kind, refused = a.string(maxNameLength)
				return refused
			case string(name) == "uuid" && a.kind() != isNull: // vLLM then ignores the type
				return a.wrong("invalid_value", "part %d has a 'uuid'. This model reads text only.", part)
			}
			return a.skip()
		}); refused != nil {
			return refused
		}
		if !textParts[string(kind)] {
			return a.wrong("invalid_value", "part %d is of type '%s'. This model reads text only: send parts of type 'text'.",
				part, printable(string(kind)))
		}
		return nil
	})
}

// arguments reads a call of a tool. Its arguments are JSON in a string, which engines parse: 100,000 levels in it crash
// llama-server.
func (a *admission) arguments() *refusal.Refusal {
	if a.kind() != isObject {
		return a.skip()
	}
	return a.object(func(name []byte) *refusal.Refusal {
		switch {
		case string(name) == "function":
			return a.arguments()
		case string(name) != "arguments" || a.kind() != isString:
			return a.skip()
		}
		text, refused := a.text()
		if refused == nil && levels(text) > maxDepth {
			refused = a.wrong("nested_too_deep", "the arguments of a call are nested deeper than %d levels.", maxDepth)
		}
		return refused
	})
}

// levels returns the nesting depth of the objects and arrays of a JSON text, even if it is not valid to its end.
func levels(text []byte) int {
	depth, deepest, quoted := 0, 0, false
	for at := 0; at < len(text); at++ {
		switch c := text[at]; {
		case quoted && c == '\\':
			at++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{' || c == '[':
			depth++
			deepest = max(deepest, depth)
		case c == '}' || c == ']':
			depth--
		}
	}
	return deepest
}
