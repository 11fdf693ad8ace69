package body

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"student-llm/gateway/refusal"
)

// check reads the next value, which is not null, and refuses a value that may not pass.
type check func(a *admission) *refusal.Refusal

// wrong refuses the field's value.
func (a *admission) wrong(code, format string, values ...any) *refusal.Refusal {
	made := refusal.BadRequest(a.place(), code, format, values...)
	made.Message = "Invalid '" + made.Param + "': " + made.Message
	return made
}

// kinds refuses a value of a kind that is not listed.
func (a *admission) kinds(expected string, kinds ...jsontext.Kind) *refusal.Refusal {
	next := a.kind()
	for _, kind := range kinds {
		if kind == next {
			return nil
		}
	}
	if next == 0 {
		return a.token() // refuses text that is not JSON
	}
	return a.wrong("invalid_type", "expected %s.", expected)
}

// boolean accepts true and false.
func boolean(a *admission) *refusal.Refusal {
	if refused := a.kinds("true or false", isTrue, isFalse); refused != nil {
		return refused
	}
	return a.token()
}

// decimal accepts a number within bounds.
func decimal(least, most float64) check {
	return func(a *admission) *refusal.Refusal {
		_, refused := a.number("decimal", least, most, "")
		return refused
	}
}

// integer accepts a whole number within bounds.
func integer(least, most float64) check {
	return func(a *admission) *refusal.Refusal {
		_, refused := a.number("integer", least, most, "")
		return refused
	}
}

// number reads a number within bounds; form is "integer" or "decimal". setting names the operator's setting of the upper
// bound, if there is one.
func (a *admission) number(form string, least, most float64, setting string) (float64, *refusal.Refusal) {
	if refused := a.kinds("a number", isNumber); refused != nil {
		return 0, refused
	}
	text, refused := a.scalar()
	if refused != nil {
		return 0, refused
	}
	number, err := strconv.ParseFloat(string(text), 64) // is infinite, with an error, if too large
	switch {
	case number < least || text[0] == '-' && least >= 0 && form == "integer":
		return 0, a.wrong(form+"_below_min_value", "expected %s or more.", plain(least))
	case number > most || err != nil:
		return 0, a.wrong(form+"_above_max_value", "this gateway allows %s at most%s.", plain(most), setting)
	case form == "integer" && number != math.Trunc(number):
		return 0, a.wrong("invalid_type", "expected a whole number.")
	}
	return number, nil
}

func plain(number float64) string { return strconv.FormatFloat(number, 'f', -1, 64) }

// text accepts a string of bounded length.
func text(most int) check {
	return func(a *admission) *refusal.Refusal {
		_, refused := a.string(most)
		return refused
	}
}

func (a *admission) string(most int) ([]byte, *refusal.Refusal) {
	if refused := a.kinds("a string", isString); refused != nil {
		return nil, refused
	}
	text, refused := a.text()
	if refused == nil && len(text) > most {
		refused = a.wrong("string_above_max_length", "expected at most %d bytes, this has %d.", most, len(text))
	}
	return text, refused
}

// oneOf accepts one of a few strings.
func oneOf(words ...string) check {
	return func(a *admission) *refusal.Refusal {
		text, refused := a.string(maxNameLength)
		if refused == nil && !slices.Contains(words, string(text)) {
			refused = a.wrong("invalid_value", "expected one of %s.", strings.Join(words, ", "))
		}
		return refused
	}
}

// list accepts an array of bounded length whose elements pass a check.
func list(most int, each check) check {
	return func(a *admission) *refusal.Refusal {
		return a.list(most, func(int) *refusal.Refusal { return each(a) })
	}
}

func (a *admission) list(most int, each func(place int) *refusal.Refusal) *refusal.Refusal {
	if refused := a.kinds("a list", isArray); refused != nil {
		return refused
	}
	return a.array(func(place int) *refusal.Refusal {
		if place >= most {
			return a.wrong("array_above_max_length", "expected at most %d elements.", most)
		}
		return each(place)
	})
}

// either checks a value of one kind by one check, and all others by the other.
func either(kind jsontext.Kind, one, other check) check {
	return func(a *admission) *refusal.Refusal {
		if a.kind() == kind {
			return one(a)
		}
		return other(a)
	}
}

// small accepts a value of any kind and bounded size.
func small(a *admission) *refusal.Refusal {
	begin := a.start()
	if refused := a.skip(); refused != nil {
		return refused
	}
	if size := a.offset() - begin; size > maxSmallBytes {
		return a.wrong("value_too_large", "expected at most %d bytes, this has %d.", maxSmallBytes, size)
	}
	return nil
}

// tokenIDs accepts a list of token numbers.
var tokenIDs = list(maxTokenIDs, integer(0, math.MaxInt32))

// bias accepts logit_bias: an object of numbers by token, or llama.cpp's list of [token, number or false].
func bias(a *admission) *refusal.Refusal {
	value := either(isFalse, boolean, decimal(-1e6, 1e6))
	if a.kind() == isArray {
		token := either(isString, text(maxNameLength), integer(0, math.MaxInt32))
		return a.list(maxLogitBias, func(int) *refusal.Refusal {
			return a.list(2, func(place int) *refusal.Refusal {
				if place == 0 {
					return token(a)
				}
				return value(a)
			})
		})
	}
	if refused := a.kinds("an object", isObject); refused != nil {
		return refused
	}
	entries := 0
	return a.object(func(name []byte) *refusal.Refusal {
		if entries++; entries > maxLogitBias {
			return a.wrong("object_above_max_properties", "expected at most %d entries.", maxLogitBias)
		}
		if len(name) > maxNameLength {
			return a.wrong("string_above_max_length", "expected tokens of at most %d bytes.", maxNameLength)
		}
		return value(a)
	})
}

// templateSettings accepts chat_template_kwargs: variables of the model's template. It refuses a template, and variables
// that vLLM would pass to the tokenizer.
func templateSettings(a *admission) *refusal.Refusal {
	if refused := a.kinds("an object", isObject); refused != nil {
		return refused
	}
	begin := a.start()
	refused := a.object(func(name []byte) *refusal.Refusal {
		switch string(name) {
		case "chat_template", "tokenize", "padding", "truncation", "max_length", "return_tensors", "return_dict",
			"return_assistant_tokens_mask", "tokenizer_kwargs":
			return a.wrong("invalid_value", "'%s' may not be set by a client.", name)
		}
		return a.skip()
	})
	if size := a.offset() - begin; refused == nil && size > maxSmallBytes {
		return a.wrong("value_too_large", "expected at most %d bytes, this has %d.", maxSmallBytes, size)
	}
	return refused
}
