package body

import (
	"math"
	"strconv"
	"strings"

	"student-llm/gateway/refusal"
)

// cost is the cost of a schema to an engine.
type cost struct {
	ways int // ways to continue a text at one place
	back int // the depth of the outermost schema that it leads back to; nowhere if there is none
}

const nowhere = 1 << 30

// beside adds the cost of a neighbour in an object or list: a text is in one or the other.
func (c cost) beside(other cost) cost { return cost{max(c.ways, other.ways), min(c.back, other.back)} }

// or adds the cost of an alternative: a text may be in both.
func (c cost) or(other cost) cost {
	return cost{min(c.ways+other.ways, nowhere), min(c.back, other.back)}
}

// schemaReader reads one schema and follows its references.
type schemaReader struct {
	*admission
	tree
	root       int
	depth      int            // number of schemas around the current one
	since      int            // that number when a schema last wrote something before it continued
	targets    map[string]int // where references lead
	references int            // references that were followed to the current one
}

// schema refuses a schema that costs an engine too much.
func (a *admission) schema(t tree, root int) *refusal.Refusal {
	switch t.kind(root) {
	case isNull, isTrue, isFalse:
		return nil
	case isObject:
	default:
		return a.wrong("invalid_type", "expected the schema as an object.")
	}
	s := schemaReader{admission: a, tree: t, root: root, targets: map[string]int{}}
	cost, refused := s.of(root)
	if refused == nil && cost.ways > maxAlternatives {
		refused = a.wrong("schema_too_complex",
			"the schema has more than %d alternatives at one place (enum, anyOf, properties).", maxAlternatives)
	}
	return refused
}

// of returns the cost of the schema at a node.
func (s *schemaReader) of(at int) (cost, *refusal.Refusal) {
	if s.tree.kind(at) != isObject {
		return cost{1, nowhere}, nil
	}
	if open := s.nodes[at].open; open > 0 {
		if int(open) > s.since { // in an allOf this crashes llama-server
			return cost{}, s.wrong("invalid_value", "the schema refers to itself with nothing in between.")
		}
		return cost{1, int(open)}, nil
	}
	if s.schemas++; s.schemas > maxSchemas {
		return cost{}, s.wrong("schema_too_complex",
			"the request has more than %d schemas when their references are written out.", maxSchemas)
	}
	s.depth++
	s.nodes[at].open = int32(s.depth)
	made, refused := s.keywords(at)
	if made.back >= s.depth {
		made.back = nowhere // no reference leads further out
	}
	s.nodes[at].open = 0
	s.depth--
	return made, refused
}

// keywords reads the keywords of a schema.
func (s *schemaReader) keywords(at int) (cost, *refusal.Refusal) {
	alternatives, all := cost{0, nowhere}, cost{1, nowhere}
	for child := range s.in(at) {
		made := cost{1, nowhere}
		var refused *refusal.Refusal
		switch keyword := string(s.name(child)); keyword {
		case "anyOf", "oneOf":
			made, refused = s.union(at, child)
			alternatives = alternatives.or(made)
		case "allOf":
			for branch := range s.in(child) {
				var one cost
				if one, refused = s.of(branch); refused != nil {
					break
				}
				alternatives = alternatives.or(one)
			}
		case "enum", "type":
			made.ways = max(1, s.count(child))
			alternatives = alternatives.or(made)
		case "$ref":
			made, refused = s.reference(child)
			alternatives = alternatives.or(made)
		case "properties", "patternProperties", "dependentSchemas":
			for property := range s.in(child) {
				if keyword == "patternProperties" && refused == nil {
					_, refused = s.pattern(s.tree.name(property))
				}
			}
			if refused == nil {
				made, refused = s.parts(child, true)
				made.ways = max(made.ways, s.count(child))
			}
		case "items", "prefixItems", "additionalItems", "unevaluatedItems", "contains", "additionalProperties",
			"unevaluatedProperties", "propertyNames", "not", "if", "then", "else":
			made, refused = s.parts(child, s.tree.kind(child) == isArray)
		case "pattern":
			if s.tree.kind(child) == isString {
				made.ways, refused = s.pattern(s.tree.text(child))
			}
		case "minLength", "maxLength":
			refused = s.bound(at, child, 0, maxStringLength)
		case "minItems", "maxItems", "minProperties", "maxProperties", "minContains", "maxContains":
			refused = s.bound(at, child, 0, maxItems)
		case "minimum", "exclusiveMinimum":
			refused = s.bound(at, child, -math.MaxFloat64, maxNumber)
		case "maximum", "exclusiveMaximum":
			refused = s.bound(at, child, -maxNumber, math.MaxFloat64)
		case "$dynamicRef", "$recursiveRef":
			refused = s.wrong("invalid_value", "the schema's '%s' is not supported.", keyword)
		}
		if refused != nil {
			return all, refused
		}
		all = all.beside(made)
	}
	return all.beside(alternatives), nil
}

// parts reads a schema of values in an object or list, or several such schemas beside each other.
func (s *schemaReader) parts(at int, many bool) (cost, *refusal.Refusal) {
	defer func(since int) { s.since = since }(s.since)
	s.since = s.depth
	if !many {
		return s.of(at)
	}
	all := cost{1, nowhere}
	for part := range s.in(at) {
		one, refused := s.of(part)
		if refused != nil {
			return all, refused
		}
		all = all.beside(one)
	}
	return all, nil
}

// reference follows a $ref, which must lead to a place in the same schema.
func (s *schemaReader) reference(at int) (cost, *refusal.Refusal) {
	if s.tree.kind(at) != isString {
		return cost{}, s.wrong("invalid_type", "expected a string as '$ref'.")
	}
	reference := string(s.tree.text(at))
	target := s.lookUp(reference)
	if target < 0 {
		return cost{}, s.wrong("invalid_value", "the reference '%s' leads to nothing in the schema.", printable(reference))
	}
	if s.references++; s.references > maxReferences {
		return cost{}, s.wrong("schema_too_complex", "the schema has a chain of more than %d references.", maxReferences)
	}
	made, refused := s.of(target)
	s.references--
	return made, refused
}

// lookUp returns the target of a reference, -1 if there is none in the schema. Engines read % and ~ in it differently.
func (s *schemaReader) lookUp(reference string) int {
	target, known := s.targets[reference]
	if !known {
		target = -1
		if reference == "#" || strings.HasPrefix(reference, "#/") && !strings.ContainsAny(reference, "%~") {
			target = s.follow(s.root, reference)
		}
		s.targets[reference] = target
	}
	return target
}

// bound refuses a keyword such as minItems if its number is out of range, or if a minimum is above its maximum: llama.cpp
// never finishes the grammar for "minItems": 5, "maxItems": 2.
func (s *schemaReader) bound(at, bound int, least, most float64) *refusal.Refusal {
	if s.tree.kind(bound) != isNumber {
		return nil // engines refuse or ignore it
	}
	name := string(s.name(bound))
	value, err := strconv.ParseFloat(string(s.tree.text(bound)), 64)
	switch {
	case value < least:
		return s.wrong("invalid_value", "the schema's '%s' is below %s.", name, plain(least))
	case value > most || err != nil:
		return s.wrong("invalid_value", "the schema's '%s' is above %s.", name, plain(most))
	}
	if upper, isLower := strings.CutPrefix(name, "min"); isLower {
		if other := s.named(at, "max"+upper); other >= 0 && s.tree.kind(other) == isNumber {
			if highest, err := strconv.ParseFloat(string(s.tree.text(other)), 64); err == nil && highest < value {
				return s.wrong("invalid_value", "the schema's '%s' is above its 'max%s'.", name, upper)
			}
		}
	}
	return nil
}
