package body

import (
	"bytes"
	"errors"
	"strconv"
	"unicode/utf8"

	"student-llm/gateway/refusal"
)

// pattern refuses a regular expression that costs an engine too much. It returns the number of ways to continue a text.
func (a *admission) pattern(text []byte) (int, *refusal.Refusal) {
	if len(text) > maxPatternBytes {
		return 0, a.wrong("pattern_too_complex", "a regular expression may have %d bytes, but this one has %d.", maxPatternBytes, len(text))
	}
	p := patternReader{text: text}
	e := p.alternation(0)
	if p.deep {
		return 0, a.wrong("pattern_too_complex", "the regular expression is nested deeper than %d levels.", maxDepth)
	}
	if refused := a.affordable("regular expression", e); refused != nil {
		return 0, refused
	}
	return a.clear("regular expression", e)
}

// patternReader reads a regular expression. It treats unknown syntax as a character, which is not more permissive.
type patternReader struct {
	text []byte
	at   int
	deep bool
}

// alternation reads up to the end of the text or of the group that it is in.
func (p *patternReader) alternation(depth int) *expression {
	whole, branch := &expression{kind: alternatives}, &expression{kind: sequence}
	if p.deep = p.deep || depth > maxDepth; p.deep {
		return branch
	}
	for p.at < len(p.text) && !(depth > 0 && p.text[p.at] == ')') {
		if p.text[p.at] == '|' {
			p.at++
			whole.parts, branch = append(whole.parts, branch), &expression{kind: sequence}
			continue
		}
		atom := p.atom(depth)
		for {
			least, most, length := repetitionAt(p.text[p.at:])
			if length == 0 {
				break
			}
			if p.at += length; p.at < len(p.text) && p.text[p.at] == '?' {
				p.at++ // ignores whether the match is the shortest or the longest
			}
			atom = &expression{kind: repetition, parts: []*expression{atom}, least: least, most: most}
		}
		branch.parts = append(branch.parts, atom)
	}
	whole.parts = append(whole.parts, branch)
	return whole
}

// atom reads a group, a class or a character.
func (p *patternReader) atom(depth int) *expression {
	nothing := &expression{kind: sequence}
	r, size := utf8.DecodeRune(p.text[p.at:])
	p.at += size
	switch r {
	case '(':
		if bytes.HasPrefix(p.text[p.at:], []byte("?")) {
			if end := bytes.IndexAny(p.text[p.at:], ":=!>)"); end >= 0 && p.text[p.at+end] != ')' {
				p.at += end + 1
			}
		}
		group := p.alternation(depth + 1)
		p.at = min(p.at+1, len(p.text))
		return group
	case '[':
		made := &expression{}
		made.class, p.at = readClass(p.text, p.at)
		p.at = min(p.at, len(p.text))
		return made
	case '.':
		return &expression{class: anything}
	case '^', '$':
		return nothing
	case '\\':
		if p.at == len(p.text) {
			return nothing
		}
		made := &expression{}
		var found bool
		if made.class, found = shorthand(p.text[p.at]); found {
			p.at++
			return made
		}
		if r, size = utf8.DecodeRune(p.text[p.at:]); r == 'b' || r == 'B' {
			p.at++
			return nothing
		}
		p.at += size
		if r == 'u' || r == 'x' || r == 'p' || r == 'P' || '0' <= r && r <= '9' || r == 'k' {
			return &expression{class: anything}
		}
	}
	return single(r)
}

// shorthand returns the class of \d, \w, \s and their inverses.
func shorthand(c byte) (made class, found bool) {
	switch c | 0x20 {
	case 'd':
		made.add('0', '9')
	case 'w':
		made.add('0', '9')
		made.add('a', 'z')
		made.add('A', 'Z')
		made.add('_', '_')
	case 's':
		made.add('\t', '\r')
		made.add(' ', ' ')
		made.add(notASCII, notASCII)
	default:
		return made, false
	}
	if c < 'a' {
		made = made.inverse()
	}
	return made, true
}

// readClass reads a class of characters after its [ and returns its end, which is after the end of the text if the ] is
// missing.
func readClass(text []byte, at int) (made class, end int) {
	inverse := at < len(text) && text[at] == '^'
	if inverse {
		at++
	}
	for at < len(text) && text[at] != ']' {
		if text[at] == '\\' && at+1 < len(text) {
			if short, found := shorthand(text[at+1]); found {
				made = class{made[0] | short[0], made[1] | short[1], made[2] | short[2]}
				at += 2
				continue
			}
		}
		from, next := readCharacter(text, at)
		to := from
		if next+1 < len(text) && text[next] == '-' && text[next+1] != ']' {
			to, next = readCharacter(text, next+1)
		}
		made.add(from, to)
		at = next
	}
	if inverse {
		made = made.inverse()
	}
	return made, at + 1
}

// readCharacter reads a character or an escape and returns its end.
func readCharacter(text []byte, at int) (rune, int) {
	r, size := utf8.DecodeRune(text[at:])
	if at += size; r != '\\' || at == len(text) {
		return r, at
	}
	r, size = utf8.DecodeRune(text[at:])
	at += size
	switch r {
	case 'n':
		return '\n', at
	case 't':
		return '\t', at
	case 'r':
		return '\r', at
	case 'x', 'u', 'U':
		digits := map[rune]int{'x': 2, 'u': 4, 'U': 8}[r]
		if at+digits <= len(text) {
			if code, err := strconv.ParseUint(string(text[at:at+digits]), 16, 31); err == nil {
				return rune(code), at + digits
			}
		}
	}
	return r, at
}

// repetitionAt reads a ?, *, + or {n,m} and returns its length, 0 if there is none. most is negative if it has no bound.
func repetitionAt(text []byte) (least, most, length int) {
	if len(text) == 0 {
		return 0, 0, 0
	}
	switch text[0] {
	case '?':
		return 0, 1, 1
	case '*':
		return 0, -1, 1
	case '+':
		return 1, -1, 1
	case '{':
		if end := bytes.IndexByte(text, '}'); end > 0 {
			from, to, isRange := bytes.Cut(text[1:end], []byte{','})
			least, isNumber := times(from, 0)
			most := least
			if isRange && isNumber {
				most, isNumber = times(to, -1)
			}
			if isNumber {
				return least, most, end + 1
			}
		}
	}
	return 0, 0, 0
}

// times reads a bound of a repetition, which may be left out.
func times(text []byte, without int) (int, bool) {
	if text = bytes.TrimSpace(text); len(text) == 0 {
		return without, true
	}
	number, err := strconv.ParseUint(string(text), 10, 30)
	return int(number), err == nil || errors.Is(err, strconv.ErrRange)
}

// brackets returns the nesting depth of all brackets of a grammar in any notation.
func brackets(text []byte) int {
	depth, deepest := 0, 0
	for _, c := range text {
		switch c {
		case '(', '[', '{':
			depth++
			deepest = max(deepest, depth)
		case ')', ']', '}':
			depth = max(depth-1, 0)
		}
	}
	return deepest
}
