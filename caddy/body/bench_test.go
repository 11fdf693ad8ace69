package body

import (
	"strings"
	"testing"
)

// Measures the cost of a body: go test -bench=. ./body. The gateway's bars are 0.5 ms for 100 KB and 20 ms for 5 MB, which
// include reading the body and sending it.
func BenchmarkAdmit(b *testing.B) {
	fill := func(size int, head, each, tail string) string {
		return head + strings.TrimSuffix(strings.Repeat(each, size/len(each)), ",") + tail
	}
	const one = `{"messages":[{"role":"user","content":"`
	for _, size := range []struct {
		name  string
		bytes int
	}{{"1KB", 1_000}, {"100KB", 100_000}, {"5MB", 5_000_000}} {
		messages := min(size.bytes, maxMessages*50)
		for _, body := range []struct{ name, route, text string }{
			{"prose", chatRoute, fill(size.bytes, one, `She said: \"It is x + 1 = 2, of course.\"\nAnd so on it went. `, `"}],"max_tokens":5}`)},
			{"chinese", chatRoute, fill(size.bytes, one, `这是一个测试句子。`, `"}],"max_tokens":5}`)},
			{"messages", chatRoute, fill(messages, `{"messages":[`, `{"role":"user","content":"Expand x(x+1), step by step."},`, `],"max_tokens":5}`)},
			{"parts", chatRoute, fill(size.bytes, `{"messages":[{"content":[`, `{"type":"text","text":"Expand x(x+1), step by step."},`, `]}],"max_tokens":5}`)},
			{"tokens", completionsRoute, fill(size.bytes, `{"prompt":[`, `12345,`, `],"max_tokens":5}`)},
			{"edited", chatRoute, fill(size.bytes, one, `She said: \"It is x + 1 = 2, of course.\"\nAnd so on it went. `, `"}],"stream":true}`)},
			{"tools", chatRoute, fill(min(size.bytes, 150_000), `{"tools":[{"type":"function","function":{"name":"f","parameters":{"properties":{"o":{"prefixItems":[`,
				`{"type":"string","description":"What to expand."},`, `]}}}}}],"max_tokens":5}`)},
		} {
			b.Run(body.name+"/"+size.name, func(b *testing.B) {
				content := []byte(body.text)
				b.SetBytes(int64(len(content)))
				b.ReportAllocs()
				for b.Loop() {
					if _, refused := Admit(content, body.route, Limits{MaxTokens: 100}); refused != nil {
						b.Fatal(refused.Message)
					}
				}
			})
		}
	}
}
