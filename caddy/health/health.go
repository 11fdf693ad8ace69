// Package health adds the command "caddy healthcheck URL", which also prints the answer. The image has no shell and no
// curl.
package health

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"time"

	"github.com/caddyserver/caddy/v2"
	caddycmd "github.com/caddyserver/caddy/v2/cmd"
)

const timeout = 3 * time.Second

func init() {
	caddycmd.RegisterCommand(caddycmd.Command{
		Name:  "healthcheck",
		Usage: "<url>",
		Short: "Gets a URL, prints the answer and exits 0 if that is 2xx within 3 s",
		Func: func(flags caddycmd.Flags) (int, error) {
			if flags.NArg() != 1 {
				return caddy.ExitCodeFailedStartup, errors.New("healthcheck requires one URL")
			}
			if err := Check(flags.Arg(0), os.Stdout); err != nil {
				return caddy.ExitCodeFailedStartup, err
			}
			return caddy.ExitCodeSuccess, nil
		},
	})
}

// Check copies the URL's answer, or reports why it is not 2xx in time.
func Check(url string, to io.Writer) error {
	client := http.Client{
		Timeout: timeout,
		// Counts a redirect as a failure.
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	response, err := client.Get(url)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if response.StatusCode/100 != 2 {
		return fmt.Errorf("%s answered %s", url, response.Status)
	}
	_, err = io.Copy(to, response.Body)
	return err
}
