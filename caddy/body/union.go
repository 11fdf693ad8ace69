package body

import "student-llm/gateway/refusal"

// union reads the branches of anyOf and oneOf. llama.cpp follows all branches that fit the text so far, so two recursive
// branches double with each turn: 40 turns of a schema of 200 bytes hang it forever. They do no harm if their beginnings
// differ.
func (s *schemaReader) union(at, union int) (cost, *refusal.Refusal) {
	made := cost{0, nowhere}
	var back []int
	for branch := range s.in(union) {
		one, refused := s.of(branch)
		if refused != nil {
			return made, refused
		}
		made = made.or(one)
		if one.back <= int(s.nodes[at].open) {
			back = append(back, branch)
		}
	}
	if len(back) > 1 && (len(back) > maxAlternatives || !s.toldApart(back)) {
		return made, s.wrong("schema_too_complex", "the schema refers to itself in two branches of an anyOf. "+
			"Begin each of them with a required property that has a 'const' of its own.")
	}
	return made, nil
}

// toldApart reports whether the texts of branches begin differently: as a list or an object, or as objects whose first
// property has a different name or value.
func (s *schemaReader) toldApart(branches []int) bool {
	seen := map[string]bool{}
	for _, branch := range branches {
		first, value := s.beginning(branch)
		// A branch with an open value fits all others that begin with the same property.
		if first == "" || seen[first] || seen[first+value] || value == "" && seen[first+"="] || seen["{"] && first[0] == '{' {
			return false
		}
		seen[first+value], seen[first+"="] = true, true
		if first == "{" {
			for other := range seen {
				if other[0] == '{' && other != "{" && other != "{=" {
					return false
				}
			}
		}
	}
	return true
}

// beginning returns how the texts of a schema begin: as a list, an object or an object's first property, and the property's
// value if there is only one. It returns nothing if that is not known.
func (s *schemaReader) beginning(at int) (first, value string) {
	if at = s.target(at); at < 0 {
		return "", ""
	}
	for _, name := range []string{"anyOf", "oneOf", "allOf", "$ref", "enum", "const"} {
		if s.named(at, name) >= 0 {
			return "", ""
		}
	}
	kind, properties := "", s.named(at, "properties")
	if member := s.named(at, "type"); member >= 0 {
		kind = string(s.text(member))
	}
	switch {
	case kind == "array":
		return "[", ""
	case kind != "object" && properties < 0:
		return "", ""
	case properties < 0 || s.count(properties) == 0:
		return "{", ""
	}
	property := properties + 1
	name := string(s.name(property))
	if !s.requires(at, name) {
		return "", "" // engines write it after the required ones
	}
	constant := s.named(property, "const")
	if options := s.named(property, "enum"); constant < 0 && options >= 0 && s.count(options) == 1 {
		constant = options + 1
	}
	if constant >= 0 && s.tree.kind(constant) == isString {
		value = "=" + string(s.text(constant))
	}
	return "{" + name + "\x00", value
}

// target returns the schema that a branch is or refers to, -1 if it is not an object.
func (s *schemaReader) target(branch int) int {
	if reference := s.named(branch, "$ref"); reference >= 0 && s.count(branch) == 1 && s.tree.kind(reference) == isString {
		branch = s.lookUp(string(s.tree.text(reference)))
	}
	if branch >= 0 && s.tree.kind(branch) != isObject {
		return -1
	}
	return branch
}

func (s *schemaReader) requires(at int, name string) bool {
	required := s.named(at, "required")
	if required < 0 {
		return false
	}
	for child := range s.in(required) {
		if s.tree.kind(child) == isString && string(s.tree.text(child)) == name {
			return true
		}
	}
	return false
}
