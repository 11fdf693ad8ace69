package keys

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"student-llm/gateway/secretfile"
)

const (
	// Equals the maximum of ops/keys.py.
	maxRPM, maxTPM = 100_000, 1_000_000_000

	// Has room for 100,000 lines of the greatest length, each with a name of 64 letters and all options.
	maxKeys      = 100_000
	maxFileBytes = maxKeys * 256
)

// Key is one line of the key file.
type Key struct {
	Name    string
	RPM     int       // requests a minute; 0 means the gateway's default
	TPM     int       // tokens a minute; 0 means the gateway's default
	Expires time.Time // zero means never

	line int
}

const form = "name sha256hex [rpm=N] [tpm=N] [created=TIME] [expires=TIME]"

type hash = [sha256.Size]byte

// Set is a complete key file without errors.
type Set map[hash]Key

// Find returns the key of a presented token. The time of the look-up depends only on the token's hash, which reveals
// nothing about a secret of 256 bits.
func (s Set) Find(token string) (Key, bool) {
	key, found := s[sha256.Sum256([]byte(token))]
	return key, found
}

// ReadFile reads a complete key file and returns when it was written, or says in one line why it must not be used.
func ReadFile(path string) (Set, time.Time, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, time.Time{}, fmt.Errorf("key file: %w. Fix: run 'make init', or give the gateway's user this file", err)
	}
	defer file.Close()
	info, err := file.Stat() // checks the opened file, so that a swap cannot bypass the check
	if err != nil {
		return nil, time.Time{}, fmt.Errorf("key file: %w", err)
	}
	if !info.Mode().IsRegular() {
		return nil, time.Time{}, fmt.Errorf("key file: %s is not a regular file", path)
	}
	if !secretfile.Closed(info) {
		return nil, time.Time{}, fmt.Errorf("key file: %s has mode %04o, others can read or change it. Fix: chmod 600 on it",
			path, info.Mode().Perm())
	}
	set, err := parsed(file, info)
	if err != nil {
		return nil, time.Time{}, fmt.Errorf("key file: %s: %w", path, err)
	}
	return set, info.ModTime(), nil
}

// latest is the file that was parsed last, so that a large file is parsed once. All sites have the same file, and a refused
// one is checked four times a second.
var latest struct {
	sync.Mutex
	info os.FileInfo
	set  Set
	err  error
}

func parsed(file *os.File, info os.FileInfo) (Set, error) {
	latest.Lock()
	defer latest.Unlock()
	if before := latest.info; before != nil && os.SameFile(before, info) && before.ModTime().Equal(info.ModTime()) &&
		before.Size() == info.Size() {
		return latest.set, latest.err
	}
	var content bytes.Buffer
	content.Grow(int(min(info.Size(), maxFileBytes)) + bytes.MinRead)
	if _, err := content.ReadFrom(io.LimitReader(file, maxFileBytes+1)); err != nil {
		return nil, err
	}
	latest.set, latest.err = Parse(content.Bytes())
	latest.info = info
	return latest.set, latest.err
}

// Parse reads lines of the form above, with times in RFC 3339. It ignores blank lines and lines that begin with #.
func Parse(content []byte) (Set, error) {
	switch {
	case len(content) > maxFileBytes:
		return nil, fmt.Errorf("larger than %d bytes. Fix: remove keys that are not used", maxFileBytes)
	case len(content) > 0 && !bytes.HasSuffix(content, []byte("\n")):
		return nil, errors.New("the last line has no line end, so the file is incomplete. Fix: write a complete file, then rename it")
	}
	lines := min(bytes.Count(content, []byte("\n")), maxKeys)
	set, named := make(Set, lines), make(map[string]Key, lines)
	for number := 1; len(content) > 0; number++ {
		var line []byte
		line, content, _ = bytes.Cut(content, []byte("\n"))
		fields := bytes.Fields(line)
		if len(fields) == 0 || fields[0][0] == '#' {
			continue
		}
		sum, key, err := parseLine(fields)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", number, err)
		}
		key.line = number
		if first, twice := set[sum]; twice {
			return nil, fmt.Errorf("line %d: the same key as on line %d. Fix: remove one", number, first.line)
		}
		// Accepts a name twice while a key is rotated, with the same limits.
		if first, twice := named[key.Name]; twice && (first.RPM != key.RPM || first.TPM != key.TPM) {
			return nil, fmt.Errorf("line %d: %s has another rpm or tpm on line %d. Fix: make both lines equal", number, key.Name, first.line)
		}
		if len(set) == maxKeys {
			return nil, fmt.Errorf("more than %d keys. Fix: remove keys that are not used", maxKeys)
		}
		set[sum], named[key.Name] = key, key
	}
	if len(set) == 0 {
		return nil, errors.New("it has no key. Fix: 'make key-add NAME=…'")
	}
	return set, nil
}

// parseLine never repeats a field's text, because a key pasted in clear must not reach a log. It repeats only the name, if
// a hash is beside it.
func parseLine(fields [][]byte) (sum hash, key Key, err error) {
	if !isName(fields[0]) {
		return sum, key, errors.New("the name is not 1 to 64 letters, digits, '.', '_' or '-'. Fix: " + form)
	}
	key.Name = string(fields[0])
	if len(fields) < 2 {
		return sum, key, errors.New("a name without a hash. Fix: " + form)
	}
	if len(fields[1]) != hex.EncodedLen(len(sum)) || !decoded(sum[:], fields[1]) {
		return sum, key, errors.New("the hash is not 64 hexadecimal digits. Fix: printf %s KEY | sha256sum")
	}
	seen := make([]string, 0, 4)
	for _, option := range fields[2:] {
		name, value, _ := strings.Cut(string(option), "=")
		if slices.Contains(seen, name) {
			return sum, key, fmt.Errorf("%s has an option twice", key.Name)
		}
		seen = append(seen, name)
		switch name {
		case "rpm":
			key.RPM, err = number(key.Name, name, value, maxRPM)
		case "tpm":
			key.TPM, err = number(key.Name, name, value, maxTPM)
		case "created": // is for people, nothing here depends on it
			_, err = moment(key.Name, name, value)
		case "expires":
			key.Expires, err = moment(key.Name, name, value)
		default:
			err = fmt.Errorf("%s has an unknown option. Fix: use only rpm=, tpm=, created= and expires=", key.Name)
		}
		if err != nil {
			return sum, key, err
		}
	}
	return sum, key, nil
}

// isName checks the rule of the message above. A regular expression would take a third of the time for a large file.
func isName(text []byte) bool {
	for i, c := range text {
		letter := 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9'
		if !letter && (i == 0 || c != '.' && c != '_' && c != '-') {
			return false
		}
	}
	return len(text) <= 64
}

func decoded(target, text []byte) bool {
	_, err := hex.Decode(target, text)
	return err == nil
}

func number(key, option, value string, most int) (int, error) {
	n, err := strconv.Atoi(value)
	if err != nil || n < 1 || n > most {
		return 0, fmt.Errorf("%s of %s is not a number from 1 to %d", option, key, most)
	}
	return n, nil
}

func moment(key, option, value string) (time.Time, error) {
	at, err := time.Parse(time.RFC3339, value)
	if err != nil {
		return time.Time{}, fmt.Errorf("%s of %s is not a time like 2030-01-31T00:00:00Z", option, key)
	}
	return at, nil
}
