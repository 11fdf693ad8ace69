package body

import (
	"fmt"
	"strings"
	"testing"
)

// object is a schema of an object with these properties, all required.
func object(properties ...string) string {
	var names []string
	for _, property := range properties {
		names = append(names, strings.SplitN(property, ":", 2)[0])
	}
	return `{"type":"object","properties":{` + strings.Join(properties, ",") + `},"required":[` + strings.Join(names, ",") + `]}`
}

func union(branches ...string) string { return `{"anyOf":[` + strings.Join(branches, ",") + `]}` }

func repeat(n int, format string) []string {
	var all []string
	for i := range n {
		all = append(all, fmt.Sprintf(format, i))
	}
	return all
}

const (
	self  = `{"$ref":"#/$defs/e"}`
	value = `{"type":"integer"}`
)

// define is a schema with a definition that refers to it.
func define(definition string) string { return `{"$defs":{"e":` + definition + `},"$ref":"#/$defs/e"}` }

// Where a schema may stand.
var places = map[string]string{
	"response_format":    `"response_format":{"type":"json_schema","json_schema":{"name":"n","schema":%s}}`,
	"json_schema":        `"json_schema":%s`,
	"structured_outputs": `"structured_outputs":{"json":%s}`,
	"tools":              `"tools":[{"type":"function","function":{"name":"f","parameters":%s}}]`,
}

func TestCostlySchemaIsRefused(t *testing.T) {
	const complex, pattern = "schema_too_complex", "pattern_too_complex"
	doubled := []string{`"a25":` + value}
	for i := range 25 {
		next := fmt.Sprintf(`{"$ref":"#/$defs/a%d"}`, i+1)
		doubled = append(doubled, fmt.Sprintf(`"a%d":`, i)+union(next, next))
	}
	for schema, code := range map[string]string{
		`{"enum":` + listOf(257, "%d") + `}`:                                                                   complex,
		union(repeat(257, `{"const":%d}`)...):                                                                  complex,
		`{"oneOf":` + listOf(257, `{"const":%d}`) + `}`:                                                        complex,
		`{"allOf":` + listOf(257, `{"const":%d}`) + `}`:                                                        complex,
		`{"type":` + listOf(257, `"string"`) + `}`:                                                             complex,
		object(repeat(257, `"p%d":{}`)...):                                                                     complex,
		`{"properties":` + objectOf(257, "{}") + `}`:                                                           complex,
		union(`{"enum":`+listOf(200, "%d")+`}`, `{"enum":`+listOf(57, "%d")+`}`):                               complex,
		object(`"a":{"items":{"enum":` + listOf(257, "%d") + `}}`):                                             complex,
		`{"additionalProperties":{"enum":` + listOf(257, "%d") + `}}`:                                          complex,
		`{"prefixItems":[{"not":{"enum":` + listOf(257, "%d") + `}}]}`:                                         complex,
		`{"x":{"enum":` + listOf(257, "%d") + `},"$ref":"#/x"}`:                                                complex,
		`{"x":[0,{"enum":` + listOf(257, "%d") + `}],"$ref":"#/x/1"}`:                                          complex,
		`{"$defs":{` + strings.Join(doubled, ",") + `},"$ref":"#/$defs/a0"}`:                                   complex,
		define(union(object(`"l":`+self, `"a":`+value), object(`"l":`+self, `"b":`+value))):                    complex,
		define(union(object(`"l":`+self), object(`"l":`+self))):                                                complex,
		define(union(object(`"t":{"const":"a"}`, `"l":`+self), object(`"t":`+self))):                           complex,
		define(union(object(`"t":`+self), object(`"t":{"const":"a"}`, `"l":`+self))):                           complex,
		define(union(object(`"t":{"const":"a"}`, `"l":`+self), object(`"t":{"const":"\u0061"}`, `"l":`+self))): complex,
		define(union(`{"type":"object","additionalProperties":`+self+`}`, object(`"l":`+self))):                complex,
		define(union(object(`"l":`+self), `{"type":"object","additionalProperties":`+self+`}`)):                complex,
		define(union(`{"type":"array","items":`+self+`}`, `{"type":"array","prefixItems":[`+self+`]}`)):        complex,
		define(union(`{"properties":{"a":`+self+`}}`, object(`"l":`+self))):                                    complex,
		define(union(`{"items":`+self+`}`, object(`"l":`+self))):                                               complex,
		define(union(union(self), object(`"l":`+self))):                                                        "invalid_value",
		define(union(object(`"a":` + union(self, self)))):                                                      complex,
		define(union(self, self)):                                                                              "invalid_value",
		union(object(`"l":{"$ref":"#"}`, `"a":{}`), object(`"l":{"$ref":"#"}`)):                                complex,
		object(`"a":{"pattern":"(a?){500}"}`):                                                                  pattern,
		`{"patternProperties":{"(a?){500}":{}}}`:                                                               pattern,
		`{"propertyNames":{"pattern":"(a|aa){500}"}}`:                                                          pattern,
		`{"pattern":"` + strings.Repeat("(", 65) + `"}`:                                                        pattern,
		`{"pattern":"a{1000000}"}`:                                                                             pattern,
		union(repeat(33, `{"pattern":"a?a?a?%d"}`)...):                                                         complex,
		`{"$ref":"https://example.com/schema"}`:                                                                "invalid_value", `{"$ref":"#/nowhere"}`: "invalid_value", `{"$ref":"#e"}`: "invalid_value",
		`{"$ref":"#/a~1b","a/b":{},"a~1b":{}}`: "invalid_value", `{"$ref":"#/%61","a":{}}`: "invalid_value",
		`{"$dynamicRef":"#e"}`: "invalid_value", `{"$ref":5}`: "invalid_type", `"{}"`: "invalid_type", `[]`: "invalid_type", `5`: "invalid_type",
	} {
		for field, place := range places {
			refused(t, "{"+fmt.Sprintf(place, schema)+"}", chatRoute, limits, code, field)
		}
	}
}

func TestReasonableSchemaPasses(t *testing.T) {
	chain := []string{`"a63":` + value}
	for i := range 63 {
		chain = append(chain, fmt.Sprintf(`"a%d":{"$ref":"#/$defs/a%d"}`, i, i+1))
	}
	for _, schema := range []string{
		`{}`, `true`, `null`,
		`{"enum":` + listOf(250, "%d") + `,"type":"string"}`,
		object(`"a":{"enum":`+listOf(250, "%d")+`}`, `"b":{"enum":`+listOf(250, "%d")+`}`),
		`{"$defs":{` + strings.Join(chain, ",") + `},"$ref":"#/$defs/a0"}`,
		define(object(`"next":` + union(self, `{"type":"null"}`))),                                                   // a list
		define(object(`"children":{"type":"array","items":` + self + `}`)),                                           // a tree
		object(`"children":{"type":"array","items":{"$ref":"#"}}`),                                                   // the same
		define(object(`"l":`+self, `"r":`+self)),                                                                     // without end
		define(union(object(`"t":{"const":"add"}`, `"l":`+self), object(`"t":{"const":"neg"}`, `"l":`+self), value)), // terms
		define(union(object(`"l":`+self), object(`"r":`+self))),
		define(union(`{"type":"array","items":`+self+`}`, `{"type":"object","additionalProperties":`+self+`}`, `{"type":["string","null"]}`)), // JSON
		define(union(object(`"t":{"const":"a"}`, `"l":`+self), object(`"u":{"const":"a"}`, `"l":`+self), `{"type":"array","items":`+self+`}`)),
		define(union(object(`"t":{"enum":["add"]}`, `"l":`+self), object(`"t":{"enum":["neg"]}`, `"l":`+self))),
		`{"$defs":{"add":` + object(`"t":{"const":"add"}`, `"l":`+self) + `,"neg":` + object(`"t":{"const":"neg"}`, `"l":`+self) +
			`,"e":` + union(`{"$ref":"#/$defs/add"}`, `{"$ref":"#/$defs/neg"}`) + `},"$ref":"#/$defs/e"}`,
		union(`{"$ref":"#/$defs/tree"}`, object(`"t":{"$ref":"#/$defs/tree"}`))[:1] + `"$defs":{"tree":` +
			object(`"c":{"items":{"$ref":"#/$defs/tree"}}`) + `},` + union(`{"$ref":"#/$defs/tree"}`, object(`"t":{"$ref":"#/$defs/tree"}`))[1:],
		`{"type":"string","pattern":"^[a-z]{1,64}@[a-z]{1,64}$","minLength":5,"maxLength":1000,"format":"email"}`,
		`{"type":["string","null"],"default":"` + strings.Repeat("x", 1000) + `","title":"t","description":"d"}`,
		`{"type":"array","minItems":2,"maxItems":8,"uniqueItems":true,"items":{"minimum":-9007199254740991,"maximum":18446744073709551615,"exclusiveMaximum":5.5,"multipleOf":0.1}}`,
		`{"properties":{"enum":{"type":"string"},"pattern":{"enum":["(((("]},"$ref":{"type":"string"}}}`, // names, not keywords
		`{"const":{"anyOf":5},"examples":[{"$ref":5}],"if":{},"then":{},"else":{},"dependentSchemas":{"a":{}}}`,
	} {
		for field, place := range places {
			if field == "tools" && strings.Contains(schema, `"#"`) {
				continue
			}
			body := `{"max_tokens":5,` + fmt.Sprintf(place, schema) + "}"
			if admitted, refused := admit(body); refused != nil || string(admitted.Forward) != body {
				t.Errorf("%.200s: %+v", body, refused)
			}
		}
	}
}

func TestEachPlaceOfASchemaIsRead(t *testing.T) {
	const bomb = `{"enum":[` + `1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]}`
	wide := `{"enum":` + listOf(257, "%d") + `}`
	for _, format := range []string{
		`{"type":"json_schema","json_schema":{"schema":%s}}`, `{"type":"text","json_schema":{"schema":%s}}`,
		`{"type":"json_object","schema":%s}`, `{"type":"json","value":%s}`, `{"type":"json_schema","value":{"name":"n","schema":%s}}`,
	} {
		refused(t, `{"response_format":`+fmt.Sprintf(format, wide)+`}`, chatRoute, limits, "schema_too_complex", "response_format")
		if _, refused := admit(`{"response_format":` + fmt.Sprintf(format, bomb) + `}`); refused != nil {
			t.Errorf("%s: %+v", format, refused)
		}
	}
	refused(t, `{"tools":[{"function":{"arguments":`+wide+`}}]}`, chatRoute, limits, "schema_too_complex", "tools")
	for _, format := range []string{`{"type":"structural_tag","format":{}}`, `{"type":"grammar"}`, `{}`, `{"type":5}`, `{"type":null}`} {
		refused(t, `{"response_format":`+format+`}`, chatRoute, limits, "invalid_value", "response_format")
	}
	refused(t, `{"response_format":{"type":"regex","value":"(a?){500}"}}`, chatRoute, limits, "pattern_too_complex", "response_format")
	refused(t, `{"response_format":{"type":"regex"}}`, chatRoute, limits, "invalid_type", "response_format")
	refused(t, `{"structured_outputs":{"structural_tag":"{}"}}`, chatRoute, limits, "invalid_value", "structured_outputs")
	refused(t, `{"structured_outputs":{"regex":"(a?){500}"}}`, chatRoute, limits, "pattern_too_complex", "structured_outputs")
}
