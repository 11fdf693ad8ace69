package body

import (
	"math/bits"

	"student-llm/gateway/refusal"
)

// expression is a regular expression, or a grammar without recursive rules.
type expression struct {
	kind        form
	class       class         // of one character
	parts       []*expression // of a sequence, of alternatives, or of a repetition
	least, most int           // of a repetition; most is below 0 if it has no end
	known       *extent
}

type form byte

const (
	character form = iota
	sequence
	alternatives
	repetition
)

// class is a set of characters; all characters that are not ASCII count as one.
type class [3]uint64

const notASCII = 128

var anything = class{^uint64(0), ^uint64(0), 1}

func (c *class) add(from, to rune) {
	for r := max(from, 0); r <= min(to, notASCII); r++ {
		c[r/64] |= 1 << (r % 64)
	}
}

func (c class) has(symbol int) bool { return c[symbol/64]>>(symbol%64)&1 == 1 }

func (c class) meets(other class) bool { return c[0]&other[0]|c[1]&other[1]|c[2]&other[2] != 0 }

// inverse returns the other characters; characters that are not ASCII may be in both.
func (c class) inverse() class { return class{^c[0], ^c[1], 1} }

// single returns a class of one character.
func single(r rune) *expression {
	made := &expression{}
	made.class.add(min(r, notASCII), min(r, notASCII))
	return made
}

// extent is the size of an expression after its repetitions are written out.
type extent struct {
	size    int  // characters, classes and places with nothing
	ranges  int  // of characters, such as [a-z]{1,64}
	spread  int  // sum of the characters that the ranges leave open
	inverse bool // a repetition has a minimum above its maximum, as in {5,2}; llama.cpp never finishes it
}

const huge = 1 << 30 // small enough that a product of two fits an int

func (e *expression) extent() extent {
	if e.known != nil {
		return *e.known
	}
	var whole extent
	if len(e.parts) == 0 {
		whole.size = 1 // counts an empty text too, because it may be written out often
	}
	for _, part := range e.parts {
		inner := part.extent()
		whole.size = min(whole.size+inner.size, huge)
		whole.ranges = min(whole.ranges+inner.ranges, huge)
		whole.spread = min(whole.spread+inner.spread, huge)
		whole.inverse = whole.inverse || inner.inverse
	}
	if e.kind == repetition {
		times := max(e.least, e.most, 1)
		whole.size, whole.ranges, whole.spread = whole.size*times, whole.ranges*times, whole.spread*times
		if e.most > e.least+1 && e.parts[0].kind == character {
			whole.ranges, whole.spread = whole.ranges+1, whole.spread+e.most-e.least
		}
		whole.size, whole.ranges, whole.spread = min(whole.size, huge), min(whole.ranges, huge), min(whole.spread, huge)
		whole.inverse = whole.inverse || e.most >= 0 && e.least > e.most
	}
	e.known = &whole
	return whole
}

// affordable refuses an expression that is too large; the message names it by what.
func (a *admission) affordable(what string, e *expression) *refusal.Refusal {
	whole := e.extent()
	switch {
	case whole.inverse:
		return a.wrong("invalid_value", "a repetition of the %s has a lower bound above its upper one.", what)
	case whole.size > maxPatternSize:
		return a.wrong("pattern_too_complex", "the %s is longer than %d characters when its repetitions are written out.",
			what, maxPatternSize)
	case whole.ranges > 1 && whole.spread > maxAlternatives:
		return a.wrong("pattern_too_complex", "the %s has ranges such as {1,64} that leave more than %d characters open together. "+
			"Use + or * instead.", what, maxAlternatives)
	}
	return nil
}

// clear refuses an expression that can read a token in too many ways. It returns the number of ways to continue a text.
func (a *admission) clear(what string, e *expression) (int, *refusal.Refusal) {
	machine := automaton{steps: a.steps}
	ways := machine.readings(e)
	if a.steps = machine.steps; a.steps > maxSteps {
		return 0, a.wrong("pattern_too_complex", "the %ss of the request are too large together.", what)
	}
	if ways > maxReadings {
		return 0, a.wrong("pattern_too_complex", "the %s can read the same text in too many ways, as (a|aa)* and (a?){30} can.", what)
	}
	return 1 << min(ways, 10), nil
}

// log returns the logarithm to the base of 2, rounded up.
func log(n int) int { return bits.Len(uint(max(n, 1) - 1)) }
