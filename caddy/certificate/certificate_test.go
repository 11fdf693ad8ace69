package certificate

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"encoding/pem"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// write makes a certificate for a name and its key.
func write(t *testing.T, name string) (certificate, key string) {
	t.Helper()
	folder := t.TempDir()
	secret, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), DNSNames: []string{name}, NotAfter: time.Now().Add(time.Hour)}
	der, err := x509.CreateCertificate(rand.Reader, template, template, secret.Public(), secret)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := x509.MarshalECPrivateKey(secret)
	if err != nil {
		t.Fatal(err)
	}
	certificate, key = filepath.Join(folder, "cert.pem"), filepath.Join(folder, "key.pem")
	for path, block := range map[string]*pem.Block{
		certificate: {Type: "CERTIFICATE", Bytes: der}, key: {Type: "EC PRIVATE KEY", Bytes: raw},
	} {
		if err := os.WriteFile(path, pem.EncodeToMemory(block), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return certificate, key
}

func TestRead(t *testing.T) {
	certificate, key := write(t, "student.example.com")
	_, other := write(t, "student.example.com")
	open := filepath.Join(t.TempDir(), "open.pem")
	content, err := os.ReadFile(key)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(open, content, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ certificate, key, name, says string }{
		{certificate, key, "student.example.com", ""},
		{certificate, key, "other.example.com", "valid for student.example.com, not other.example.com. Fix:"},
		{certificate, other, "student.example.com", "do not match"},
		{key, key, "student.example.com", "do not match"},
		{certificate + ".gone", key, "student.example.com", "no such file"},
		{certificate, key + ".gone", "student.example.com", "no such file"},
		{certificate, open, "student.example.com", "mode 0644, others can read it"},
	} {
		pair, err := Read(test.certificate, test.key, test.name)
		if test.says == "" && (err != nil || pair.Leaf.DNSNames[0] != test.name) {
			t.Errorf("%v: %v", test, err)
		}
		if test.says != "" && (err == nil || !strings.Contains(err.Error(), test.says)) {
			t.Errorf("%v: %v", test, err)
		}
	}
}
