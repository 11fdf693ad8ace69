package access

import "slices"

// Level is the severity of an answer. A handler logs answers of its own level and of higher ones.
type Level int

// The levels, from all answers to none.
const (
	Info  Level = iota // served
	Warn               // refused, or the client left
	Error              // the gateway or the engine failed
	Off
)

var levelNames = []string{"info", "warn", "error", "off"}

// String returns the level's name in the configuration and in a line.
func (l Level) String() string { return levelNames[l] }

// levelOf returns the level of a name.
func levelOf(name string) (Level, bool) {
	i := slices.Index(levelNames, name)
	return Level(i), i >= 0
}
