// Package health adds the command "caddy healthcheck URL": the image has no shell and no curl.
package health

import (
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/caddyserver/caddy/v2"
	caddycmd "github.com/caddyserver/caddy/v2/cmd"
)

const timeout = 3 * time.Second

func init() {
	caddycmd.RegisterCommand(caddycmd.Command{
		Name:  "healthcheck",
		Usage: "<url>",
		Short: "Gets a URL and exits 0 if it answers 2xx within 3 s",
		Func: func(flags caddycmd.Flags) (int, error) {
			if flags.NArg() != 1 {
				return caddy.ExitCodeFailedStartup, errors.New("healthcheck wants one URL")
			}
			if err := Check(flags.Arg(0)); err != nil {
				return caddy.ExitCodeFailedStartup, err
			}
			return caddy.ExitCodeSuccess, nil
		},
	})
}

// Check reports why the URL does not answer 2xx in time, or nil if it does.
func Check(url string) error {
	client := http.Client{
		Timeout: timeout,
		// A redirect is not health.
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
	return nil
}
