package keys

import (
	"bytes"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"strconv"
	"strings"
	"time"

	"student-llm/gateway/tokens"
)

const (
	maxFileBytes = 1 << 20
	// The limiter remembers one time a request, so this bounds its memory to 2.4 MB a name.
	maxRPM = 100_000
)

var validName = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$`)

// Key is one line of the key file.
type Key struct {
	Name    string
	Hash    [sha256.Size]byte
	RPM     int       // requests a minute; 0 means the gateway's default
	TPM     int       // tokens a minute; 0 means the gateway's default
	Created time.Time // zero means unknown; for people, nothing here depends on it
	Expires time.Time // zero means never
}

const form = "name sha256hex [rpm=N] [tpm=N] [created=TIME] [expires=TIME]"

// Set is a whole key file that was read without a fault.
type Set []Key

// Find returns the key of a presented token. It hashes the token and compares it with every entry, so the time taken
// tells neither whether a guess was near nor where in the file a key stands.
func (s Set) Find(token string) (Key, bool) {
	hash := sha256.Sum256([]byte(token))
	found := -1
	for i := range s {
		same := subtle.ConstantTimeCompare(hash[:], s[i].Hash[:])
		found = subtle.ConstantTimeSelect(same, i, found)
	}
	if found < 0 {
		return Key{}, false
	}
	return s[found], true
}

// ReadFile reads a key file whole and tells when it was written, or says in one line why it must not be used.
func ReadFile(path string) (Set, time.Time, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, time.Time{}, fmt.Errorf("key file: %w. Fix: run 'make init', or give the gateway's user this file", err)
	}
	defer file.Close()
	info, err := file.Stat() // of the opened file, so that a swap cannot slip past the check
	if err != nil {
		return nil, time.Time{}, fmt.Errorf("key file: %w", err)
	}
	if !info.Mode().IsRegular() {
		return nil, time.Time{}, fmt.Errorf("key file: %s is not a regular file", path)
	}
	if mode := info.Mode().Perm(); mode&0o077 != 0 {
		return nil, time.Time{}, fmt.Errorf("key file: %s has mode %04o, others can read or change it. Fix: chmod 600 on it", path, mode)
	}
	content, err := io.ReadAll(io.LimitReader(file, maxFileBytes+1))
	if err != nil {
		return nil, time.Time{}, fmt.Errorf("key file: %w", err)
	}
	set, err := Parse(content)
	if err != nil {
		return nil, time.Time{}, fmt.Errorf("key file: %s: %w", path, err)
	}
	return set, info.ModTime(), nil
}

// Parse reads lines of the form above, times in RFC 3339; blank lines and lines that begin with # say nothing.
func Parse(content []byte) (Set, error) {
	switch {
	case len(content) > maxFileBytes:
		return nil, fmt.Errorf("larger than %d bytes. Fix: remove keys that are not used", maxFileBytes)
	case len(content) > 0 && !bytes.HasSuffix(content, []byte("\n")):
		return nil, errors.New("the last line does not end, the file is half-written. Fix: write it whole, then rename it")
	}
	var set Set
	first := map[string]int{} // name or hash -> the line it was first seen on
	limits := map[string][2]int{}
	for i, line := range strings.Split(string(content), "\n") {
		text := strings.TrimSpace(line)
		if text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		key, err := parseLine(text)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", i+1, err)
		}
		hash := "#" + string(key.Hash[:])
		if line, twice := first[hash]; twice {
			return nil, fmt.Errorf("line %d: the same key as on line %d. Fix: remove one", i+1, line)
		}
		// A name may stand twice while a key is rotated; its limits are the same.
		own := [2]int{key.RPM, key.TPM}
		if line, twice := first[key.Name]; twice && limits[key.Name] != own {
			return nil, fmt.Errorf("line %d: %s has another rpm or tpm on line %d. Fix: give both the same", i+1, key.Name, line)
		}
		first[hash], first[key.Name], limits[key.Name] = i+1, i+1, own
		set = append(set, key)
	}
	if len(set) == 0 {
		return nil, errors.New("no key in it. Fix: 'make key-add NAME=…'")
	}
	return set, nil
}

// parseLine never repeats a field's text but the name's: a key pasted in clear must not reach a log.
func parseLine(text string) (Key, error) {
	fields := strings.Fields(text)
	if !validName.MatchString(fields[0]) {
		return Key{}, errors.New("the name is not 1 to 64 letters, digits, '.', '_' or '-'. Fix: " + form)
	}
	key := Key{Name: fields[0]}
	if len(fields) < 2 {
		return Key{}, fmt.Errorf("%s has no hash. Fix: %s", key.Name, form)
	}
	hash, err := hex.DecodeString(fields[1])
	if err != nil || len(hash) != sha256.Size {
		return Key{}, fmt.Errorf("the hash of %s is not 64 hexadecimal digits. Fix: printf %%s KEY | sha256sum", key.Name)
	}
	copy(key.Hash[:], hash)
	seen := map[string]bool{}
	for _, option := range fields[2:] {
		name, value, _ := strings.Cut(option, "=")
		if seen[name] {
			return Key{}, fmt.Errorf("%s has an option twice", key.Name)
		}
		seen[name] = true
		switch name {
		case "rpm":
			key.RPM, err = number(key.Name, name, value, maxRPM)
		case "tpm":
			key.TPM, err = number(key.Name, name, value, tokens.MaxPerMinute)
		case "created":
			key.Created, err = moment(key.Name, name, value)
		case "expires":
			key.Expires, err = moment(key.Name, name, value)
		default:
			err = fmt.Errorf("%s has an unknown option. Fix: only rpm=, tpm=, created= and expires= are known", key.Name)
		}
		if err != nil {
			return Key{}, err
		}
	}
	return key, nil
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
