package body

import (
	"encoding/json"
	"strings"
	"testing"
)

func read(pattern string) *expression {
	p := patternReader{text: []byte(pattern)}
	return p.alternation(0)
}

func TestExtentOfAPattern(t *testing.T) {
	for pattern, want := range map[string]extent{
		``:                 {size: 1},
		`abc`:              {size: 3},
		`^a\|b\)$`:         {size: 6},
		`[|*?()\]]x`:       {size: 2},
		`a|b|c`:            {size: 3},
		`a?b*c+`:           {size: 3},
		`a{5}`:             {size: 5},
		`a{2,5}`:           {size: 5, ranges: 1, spread: 3},
		`a{,5}`:            {size: 5, ranges: 1, spread: 5},
		`a{5,}`:            {size: 5},
		`a{x}`:             {size: 4},
		`a{`:               {size: 2},
		`(ab){3}`:          {size: 6},
		`(a{0,9}){3}`:      {size: 27, ranges: 3, spread: 27},
		`((a{2}){2}){2}`:   {size: 8},
		`(?:a)(?<n>b)`:     {size: 2},
		`a{99999999999}`:   {size: 1<<30 - 1},
		`a{5,2}`:           {size: 5, inverse: true},
		`(b(a{5,2}c)?){2}`: {size: 14, inverse: true},
		`(a`:               {size: 1},
		`a)`:               {size: 2},
		`\`:                {size: 1},
		`[`:                {size: 1},
		`a{0}`:             {size: 1},
	} {
		if got := read(pattern).extent(); got != want {
			t.Errorf("%s: %+v, want %+v", pattern, got, want)
		}
	}
}

func TestWaysAPatternReadsAToken(t *testing.T) {
	for pattern, want := range map[string]int{
		`abc`: 0, `a|b`: 0, `a|a`: 1, `a|a|a`: 2, `\w|\d|5|x`: 2, `é|ü`: 1, `[^a]|é`: 1, `[^a]|a`: 0, `\s|\S`: 1, `\D|5`: 0,
		`a*b`: 0, `a*a`: tokenLength + 1, `a*a*`: tokenLength + 1, `(a*b)*`: 0, `[a-z]+[0-9]+`: 0, `[a-z]+\w+`: tokenLength,
		`.*foo.*`: tokenLength + 1, `.*a.*b.*`: 2*tokenLength + 2, `(ab|ac)*`: 3, `(red|rose|ruby)+`: 6, `(a*)*`: 0, `(a?)*`: 0, `((a?)*b)+`: 0,
		`(a|a)*`: huge, `(a|aa)*`: huge, `(.{1,3})*`: huge, `(.?.?.?)*`: huge, `(a+b?)*`: 0, `(a+a+)+`: huge, `(\s*\w+\s*)*`: huge,
		`(.*a){5}`: huge, `(a|b|ab)*`: huge, `(a{2}|a{3})*`: huge, `(a{5}){2}`: tokenLength,
		`a?a?a?`: 3, `(a?){3}`: 3, `(a?){5}`: huge, `(a?){2,}`: huge, `(a?){1,30}`: huge, `(a|b?){0,5}`: huge, `a{0,4}a`: 4, `a{0,5}a`: tokenLength + 1,
		`x(` + strings.Repeat("a|", 255) + `a)`: 8, `x(` + strings.Repeat("a|", 256) + `a)`: huge,
		`(` + strings.Repeat("a|", 255) + `b)*`: huge, `[a-z]{0,9000}`: 0, `\b\B^$`: 0, `\x41|A`: 1,
	} {
		if got := new(automaton).readings(read(pattern)); got != want {
			t.Errorf("%.40s: %d, want %d", pattern, got, want)
		}
	}
}

// Those that people use.
func TestOrdinaryPatternsPass(t *testing.T) {
	for _, pattern := range []string{
		`^((25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(25[0-5]|2[0-4]\d|1?\d?\d)$`,
		`^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`,
		`^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$`,
		`^[\w.+-]{1,64}@[\w-]{1,63}(\.[\w-]+)+$`, `^https?://[^\s/$.?#].[^\s]*$`, `^[A-Za-z0-9_-]{1,128}$`, `^[a-z]{0,9998}$`,
		`^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\+([0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*))?$`,
		`^(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{1,2}$`, `^(\(([0-9]{3})\))?[0-9]{3}-[0-9]{4}$`,
	} {
		text, _ := json.Marshal(map[string]any{"max_tokens": 5, "structured_outputs": map[string]string{"regex": pattern}})
		if _, refused := Admit(text, chatRoute, limits); refused != nil {
			t.Errorf("%s: %s", pattern, refused.Message)
		}
	}
}

func TestGrammarIsBounded(t *testing.T) {
	doubled := "root ::= r0 r0\n"
	for _, i := range strings.Fields("0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24") {
		doubled += "r" + i + " ::= s" + i + " s" + i + " | \"\"\ns" + i + " ::= \"a\"?\n"
	}
	for grammar, code := range map[string]string{
		`root ::= ` + strings.Repeat("(", 6000) + `"a"` + strings.Repeat(")", 6000): "pattern_too_complex",
		`root ::= "a" root "b" | "a" root "c" | "x"`:                                "pattern_too_complex",
		"root ::= x\nx ::= y\ny ::= x | \"a\"":                                      "pattern_too_complex",
		`root ::= ` + strings.Repeat(`"a"? `, 193) + `"b"`:                          "pattern_too_complex",
		`root ::= (` + strings.Repeat(`"a"|`, 100) + `"b")*`:                        "pattern_too_complex",
		`root ::= ("a"{0,100}){0,100}`:                                              "pattern_too_complex",
		`root ::= "a"{3,2}`:                                                         "invalid_value",
		`root ::= [a-z]{10001}`:                                                     "pattern_too_complex",
		`root ::= [a-z]{99999999999999999999}`:                                      "pattern_too_complex",
		`root ::= [a-z]{0,128} [a-z]{0,129}`:                                        "pattern_too_complex",
		"root ::= a a a a a\na ::= b b b b b\nb ::= c c c c c\nc ::= \"x\"? \"y\"?": "pattern_too_complex",
		"root ::= x": "invalid_grammar", "root ::= \"a\"\nroot ::= \"b\"": "invalid_grammar", `root = "a"`: "invalid_grammar",
		`root ::= "a`: "invalid_grammar", `root ::= [a`: "invalid_grammar", `root ::= ("a"`: "invalid_grammar", `root ::= "a")`: "invalid_grammar",
		`root ::= *`: "invalid_grammar", `root ::= | *`: "invalid_grammar", `root ::= "a"{x}`: "invalid_grammar", `root ::= <[1]`: "invalid_grammar",
		`root ::= %`: "invalid_grammar", `::= "a"`: "invalid_grammar", `start: "a"`: "invalid_grammar", "root ::= \"a\" \"b\n": "invalid_grammar",
		strings.Replace(doubled, "s24", "missing", 1): "invalid_grammar",
	} {
		text, _ := json.Marshal(map[string]string{"grammar": grammar})
		refused(t, string(text), chatRoute, limits, code, "grammar")
	}
	for _, grammar := range []string{
		`root ::= "yes" | "no"`, "root ::= answer \"\\n\" # the end\n\nanswer ::= (\"a\" | \"b\")+ |\n  \"c\"{2,3} [^\\]\"]* . !<[5]> <think>\r\n",
		"root ::=\n  \"a\\\"b\" item{1,10}\nitem ::= \"- \" [^\\n]+ \"\\n\"", "root ::= " + strings.Repeat(`"word" | `, 190) + `"word"`,
		`root ::= ((("a")) ("b"))`, "root ::= ( # why\n \"a\" \n | \"b\" )", "", "# nothing",
	} {
		text, _ := json.Marshal(map[string]any{"max_tokens": 5, "grammar": grammar})
		if _, refused := Admit(text, chatRoute, limits); refused != nil {
			t.Errorf("%s: %s", grammar, refused.Message)
		}
	}
}
