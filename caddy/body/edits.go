package body

import (
	"bytes"
	"strconv"
)

// boundLength bounds the answer if the client did not.
func (a *admission) boundLength() {
	if a.limits.MaxTokens == 0 || a.find("max_tokens") != nil {
		return
	}
	length := strconv.Itoa(a.limits.MaxTokens)
	if given := a.find("max_completion_tokens"); given != nil {
		if a.route == chat {
			return // TGI treats it as the same field and refuses both together
		}
		length = string(a.data[given.value:given.end]) // vLLM and TGI do not read it here
	}
	a.set("max_tokens", length)
}

// askForUsage makes a stream report its usage, which the gateway counts.
func (a *admission) askForUsage() {
	if a.hidden = a.stream && !a.tellsUsage; !a.hidden {
		return
	}
	const asked = `"include_usage":true`
	given := a.find("stream_options")
	switch {
	case given == nil:
		a.set("stream_options", "{"+asked+"}")
	case a.usageAt.end > 0:
		a.set("stream_options", string(a.data[given.value:a.usageAt.begin])+"true"+string(a.data[a.usageAt.end:given.end]))
	default:
		rest := bytes.TrimLeft(a.data[given.value+1:given.end], " \t\r\n")
		if rest[0] != '}' {
			rest = append([]byte{','}, rest...)
		}
		a.set("stream_options", "{"+asked+string(rest))
	}
}

// set replaces a member's value, or adds the member in front of all others.
func (a *admission) set(name, value string) {
	a.changed = true
	for i := range a.members {
		if a.members[i].name == name {
			a.members[i].by = value
			return
		}
	}
	a.first = append(a.first, `"`+name+`":`+value)
}

// forward returns the bytes for the engine: the client's own if nothing changed.
func (a *admission) forward() []byte {
	if !a.changed {
		return a.data
	}
	size := 2
	for _, text := range a.first {
		size += len(text) + 1
	}
	for _, m := range a.members {
		size += m.end - m.begin + len(m.by) + 1
	}
	out := append(make([]byte, 0, size), '{')
	for _, text := range a.first {
		out = append(append(out, text...), ',')
	}
	for _, m := range a.members {
		if m.by == "" {
			out = append(out, a.data[m.begin:m.end]...)
		} else {
			out = append(append(out, a.data[m.begin:m.value]...), m.by...)
		}
		out = append(out, ',')
	}
	return append(bytes.TrimSuffix(out, []byte{','}), '}')
}
