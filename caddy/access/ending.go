package access

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"go.uber.org/zap"

	"github.com/caddyserver/caddy/v2/modules/caddyhttp"

	"student-llm/gateway/engine"
	"student-llm/gateway/refusal"
)

// ending is how a request ended.
type ending struct {
	level  Level
	code   string // of the refusal; empty if the request was served
	kind   string // of the engine's failure; empty if it did not fail
	broken bool   // whether the answer had begun
}

// errAborted asks the server to close the connection. The proxy panics with it when a started answer breaks off.
var errAborted = errors.New("aborted")

// call runs the inner handlers and returns a panic as an error.
func (h *Handler) call(next caddyhttp.Handler, w http.ResponseWriter, r *http.Request) (err error) {
	defer func() {
		switch cause := recover(); cause {
		case nil:
		case http.ErrAbortHandler:
			err = errAborted
		default:
			h.logger.Error("a handler panicked", zap.Any("cause", cause), zap.Stack("stack"))
			err = fmt.Errorf("panic: %v", cause)
		}
	}()
	return next.ServeHTTP(w, r)
}

// end finishes an answer after the inner handlers returned.
func (a *answer) end(ctx context.Context, err error) ending {
	switch {
	case err == nil:
		a.begin()
		return ending{level: levelOfStatus(a.status)}
	case a.status == 0 && err == errAborted && ctx.Err() == nil: // refuses: the answer was held back and nothing of it sent
		refused := refusal.ByStatus(http.StatusBadGateway)
		refused.Kind, refused.Cause = engine.BrokeOff, a.known.Cause
		return a.refuse(refused)
	case a.status == 0 && err != errAborted:
		return a.refuse(err)
	default:
		return a.breakOff(ctx, err)
	}
}

// refuse answers with the refusal of an error.
func (a *answer) refuse(err error) ending {
	refused := refusal.Of(err)
	if refused.Cause != "" || a.known.Cause == "" {
		a.known.Cause = refused.Error()
	}
	_ = refused.Write(a) // ignores a client that has left
	return ending{level: levelOfStatus(a.status), code: refused.Code, kind: refused.Kind}
}

// breakOff finds out why a started answer was cut off.
func (a *answer) breakOff(ctx context.Context, err error) ending {
	end := ending{level: Error, broken: true}
	switch {
	case a.gone != nil:
		end.level, a.known.Cause = Warn, "sending to the client: "+a.gone.Error()
	case ctx.Err() != nil:
		end.level, a.known.Cause = Warn, "the client closed the connection"
	case err != errAborted:
		a.known.Cause = refusal.Of(err).Error()
	default:
		end.kind = engine.BrokeOff
		if a.known.Cause == "" {
			a.known.Cause = "the engine broke off its answer"
		}
	}
	return end
}

func levelOfStatus(status int) Level {
	switch {
	case status >= http.StatusInternalServerError:
		return Error
	case status >= http.StatusBadRequest:
		return Warn
	}
	return Info
}
