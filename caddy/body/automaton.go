package body

import "slices"

// automaton matches the texts of an expression. Each character of the expression is a state, and leads to the characters
// that may come after it.
type automaton struct {
	classes []class
	follow  [][]int
	steps   int   // steps of the check so far
	endless bool  // whether a repetition can be empty in too many ways
	loop    []int // the strongly connected component of each state; 0 for a state outside of loops
	loops   [][]int
}

// fragment is a part of an expression: its possible first and last states, and whether it may be empty.
type fragment struct {
	first, last []int
	empty       bool
}

// readings returns the binary logarithm of the number of ways in which an expression can match one token, or huge without a
// bound. llama.cpp tries every way for each token of its vocabulary, and a token may be a hundred blanks.
//
// Three cases multiply the ways: a state with several followers for one character; a loop whose next character may also be
// the first one after it, which counts once for each character of the token; and a loop that matches one text in two ways,
// which counts for each turn.
func (a *automaton) readings(e *expression) int {
	whole := a.build(e)
	if a.steps > maxSteps || a.endless {
		return huge
	}
	a.findLoops()
	ways := a.choices(whole.first)
	for state, follow := range a.follow {
		var within, out []int
		for _, next := range follow {
			if a.loop[state] > 0 && a.loop[next] == a.loop[state] {
				within = append(within, next)
			} else {
				out = append(out, next)
			}
		}
		if ways += a.choices(out); a.meet(within, out) {
			ways += tokenLength
		}
	}
	for _, loop := range a.loops {
		ways += a.around(loop)
	}
	return min(ways, huge)
}

// build adds the states of an expression.
func (a *automaton) build(e *expression) fragment {
	switch e.kind {
	case character:
		a.classes, a.follow = append(a.classes, e.class), append(a.follow, nil)
		state := []int{len(a.classes) - 1}
		return fragment{state, state, false}
	case alternatives:
		var whole fragment
		for _, part := range e.parts {
			one := a.build(part)
			whole.first, whole.last = append(whole.first, one.first...), append(whole.last, one.last...)
			whole.empty = whole.empty || one.empty
		}
		return whole
	case repetition:
		return a.repeat(e)
	}
	whole := fragment{empty: true}
	for _, part := range e.parts {
		whole = a.join(whole, a.build(part))
	}
	return whole
}

// join lets one fragment follow another.
func (a *automaton) join(one, next fragment) fragment {
	a.connect(one.last, next.first)
	whole := fragment{one.first, next.last, one.empty && next.empty}
	if one.empty {
		whole.first = append(whole.first[:len(whole.first):len(whole.first)], next.first...)
	}
	if next.empty {
		whole.last = append(one.last[:len(one.last):len(one.last)], next.last...)
	}
	return whole
}

func (a *automaton) connect(from, to []int) {
	for _, state := range from {
		for _, next := range to {
			if a.steps += 1 + len(a.follow[state])/8; a.steps > maxSteps {
				return
			}
			if !slices.Contains(a.follow[state], next) {
				a.follow[state] = append(a.follow[state], next)
			}
		}
	}
}

// repeat writes out a few repetitions, and makes a loop of many.
func (a *automaton) repeat(e *expression) fragment {
	one := a.build(e.parts[0])
	endless := e.most < 0 && e.least <= 1
	switch {
	case e.most == 0:
		return fragment{empty: true}
	case one.empty && !endless: // matches nothing in many ways
		if max(e.least, e.most) > writtenOut {
			a.endless = true
			return one
		}
		whole := one
		for range max(e.least, e.most) - 1 {
			whole = a.join(whole, a.build(e.parts[0]))
		}
		if e.most < 0 {
			a.connect(whole.last, whole.first)
		}
		return whole
	case e.most < 0 || e.most > writtenOut:
		a.connect(one.last, one.first)
		return fragment{one.first, one.last, one.empty || e.least == 0}
	}
	whole := fragment{first: one.first, empty: e.least == 0}
	for turn := 1; ; turn++ {
		if turn >= e.least {
			whole.last = append(whole.last, one.last...)
		}
		if turn == e.most {
			return whole
		}
		next := a.build(e.parts[0])
		a.connect(one.last, next.first)
		one = next
	}
}

// choices returns how many of the states one character may lead to, as a power of 2, or a large number if too many.
func (a *automaton) choices(states []int) int {
	most := min(len(states), 1)
	if a.steps += len(states); a.steps > maxSteps {
		return huge
	}
	for symbol := 0; symbol <= notASCII && len(states) > 1; symbol++ {
		count := 0
		for _, state := range states {
			if a.classes[state].has(symbol) {
				count++
			}
		}
		most = max(most, count)
	}
	if most > maxAlternatives {
		return huge
	}
	return log(most)
}

// meet reports whether the same character may lead to states of both groups.
func (a *automaton) meet(some, others []int) bool {
	return slices.ContainsFunc(some, func(one int) bool {
		a.steps += len(others)
		return a.steps > maxSteps || slices.ContainsFunc(others, func(other int) bool { return a.classes[one].meets(a.classes[other]) })
	})
}

// around returns the number of ways in which the same text leads through a loop, as a power of 2. It returns a large number
// if two ways lead to the same place, because every turn then doubles them.
func (a *automaton) around(loop []int) int {
	type pair struct{ one, other int }
	seen := map[pair]bool{}
	var open []pair
	for _, state := range loop {
		open = append(open, pair{state, state})
	}
	for len(open) > 0 {
		at := open[len(open)-1]
		open = open[:len(open)-1]
		for i, one := range a.follow[at.one] {
			if a.loop[one] != a.loop[at.one] {
				continue
			}
			for j, other := range a.follow[at.other] {
				if a.steps++; a.steps > maxSteps {
					return huge
				}
				if a.loop[other] != a.loop[one] || !a.classes[one].meets(a.classes[other]) || at.one == at.other && i == j {
					continue
				}
				if one == other {
					return huge
				}
				if next := (pair{one, other}); !seen[next] {
					seen[next] = true
					open = append(open, next)
				}
			}
		}
	}
	if len(seen) == 0 {
		return 0
	}
	return log(len(loop)) // otherwise two ways would lead to one place
}

// findLoops finds the strongly connected components by Tarjan's algorithm.
func (a *automaton) findLoops() {
	a.loop = make([]int, len(a.follow))
	index, low := make([]int, len(a.follow)), make([]int, len(a.follow))
	onStack := make([]bool, len(a.follow))
	var stack []int
	count := 0
	var visit func(state int)
	visit = func(state int) {
		count++
		index[state], low[state] = count, count
		stack, onStack[state] = append(stack, state), true
		self := false
		for _, next := range a.follow[state] {
			self = self || next == state
			if index[next] == 0 {
				visit(next)
				low[state] = min(low[state], low[next])
			} else if onStack[next] {
				low[state] = min(low[state], index[next])
			}
		}
		if low[state] != index[state] {
			return
		}
		var loop []int
		for {
			last := stack[len(stack)-1]
			stack, onStack[last] = stack[:len(stack)-1], false
			loop = append(loop, last)
			if last == state {
				break
			}
		}
		if len(loop) > 1 || self {
			a.loops = append(a.loops, loop)
			for _, state := range loop {
				a.loop[state] = len(a.loops)
			}
		}
	}
	for state := range a.follow {
		if index[state] == 0 {
			visit(state)
		}
	}
}
