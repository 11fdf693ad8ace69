package body

import (
	"iter"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"student-llm/gateway/refusal"
)

// tree is a value of the body with all its parts, in the order of the text: the parts of node i are at i+1 up to its end.
// It has no pointers, because a list of tools makes thousands of nodes.
type tree struct {
	data  []byte
	nodes []node
}

type node struct {
	name, text span          // position of a member's name, and of a scalar's text
	kind       jsontext.Kind // kind of the value
	end        int32         // index after the last node in it
	open       int32         // depth of the reader when it entered this schema; 0 if it is not in it
}

func (t tree) kind(at int) jsontext.Kind { return t.nodes[at].kind }

// name returns the name of a member, or nil in an array.
func (t tree) name(at int) []byte { return t.string(t.nodes[at].name) }

// string returns the text of a string.
func (t tree) string(at span) []byte {
	if at.end == 0 {
		return nil
	}
	return unquoted(t.data[at.begin:at.end])
}

// text returns the text of a string without its escapes, and the text of another scalar unchanged.
func (t tree) text(at int) []byte {
	if t.nodes[at].kind == isString {
		return t.string(t.nodes[at].text)
	}
	return t.data[t.nodes[at].text.begin:t.nodes[at].text.end]
}

// tree reads the next value. It adds its bytes to those of the request's tools and schemas. It reuses the memory of the
// previous tree.
func (a *admission) tree() (tree, *refusal.Refusal) {
	begin := a.start()
	t := tree{a.data, a.room[:0]}
	if refused := a.grow(&t, span{}); refused != nil {
		return t, refused
	}
	a.room = t.nodes
	if a.schemaBytes += a.offset() - begin; a.schemaBytes > maxSchemaBytes {
		return t, a.wrong("value_too_large", "the tools and schemas of a request may have %d bytes together, but these have %d.",
			maxSchemaBytes, a.schemaBytes)
	}
	return t, nil
}

func (a *admission) grow(t *tree, name span) *refusal.Refusal {
	at, kind, begin := len(t.nodes), a.kind(), a.start()
	t.nodes = append(t.nodes, node{name: name, kind: kind})
	if refused := a.token(); refused != nil {
		return refused
	}
	if kind != isObject && kind != isArray {
		t.nodes[at].text, t.nodes[at].end = span{begin, a.offset()}, int32(at+1)
		return nil
	}
	for next := a.kind(); next != '}' && next != ']' && next != 0; next = a.kind() {
		name := span{}
		if kind == isObject {
			name.begin = a.start()
			if refused := a.token(); refused != nil {
				return refused
			}
			name.end = a.offset()
		}
		if refused := a.grow(t, name); refused != nil {
			return refused
		}
	}
	t.nodes[at].end = int32(len(t.nodes))
	return a.token()
}

// in yields the direct children of a node.
func (t tree) in(at int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for child := at + 1; child < int(t.nodes[at].end); child = int(t.nodes[child].end) {
			if !yield(child) {
				return
			}
		}
	}
}

// named returns an object's member by its name, -1 if there is none.
func (t tree) named(at int, name string) int {
	if at >= 0 && t.kind(at) == isObject {
		for child := range t.in(at) {
			if string(t.name(child)) == name {
				return child
			}
		}
	}
	return -1
}

// count returns the number of direct children of a node.
func (t tree) count(at int) int {
	count := 0
	for range t.in(at) {
		count++
	}
	return count
}

// follow returns the node that a reference such as #/$defs/step leads to, -1 if there is none.
func (t tree) follow(from int, reference string) int {
	if reference == "#" {
		return from
	}
	for name := range strings.SplitSeq(strings.TrimPrefix(reference, "#/"), "/") {
		next := -1
		if t.kind(from) == isArray {
			place := 0
			for child := range t.in(from) {
				if strconv.Itoa(place) == name {
					next = child
				}
				place++
			}
		} else {
			next = t.named(from, name)
		}
		if from = next; from < 0 {
			return -1
		}
	}
	return from
}
