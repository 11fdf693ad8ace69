package access

import (
	"bytes"
	"time"
)

// textMembers are the bytes right before an engine's text, in a chat's and in a completion's event. All three engines
// write JSON without white space. An event of a chat that only names the role has an empty text.
var textMembers = [][]byte{[]byte(`"content":"`), []byte(`"text":"`), []byte(`"reasoning_content":"`), []byte(`"arguments":"`)}

// pace records when the first token and the latest event of a stream passed. It searches each part on its own and keeps
// nothing, so it may miss an event that comes in two parts; the next event then counts instead.
func (a *answer) pace(part []byte) {
	now := time.Since(a.known.Started)
	if a.firstToken == 0 && hasText(part) {
		a.firstToken = now
	}
	a.lastEvent = now
}

// hasText reports whether a part of a stream has text of the model.
func hasText(part []byte) bool {
	for _, name := range textMembers {
		for rest := part; ; {
			_, after, found := bytes.Cut(rest, name)
			if !found {
				break
			}
			if len(after) > 0 && after[0] != '"' {
				return true
			}
			rest = after
		}
	}
	return false
}

// perToken returns the mean time between two tokens of a stream, or 0 if there are none. It returns 0 for a stream of
// several texts too, because their tokens come at the same time.
func (a *answer) perToken() time.Duration {
	if a.known.Texts > 1 || a.known.TokensOut < 2 || a.firstToken == 0 {
		return 0
	}
	return (a.lastEvent - a.firstToken) / time.Duration(a.known.TokensOut-1)
}
