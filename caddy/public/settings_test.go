package public

import (
	"strings"
	"testing"
)

func TestSettings(t *testing.T) {
	for _, test := range []struct{ tls, host, email, public, says string }{
		{"", "", "", "", ""},
		{"internal", "localhost", "", "", ""},
		{"internal", "192.0.2.1", "", "", ""},
		{"internal", "student", "", "", ""},
		{"acme", "student.example.com", "me@example.com", "yes", ""},
		{"files", "student.example.com", "", "yes", ""},
		{"files", "student", "", "yes", ""},
		{"sometimes", "student.example.com", "", "yes", `GATEWAY_TLS is "sometimes". Fix:`},
		{"internal", "student.example.com", "", "yes", "GATEWAY_TLS is internal. Fix:"},
		{"acme", "student.example.com", "me@example.com", "", "add :compose/public.yaml"},
		{"files", "student.example.com", "", "", "add :compose/public.yaml"},
		{"acme", "", "me@example.com", "yes", `GATEWAY_HOST is "", not a public name`},
		{"files", "LocalHost", "", "yes", "not a public name"},
		{"files", "192.0.2.1", "", "yes", "not a public name"},
		{"acme", "2001:db8::1", "me@example.com", "yes", "not a bare host name"},
		{"internal", "http://student.example.com", "", "", "not a bare host name"},
		{"internal", "student.example.com:80", "", "", "not a bare host name"},
		{"internal", "*.example.com", "", "", "not a bare host name"},
		{"internal", "a b", "", "", "not a bare host name"},
		{"acme", "student", "me@example.com", "yes", "which no public CA certifies"},
		{"acme", "student.local", "me@example.com", "yes", "which no public CA certifies"},
		{"acme", "student.example.com", "", "yes", `GATEWAY_ACME_EMAIL is ""`},
		{"acme", "student.example.com", "me", "yes", `GATEWAY_ACME_EMAIL is "me"`},
	} {
		values := map[string]string{"GATEWAY_TLS": test.tls, "GATEWAY_HOST": test.host,
			"GATEWAY_ACME_EMAIL": test.email, "GATEWAY_PUBLIC": test.public}
		err := Check(func(name string) string { return values[name] })
		if test.says == "" && err != nil {
			t.Errorf("%v: %v", test, err)
		}
		if test.says != "" && (err == nil || !strings.Contains(err.Error(), test.says)) {
			t.Errorf("%v: %v", test, err)
		}
	}
}

func TestTheCAsAddress(t *testing.T) {
	for address, fine := range map[string]bool{"": true, "https://ca.example.com/dir": true, "http://ca.example.com": false, "ca": false} {
		if err := checkACME("student.example.com", "me@example.com", address); (err == nil) != fine {
			t.Errorf("%q: %v", address, err)
		}
	}
}
