"""The exceptions that the package raises.

StudentError
├── ConfigurationError          a setting is missing or wrong
├── InvalidProblem              the problem itself cannot be sent
├── RequestFailed               no usable answer came back
│   ├── ConnectionFailed        nothing answers at the address
│   ├── RequestTimeout          no answer in time
│   ├── AuthenticationFailed    401 or 403
│   ├── RateLimited             429
│   ├── EngineNotReady          424, 502, 503 or 504
│   └── BadResponse             any other status, or a body that is not what the API promises
├── InvalidPlan                 the text is not a plan
│   └── TruncatedPlan           the text was cut by max_tokens
└── PlanRejected                no plan was accepted, or none was asked for
"""

from __future__ import annotations


class StudentError(Exception):
    """Base of all errors of this package. Its text says what happened and how to fix it.

    >>> from student_client import Problem
    >>> try:
    ...     Problem("", "x", ["x"])
    ... except StudentError as error:
    ...     print(type(error).__name__, "-", error)
    InvalidProblem - the objective is empty. Fix: give one, such as 'integrate', or an operation
    """


class ConfigurationError(StudentError):
    """A setting is missing or has a value that cannot be used."""


class InvalidProblem(StudentError):
    """The problem is empty, too long, or has characters that cannot be sent."""


class RequestFailed(StudentError):
    """A request brought no usable answer.

    Args:
        message: one line: what happened, where, and the fix.
        status: the HTTP status, or None if no answer came.
        request_id: the gateway's request id, or None.
        retry_after: seconds that the server asks to wait, or None.
    """

    def __init__(
        self,
        message: str,
        *,
        status: int | None = None,
        request_id: str | None = None,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.request_id = request_id
        self.retry_after = retry_after


class ConnectionFailed(RequestFailed):
    """Nothing answers at the address, or the connection broke."""


class RequestTimeout(RequestFailed):
    """No answer within the time-out."""


class AuthenticationFailed(RequestFailed):
    """The gateway does not know the key (401), or refuses it (403)."""


class RateLimited(RequestFailed):
    """The key has used up its requests (429)."""


class EngineNotReady(RequestFailed):
    """The gateway answers, but the engine behind it does not (424, 502, 503, 504)."""


class BadResponse(RequestFailed):
    """Any other status, or a body that is not what the API promises."""


class InvalidPlan(StudentError):
    """The model's text is not a plan.

    Args:
        message: one line that names the first fault.
        text: the model's text, as received.
    """

    def __init__(self, message: str, *, text: str) -> None:
        super().__init__(message)
        self.text = text


class TruncatedPlan(InvalidPlan):
    """The model's text was cut by ``max_tokens``."""


class PlanRejected(StudentError):
    """No plan was accepted: the verifier accepted none, or no model was asked because the problem is not understood."""
