package tokens

import (
	"net/http"
	"strings"

	"student-llm/gateway/exchange"
	"student-llm/gateway/limits"
	"student-llm/gateway/refusal"
)

// A request of several texts (prompts times answers) counts as so many requests a minute, and uses so many places in the
// engine.

// never refuses a request that has more texts than its limits can ever allow.
func (h *Handler) never(known *exchange.Exchange) *refusal.Refusal {
	refuse := func(most int, whose string) *refusal.Refusal {
		field := "n"
		if known.Route == "/v1/completions" {
			field = "prompt"
		}
		return refusal.BadRequest(field, "too_many_texts", "The request asks for %d texts (prompts times answers), and %s is %d. "+
			"Fix: fewer prompts or a smaller 'n' in one request.", known.Texts, whose, most)
	}
	switch {
	case h.MaxInFlight > 0 && known.Texts > h.MaxInFlight:
		return refuse(h.MaxInFlight, "the most that the model server accepts at once")
	case known.RPM > 0 && known.Texts > known.RPM:
		return refuse(known.RPM, "the key's limit of requests a minute")
	}
	return nil
}

// countTexts counts each text as a request. student_keys counted the first one before the body was read.
func countTexts(header http.Header, known *exchange.Exchange) *refusal.Refusal {
	if known.RPM == 0 || known.Texts == 1 {
		return nil
	}
	limits.Requests.Return(known.Key, 1)
	state := limits.Requests.Take(known.Key, known.Texts, known.RPM)
	limits.Requests.Tell(header, state)
	if state.Wait > 0 {
		return limits.Requests.Refuse(known.Key, state)
	}
	return nil
}

// uncount undoes the count of a request that another limit refuses, so that it fits when that limit allows it.
func uncount(header http.Header, known *exchange.Exchange, texts int) {
	if known.RPM > 0 {
		limits.Requests.Return(known.Key, texts)
		limits.Requests.Tell(header, limits.Requests.Look(known.Key, 0, known.RPM))
	}
}

const (
	droppedNames = 16
	droppedBytes = 512
)

// printable returns the first names of dropped fields, as text for a header and a log.
func printable(dropped []string) []string {
	var names []string
	left := droppedBytes
	for _, name := range dropped {
		name = strings.Map(func(c rune) rune {
			if c == '_' || c == '-' || c == '.' || '0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z' {
				return c
			}
			return '?'
		}, name)
		if left -= len(name) + len(", "); left < 0 || len(names) == droppedNames {
			break
		}
		names = append(names, name)
	}
	return names
}
