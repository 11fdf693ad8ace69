package body

import (
	"bytes"
	"fmt"
	"math"

	"student-llm/gateway/refusal"
)

// answerLength accepts a bound of an answer's length. 0 passes: OpenAI uses it to score a prompt with echo, llama.cpp writes
// one token, vLLM and TGI refuse it in their own words. A negative number means no bound to llama.cpp, so it is refused.
func answerLength(a *admission) *refusal.Refusal {
	most, setting := float64(math.MaxInt32), ""
	if a.limits.MaxTokens > 0 {
		most, setting = float64(a.limits.MaxTokens), " (GATEWAY_MAX_TOKENS)"
	}
	_, refused := a.number("integer", 0, most, setting)
	return refused
}

// answerCount accepts a number of answers to each prompt. If there are several such fields, the largest counts.
func answerCount(a *admission) *refusal.Refusal {
	most, setting := float64(maxTexts), ""
	if a.limits.MaxN > 0 {
		most, setting = float64(a.limits.MaxN), " (GATEWAY_MAX_N)"
	}
	count, refused := a.number("integer", 1, most, setting)
	a.answers = max(a.answers, int(count))
	return refused
}

// prompt accepts the prompt of a completion: a string, a list of strings, a prompt of tokens, or a list of those. A list may
// not mix kinds, because engines do not agree on the number of prompts in it.
func prompt(a *admission) *refusal.Refusal {
	if refused := a.kinds("a string or a list", isString, isArray); refused != nil {
		return refused
	}
	if a.kind() == isString {
		return a.token()
	}
	list, err := a.decoder.ReadValue()
	if err != nil {
		return a.refuse(err)
	}
	return a.prompts(list)
}

// prompts counts the prompts of a list that was read: of strings, of tokens or of lists of tokens. It takes a third of the
// time of reading 800,000 tokens one by one.
func (a *admission) prompts(list []byte) *refusal.Refusal {
	const blank = " \t\r\n"
	rest := bytes.Trim(list[1:len(list)-1], blank)
	if len(rest) == 0 {
		return a.wrong("invalid_value", "the list is empty.")
	}
	first := rest[0]
	if first != '"' && first != '[' && areTokens(rest) {
		return nil // of one prompt
	}
	a.texts = 0
	for ; len(rest) > 0; a.texts++ {
		end := 0 // of the element
		if rest[0] == first && first == '"' {
			end = stringEnd(rest)
		} else if close := bytes.IndexByte(rest, ']'); rest[0] == first && first == '[' && areTokens(rest[1:close]) {
			end = close + 1
		} else {
			return a.wrong("invalid_type", "expected a list of strings, of tokens or of lists of tokens, which are whole numbers.")
		}
		rest = bytes.TrimLeft(rest[end:], blank+",")
	}
	return nil
}

// areTokens reports whether a list contains only numbers of tokens.
func areTokens(list []byte) bool {
	var others byte // avoids a branch for each byte: a list of 800,000 tokens has 5 MB
	for _, c := range list {
		others |= noToken[c]
	}
	return others == 0
}

var noToken = func() (no [256]byte) {
	for c := range no {
		if !bytes.ContainsRune([]byte("0123456789, \t\r\n"), rune(c)) {
			no[c] = 1
		}
	}
	return no
}()

// stringEnd returns the end of the string at the beginning of a text.
func stringEnd(text []byte) int {
	for at := 1; ; at++ {
		at += bytes.IndexAny(text[at:], `"\`)
		if text[at] == '"' {
			return at + 1
		}
		at++
	}
}

// countTexts refuses more texts than one request may ask for.
func (a *admission) countTexts() *refusal.Refusal {
	most, setting := maxTexts, ""
	if a.limits.MaxN > 0 {
		most, setting = a.limits.MaxN, " (GATEWAY_MAX_N)"
	}
	if a.texts*a.answers <= most {
		return nil
	}
	a.field = "prompt"
	times := ""
	if a.answers > 1 {
		times = fmt.Sprintf(" times %d answers", a.answers)
	}
	return a.wrong("array_above_max_length", "it asks for %d texts%s, but this gateway allows %d%s.", a.texts, times, most, setting)
}

// stream reads whether the client asks for a stream.
func stream(a *admission) *refusal.Refusal {
	a.stream = a.kind() == isTrue
	return boolean(a)
}

// streamOptions reads whether the client asks for the stream's usage.
func streamOptions(a *admission) *refusal.Refusal {
	if refused := a.kinds("an object", isObject); refused != nil {
		return refused
	}
	return a.object(func(name []byte) *refusal.Refusal {
		if string(name) != "include_usage" {
			return a.skip()
		}
		a.tellsUsage, a.usageAt.begin = a.kind() == isTrue, a.start()
		refused := a.skip()
		a.usageAt.end = a.offset()
		return refused
	})
}
