// Package body admits the JSON body of a request for an answer. It reads the bytes once, passes on only listed fields, each
// within bounds, and leaves their bytes as they are.
package body

import (
	"slices"

	"student-llm/gateway/refusal"
)

// Limits are the operator's bounds; 0 is none.
type Limits struct {
	MaxTokens int // of one answer
	MaxN      int // texts of one request
}

// Admitted is a body that may pass.
type Admitted struct {
	Forward []byte   // the bytes for the engine
	Stream  bool     // the client asked for a stream
	Hidden  bool     // the stream reports its usage only because the gateway asks for it
	Texts   int      // texts that the engine must write: the prompts times the answers to each
	Dropped []string // the names of the fields that are not passed on
}

// Admit reads the body of a request to a route, "/v1/chat/completions" or "/v1/completions".
func Admit(content []byte, route string, limits Limits) (Admitted, *refusal.Refusal) {
	if refused := notJSON(content); refused != nil {
		return Admitted{}, refused
	}
	a := &admission{reader: newReader(content), route: chat, limits: limits, texts: 1, answers: 1}
	if route == "/v1/completions" {
		a.route = completions
	}
	if refused := a.object(a.member); refused != nil {
		return Admitted{}, refused
	}
	if refused := a.end(); refused != nil {
		return Admitted{}, refused
	}
	if refused := a.countTexts(); refused != nil {
		return Admitted{}, refused
	}
	a.boundLength()
	a.askForUsage()
	return Admitted{a.forward(), a.stream, a.hidden, a.texts * a.answers, a.dropped}, nil
}

// admission is the state while a body is read.
type admission struct {
	reader
	route  routes
	limits Limits

	fields  int      // members read
	members []member // members to pass on
	dropped []string
	first   []string // members to put in front
	changed bool     // whether the engine gets other bytes than the client's

	stream      bool
	hidden      bool
	tellsUsage  bool // stream_options.include_usage is true
	usageAt     span // where its value is
	texts       int  // prompts
	answers     int
	schemaBytes int
	schemas     int    // schemas that were read
	steps       int    // steps that regular expressions and grammars took to check
	room        []node // for a tree
}

// span is a part of the body.
type span struct{ begin, end int }

// member is a member of the body: its name, and the offsets of its begin, its value and its end.
type member struct {
	name              string
	begin, value, end int
	by                string // replaces the value for the engine; empty if the engine gets the value
	null              bool
}

// member reads a member of the body, and lists it as one to pass on or to drop.
func (a *admission) member(name []byte) *refusal.Refusal {
	if a.fields++; a.fields > maxFields {
		return refusal.BadRequest("", "too_many_fields", "The body has more than %d fields.", maxFields)
	}
	rule, listed := fields[string(name)]
	null := a.kind() == isNull
	if !listed || rule.routes&a.route == 0 {
		a.changed = true
		a.field = printable(string(name))
		if !null { // treats null as absent
			a.dropped = append(a.dropped, a.field)
		}
		return a.skip()
	}
	a.field = rule.name
	begin, value := a.nameAt, a.start()
	read := rule.check
	if null {
		read = (*admission).absent
	}
	if refused := read(a); refused != nil {
		return refused
	}
	a.members = append(a.members, member{name: rule.name, begin: begin, value: value, end: a.offset(), null: null})
	return nil
}

func (a *admission) absent() *refusal.Refusal { return a.token() }

// find returns the member of a name, or nil if there is none or it is null.
func (a *admission) find(name string) *member {
	if i := slices.IndexFunc(a.members, func(m member) bool { return m.name == name }); i >= 0 && !a.members[i].null {
		return &a.members[i]
	}
	return nil
}
