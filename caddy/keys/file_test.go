package keys

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"
)

const secret = "sk-alice-in-clear-0123456789"

func hashOf(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}

// lines returns so many lines of the greatest length, of which the first has the key "0".
func lines(count int) string {
	const options = " rpm=100000 tpm=1000000000 created=2029-01-01T00:00:00+01:00 expires=2039-01-01T00:00:00+01:00\n"
	var content strings.Builder
	for i := range count {
		fmt.Fprintf(&content, "%064d %s%s", i, hashOf(strconv.Itoa(i)), options)
	}
	return content.String()
}

func TestParseNamesLimitsExpiry(t *testing.T) {
	set, err := Parse([]byte("# who may ask\n\nalice " + hashOf(secret) + "\n" +
		"\tbob.2 " + strings.ToUpper(hashOf("b")) + "  rpm=5 tpm=700 created=2029-01-01T00:00:00+01:00 expires=2030-01-31T00:00:00Z \r\n"))
	if err != nil {
		t.Fatal(err)
	}
	alice, _ := set.Find(secret)
	if len(set) != 2 || alice.Name != "alice" || alice.RPM != 0 || !alice.Expires.IsZero() {
		t.Errorf("first key read as %+v of %d", alice, len(set))
	}
	bob, _ := set.Find("b")
	if bob.Name != "bob.2" || bob.RPM != 5 || bob.TPM != 700 || !bob.Expires.Equal(time.Date(2030, 1, 31, 0, 0, 0, 0, time.UTC)) {
		t.Errorf("second key read as %+v", bob)
	}
}

func TestParseRefusesTheWholeFile(t *testing.T) {
	good := "alice " + hashOf(secret) + "\n"
	for name, test := range map[string]struct{ content, want string }{
		"nothing":               {"", "it has no key"},
		"comments alone":        {"# none yet\n", "it has no key"},
		"cut in a line":         {good + "bob " + hashOf("b")[:20], "is incomplete"},
		"cut before the end":    {strings.TrimSuffix(good, "\n"), "is incomplete"},
		"no hash":               {good + "bob\n", "line 2: a name without a hash"},
		"short hash":            {good + "\n\nbob " + hashOf("b")[:63] + "\n", "line 4: the hash is not"},
		"key in clear":          {"alice " + secret + "\n", "line 1: the hash is not"},
		"key in clear as name":  {"sk+alice/in-clear-0123456789 x\n", "line 1: the name"},
		"quoted name":           {good + `"bob" ` + hashOf("b") + "\n", "line 2: the name"},
		"name with a null byte": {"al\x00ice " + hashOf("b") + "\n", "line 1: the name"},
		"long name":             {strings.Repeat("a", 65) + " " + hashOf("b") + "\n", "line 1: the name"},
		"rpm of zero":           {good + "bob " + hashOf("b") + " rpm=0\n", "line 2: rpm of bob"},
		"rpm no number":         {"bob " + hashOf("b") + " rpm=many\n", "line 1: rpm of bob"},
		"rpm too large":         {"bob " + hashOf("b") + " rpm=100001\n", "line 1: rpm of bob"},
		"rpm twice":             {"bob " + hashOf("b") + " rpm=1 rpm=2\n", "line 1: bob has an option twice"},
		"no time":               {"bob " + hashOf("b") + " expires=tomorrow\n", "line 1: expires of bob"},
		"unknown option":        {"bob " + hashOf("b") + " tokens=5\n", "line 1: bob has an unknown option"},
		"tpm of zero":           {"bob " + hashOf("b") + " tpm=0\n", "line 1: tpm of bob"},
		"created no time":       {"bob " + hashOf("b") + " created=1\n", "line 1: created of bob"},
		"same key twice":        {good + "bob " + hashOf(secret) + "\n", "line 2: the same key as on line 1"},
		"two limits, one name":  {good + "alice " + hashOf("b") + " rpm=5\n", "line 2: alice has another rpm or tpm on line 1"},
		"two token limits":      {good + "alice " + hashOf("b") + " tpm=5\n", "line 2: alice has another rpm or tpm"},
		"huge":                  {strings.Repeat("#\n", maxFileBytes), "larger than"},
		"too many":              {lines(maxKeys + 1), "more than 100000 keys"},
	} {
		t.Run(name, func(t *testing.T) {
			set, err := Parse([]byte(test.content))
			if set != nil || err == nil {
				t.Fatalf("accepted as %d keys", len(set))
			}
			message := err.Error()
			if !strings.Contains(message, test.want) || strings.Contains(message, "\n") {
				t.Errorf("message %q, want one line with %q", message, test.want)
			}
			if strings.Contains(message, "in-clear") {
				t.Errorf("message %q shows a key", message)
			}
		})
	}
}

func TestParseTwoKeysOfAName(t *testing.T) {
	set, err := Parse([]byte("a " + hashOf("old") + " rpm=2 expires=2030-01-31T00:00:00Z\na " + hashOf("new") + " rpm=2\n"))
	if err != nil || len(set) != 2 {
		t.Fatalf("%v %v", set, err)
	}
}

func TestFindKnowsEachKeyAlone(t *testing.T) {
	var content strings.Builder
	tokens := []string{"first", "middle", "last"}
	for _, token := range tokens {
		content.WriteString("of-" + token + " " + hashOf(token) + "\n")
	}
	set, err := Parse([]byte(content.String()))
	if err != nil {
		t.Fatal(err)
	}
	for _, token := range tokens {
		if key, found := set.Find(token); !found || key.Name != "of-"+token {
			t.Errorf("%s found as %q %v", token, key.Name, found)
		}
	}
	for _, token := range []string{"", "firs", "First", "first ", hashOf("first")} {
		if key, found := set.Find(token); found {
			t.Errorf("%q found as %q", token, key.Name)
		}
	}
}

func TestReadFileRefusesOpenModes(t *testing.T) {
	path := filepath.Join(t.TempDir(), "keys")
	if err := os.WriteFile(path, []byte("alice "+hashOf(secret)+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for mode, fine := range map[os.FileMode]bool{0o600: true, 0o400: true, 0o640: false, 0o604: false, 0o620: false} {
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
		set, _, err := ReadFile(path)
		if fine != (err == nil) || fine != (len(set) == 1) {
			t.Errorf("mode %04o: %v", mode, err)
		}
		if err != nil && !strings.Contains(err.Error(), "chmod 600") {
			t.Errorf("mode %04o: no fix in %q", mode, err)
		}
	}
}

func TestReadFileParsesAFileOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "keys")
	for _, content := range []string{"alice " + hashOf(secret) + "\n", "alice\n", "bob " + hashOf(secret) + "\n"} {
		if err := os.WriteFile(path+".new", []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Rename(path+".new", path); err != nil {
			t.Fatal(err)
		}
		first, _, err := ReadFile(path)
		again, _, errAgain := ReadFile(path)
		if reflect.ValueOf(first).Pointer() != reflect.ValueOf(again).Pointer() {
			t.Errorf("%q was parsed twice", content)
		}
		if (err == nil) != (errAgain == nil) || (err == nil) != strings.Contains(content, " ") {
			t.Errorf("%q: %v, then %v", content, err, errAgain)
		}
	}
}

func TestReadFileNeedsARegularFile(t *testing.T) {
	dir := t.TempDir()
	if _, _, err := ReadFile(dir); err == nil || !strings.Contains(err.Error(), "not a regular file") {
		t.Errorf("a directory: %v", err)
	}
	if _, _, err := ReadFile(filepath.Join(dir, "none")); err == nil || !strings.Contains(err.Error(), "make init") {
		t.Errorf("no file: %v", err)
	}
}

func TestReadFileMostKeys(t *testing.T) {
	path := filepath.Join(t.TempDir(), "keys")
	if err := os.WriteFile(path, []byte(lines(maxKeys)), 0o600); err != nil {
		t.Fatal(err)
	}
	set, _, err := ReadFile(path)
	if err != nil || len(set) != maxKeys {
		t.Fatalf("%d keys, %v", len(set), err)
	}
	if key, found := set.Find(strconv.Itoa(maxKeys - 1)); !found || key.RPM != 100_000 {
		t.Errorf("the last key is %+v", key)
	}
}

func BenchmarkParse(b *testing.B) {
	content := []byte(lines(maxKeys))
	b.SetBytes(int64(len(content)))
	b.ReportAllocs()
	var set Set
	for b.Loop() {
		set, _ = Parse(content)
	}
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	clear(set)
	set = nil
	runtime.GC()
	runtime.ReadMemStats(&after)
	b.ReportMetric(float64(before.HeapAlloc-after.HeapAlloc)/(1<<20), "MiB-kept")
}

func BenchmarkFind(b *testing.B) {
	for _, count := range []int{1, maxKeys} {
		set, err := Parse([]byte(lines(count)))
		if err != nil {
			b.Fatal(err)
		}
		for what, token := range map[string]string{"right": "0", "wrong": strings.Repeat("x", 44)} {
			b.Run(fmt.Sprintf("%d keys, %s", count, what), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					set.Find(token)
				}
			})
		}
	}
}
