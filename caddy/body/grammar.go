package body

import (
	"bytes"

	"student-llm/gateway/refusal"
)

// grammar accepts a grammar in llama.cpp's notation, GBNF. llama.cpp follows every way in which the text so far may be read,
// so a recursive rule can hang it forever: root ::= "a" root "b" | "a" root "c" | "x" has twice as many ways with each a.
// Therefore rules may not be recursive, and the whole grammar has the bounds of a regular expression.
func grammar(a *admission) *refusal.Refusal {
	text, refused := a.string(maxGrammarBytes)
	if refused != nil {
		return refused
	}
	g := grammarReader{
		admission: a, text: text, rules: map[string]*expression{}, uses: map[string][]use{}, state: map[string]state{},
	}
	for g.space(true); g.at < len(g.text); g.space(true) {
		if refused := g.rule(); refused != nil {
			return refused
		}
	}
	for _, name := range g.names {
		if refused := g.resolve(name); refused != nil {
			return refused
		}
		if refused := a.affordable("grammar", g.rules[name]); refused != nil {
			return refused
		}
	}
	if root := g.rules["root"]; root != nil {
		_, refused = a.clear("grammar", root)
	}
	return refused
}

// grammarReader reads the rules of a grammar.
type grammarReader struct {
	*admission
	text  []byte
	at    int
	names []string // of the rules
	rules map[string]*expression
	uses  map[string][]use // the rules that each rule names
	state map[string]state
}

// state reports whether the rules that a rule names are resolved.
type state byte

const (
	resolving state = iota + 1
	resolved
)

// use is a place in which a rule is named.
type use struct {
	name string
	at   *expression
}

func (g *grammarReader) unread() *refusal.Refusal {
	return g.wrong("invalid_grammar", "the grammar is not valid GBNF at byte %d.", min(g.at, len(g.text)))
}

// rule reads a rule.
func (g *grammarReader) rule() *refusal.Refusal {
	name := g.word()
	g.space(false)
	if name == "" || !bytes.HasPrefix(g.text[g.at:], []byte("::=")) {
		return g.unread()
	}
	if g.rules[name] != nil {
		return g.wrong("invalid_grammar", "the rule '%s' is defined twice.", printable(name))
	}
	g.at += len("::=")
	g.space(true)
	g.names = append(g.names, name)
	made, refused := g.alternates(0)
	g.rules[name] = made
	return refused
}

// resolve puts the rules that a rule names into it.
func (g *grammarReader) resolve(name string) *refusal.Refusal {
	switch {
	case g.rules[name] == nil:
		return g.wrong("invalid_grammar", "the rule '%s' is not defined.", printable(name))
	case g.state[name] == resolving:
		return g.wrong("pattern_too_complex", "the rule '%s' is recursive, which can hang the engine. "+
			"For nested JSON use response_format.", printable(name))
	case g.state[name] == resolved:
		return nil
	}
	g.state[name] = resolving
	for _, used := range g.uses[name] {
		if refused := g.resolve(used.name); refused != nil {
			return refused
		}
		used.at.parts = []*expression{g.rules[used.name]}
	}
	g.state[name] = resolved
	return nil
}

// alternates reads the right side of a rule, or a group in it up to its bracket.
func (g *grammarReader) alternates(depth int) (*expression, *refusal.Refusal) {
	if depth > maxDepth {
		return nil, g.wrong("pattern_too_complex", "the grammar is nested deeper than %d levels.", maxDepth)
	}
	whole, branch := &expression{kind: alternatives}, &expression{kind: sequence}
	for {
		g.space(depth > 0)
		if g.at >= len(g.text) || depth == 0 && (g.text[g.at] == '\n' || g.text[g.at] == '\r') || depth > 0 && g.text[g.at] == ')' {
			whole.parts = append(whole.parts, branch)
			return whole, nil
		}
		if least, most, length := repetitionAt(g.text[g.at:]); length > 0 {
			last := len(branch.parts) - 1
			if last < 0 {
				return nil, g.unread()
			}
			branch.parts[last] = &expression{kind: repetition, parts: []*expression{branch.parts[last]}, least: least, most: most}
			g.at += length
			continue
		}
		if g.text[g.at] == '|' {
			g.at++
			g.space(true)
			whole.parts, branch = append(whole.parts, branch), &expression{kind: sequence}
			continue
		}
		symbol, refused := g.symbol(depth)
		if refused != nil {
			return nil, refused
		}
		if branch.parts = append(branch.parts, symbol); g.at > len(g.text) {
			return nil, g.unread()
		}
	}
}

// symbol reads a literal, a class, a group, a token of the vocabulary or the name of a rule. If the text ends in the middle
// of it, the position is left after the end.
func (g *grammarReader) symbol(depth int) (*expression, *refusal.Refusal) {
	made := &expression{kind: sequence}
	switch c := g.text[g.at]; c {
	case '"':
		for g.at++; g.at < len(g.text) && g.text[g.at] != '"'; {
			var r rune
			r, g.at = readCharacter(g.text, g.at)
			made.parts = append(made.parts, single(r))
		}
		g.at++
	case '[':
		made.kind = character
		made.class, g.at = readClass(g.text, g.at+1)
	case '.':
		g.at++
		return &expression{class: anything}, nil
	case '<', '!':
		end := bytes.IndexByte(g.text[g.at:], '>')
		if end < 0 {
			return nil, g.unread()
		}
		g.at += end + 1
		return &expression{class: anything}, nil
	case '(':
		g.at++
		group, refused := g.alternates(depth + 1)
		g.at++
		return group, refused
	default:
		name := g.word()
		if name == "" {
			return nil, g.unread()
		}
		rule := g.names[len(g.names)-1]
		g.uses[rule] = append(g.uses[rule], use{name, made})
	}
	return made, nil
}

// space skips blanks and comments, and line ends that have no meaning.
func (g *grammarReader) space(lines bool) {
	for g.at < len(g.text) {
		switch c := g.text[g.at]; {
		case c == ' ' || c == '\t' || lines && (c == '\n' || c == '\r'):
			g.at++
		case c == '#':
			for g.at < len(g.text) && g.text[g.at] != '\n' && g.text[g.at] != '\r' {
				g.at++
			}
		default:
			return
		}
	}
}

// word reads the name of a rule.
func (g *grammarReader) word() string {
	begin := g.at
	for g.at < len(g.text) {
		c := g.text[g.at]
		if c != '-' && c != '_' && (c < '0' || c > '9') && (c|0x20 < 'a' || c|0x20 > 'z') {
			break
		}
		g.at++
	}
	return string(g.text[begin:g.at])
}
