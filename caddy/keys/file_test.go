package keys

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const secret = "sk-alice-in-clear-0123456789"

func hashOf(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}

func TestParseReadsNamesLimitsAndExpiry(t *testing.T) {
	set, err := Parse([]byte("# who may ask\n\nalice " + hashOf(secret) + "\n" +
		"\tbob.2 " + strings.ToUpper(hashOf("b")) + "  rpm=5 tpm=700 created=2029-01-01T00:00:00+01:00 expires=2030-01-31T00:00:00Z \r\n"))
	if err != nil {
		t.Fatal(err)
	}
	if len(set) != 2 || set[0].Name != "alice" || set[0].RPM != 0 || !set[0].Expires.IsZero() {
		t.Errorf("first key read as %+v", set)
	}
	if set[1].Name != "bob.2" || set[1].RPM != 5 || set[1].TPM != 700 || !set[1].Expires.Equal(time.Date(2030, 1, 31, 0, 0, 0, 0, time.UTC)) {
		t.Errorf("second key read as %+v", set[1])
	}
}

func TestParseRefusesTheWholeFileAndNamesTheLine(t *testing.T) {
	good := "alice " + hashOf(secret) + "\n"
	for name, test := range map[string]struct{ content, want string }{
		"nothing":               {"", "no key in it"},
		"comments alone":        {"# none yet\n", "no key in it"},
		"cut in a line":         {good + "bob " + hashOf("b")[:20], "half-written"},
		"cut before the end":    {strings.TrimSuffix(good, "\n"), "half-written"},
		"no hash":               {good + "bob\n", "line 2: bob has no hash"},
		"short hash":            {good + "\n\nbob " + hashOf("b")[:63] + "\n", "line 4: the hash of bob"},
		"key in clear":          {"alice " + secret + "\n", "line 1: the hash of alice"},
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

func TestANameMayHaveTwoKeysWhileOneIsRotated(t *testing.T) {
	set, err := Parse([]byte("a " + hashOf("old") + " rpm=2 expires=2030-01-31T00:00:00Z\na " + hashOf("new") + " rpm=2\n"))
	if err != nil || len(set) != 2 {
		t.Fatalf("%v %v", set, err)
	}
}

func TestFindComparesWithEveryKey(t *testing.T) {
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

func TestReadFileRefusesWhatOthersCanRead(t *testing.T) {
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

func TestReadFileNeedsARegularFile(t *testing.T) {
	dir := t.TempDir()
	if _, _, err := ReadFile(dir); err == nil || !strings.Contains(err.Error(), "not a regular file") {
		t.Errorf("a directory: %v", err)
	}
	if _, _, err := ReadFile(filepath.Join(dir, "none")); err == nil || !strings.Contains(err.Error(), "make init") {
		t.Errorf("no file: %v", err)
	}
}
