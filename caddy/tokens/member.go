package tokens

const maxUsage = 4 << 10

// member finds the value of one top-level member of a JSON object that passes in parts, and keeps nothing else of it.
type member struct {
	name string

	value           []byte
	key             []byte // the last string at the top level
	depth           int
	quoted, escaped bool
	after           bool // whether the colon has passed, so that the value is next
}

func (m *member) read(p []byte) {
	for len(p) > 0 {
		if m.quoted && !m.escaped && !m.atKey() && !m.wanted() { // skips one text, which is most of an answer
			if p = p[plain(p):]; len(p) == 0 {
				return
			}
		}
		if m.next(p[0]) && len(m.value) < maxUsage {
			m.value = append(m.value, p[0])
		}
		p = p[1:]
	}
}

// plain is the length of a text's beginning without a quote or an escape.
func plain(p []byte) int {
	for i, c := range p {
		if c == '"' || c == '\\' {
			return i
		}
	}
	return len(p)
}

func (m *member) atKey() bool  { return m.depth == 1 && !m.after }
func (m *member) wanted() bool { return m.after && string(m.key) == m.name }

// next accepts one byte and reports whether it belongs to the value.
func (m *member) next(c byte) bool {
	wanted, atKey := m.wanted(), m.atKey()
	switch {
	case m.escaped:
		m.escaped = false
	case m.quoted && c == '\\':
		m.escaped = true
	case c == '"':
		if m.quoted = !m.quoted; m.quoted && atKey {
			m.key = m.key[:0]
		}
	case m.quoted:
		if atKey && len(m.key) <= len(m.name) {
			m.key = append(m.key, c)
		}
	case c == '{', c == '[':
		m.depth++
	case c == '}', c == ']':
		if m.depth--; m.depth == 0 {
			m.after = false
			return false
		}
	case m.depth == 1 && c == ':':
		m.after = true
		return false
	case m.depth == 1 && c == ',':
		m.after = false
		return false
	}
	return wanted
}
