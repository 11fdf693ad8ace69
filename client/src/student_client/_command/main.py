"""The command ``student``: arguments in, exit code out. Code that needs more than argparse is loaded on demand."""

from __future__ import annotations

import argparse
import os
import sys
import warnings
from collections.abc import Sequence
from typing import NoReturn

from .. import __version__
from .._errors import (
    AuthenticationFailed,
    ConfigurationError,
    InvalidPlan,
    InvalidProblem,
    PlanRejected,
    RateLimited,
    RequestFailed,
    StudentError,
)
from .._operation import OPERATIONS
from .bench_options import add_options
from .completion import SHELLS, script
from .show import coloured, printable

ACCEPTED, NOT_ACCEPTED, USAGE, NO_ANSWER, REFUSED, FILES, INTERRUPTED = 0, 1, 2, 3, 4, 5, 130

EPILOG = """\
exit codes:
  0    the plan was accepted; for other commands: done
  1    no plan was accepted (rejected, undecided, not a plan), or the problem is not understood
  2    wrong usage, settings or problem
  3    no usable answer: no connection, time-out, engine not ready, bad response
  4    the key was refused, or its requests are used up
  5    a file cannot be read or written
  130  interrupted

Settings come from the environment, or else from env/student.env; 'student config' shows them.
"""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Print the error as one line, like every other error."""
        self.exit(USAGE, f"ERROR {message}. Fix: {self.prog} --help\n")


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 1000:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 to 1000")
    return int(text)


def _assumption(text: str) -> tuple[str, str]:
    topic, sign, option = text.partition("=")
    if not sign:
        raise argparse.ArgumentTypeError(f"{text!r} is not TOPIC=OPTION, such as log=10")
    return topic.strip(), option.strip()


def _add_problem(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("the problem")
    group.add_argument("--objective", metavar="TEXT", help="what to do, in words, such as 'find the derivative'")
    group.add_argument("--operation", metavar="NAME", help=f"what to do, without words: {', '.join(OPERATIONS)}")
    group.add_argument(
        "--expression", required=True, metavar="LATEX", help=r"such as '\int x^2 \sin x\,dx', in single quotes"
    )
    group.add_argument(
        "--variable",
        required=True,
        action="append",
        dest="variables",
        metavar="NAME",
        help="such as x; may be repeated",
    )
    group.add_argument(
        "--assume",
        type=_assumption,
        action="append",
        default=[],
        metavar="TOPIC=OPTION",
        help="settles an ambiguity, such as log=10 or 'interval=[0, 2*pi)'; may be repeated",
    )
    group = parser.add_argument_group("arguments of --operation, which is done in the first --variable")
    group.add_argument("--at", metavar="POINT", help="of limit, evaluate and differentiate: such as 2 or --at=-pi/2")
    group.add_argument("--order", metavar="N", help="of differentiate: 1 to 4")
    group.add_argument("--lower", metavar="POINT", help="of integrate and sum: the lower bound")
    group.add_argument("--upper", metavar="POINT", help="of integrate and sum: the upper bound, such as 1 or oo")
    group.add_argument("--degree", metavar="N", help="of taylor: the highest power")
    group.add_argument("--digits", metavar="N", help="of numeric: how many significant digits")
    group.add_argument("--form", metavar="FORM", help="of rewrite: such as 'partial fractions' or a+bi")
    group.add_argument("--function", metavar="NAME", help="of implicit: the letter that depends on the variable")
    group.add_argument("--property", metavar="NAME", help="of classify: such as parity or convergence")
    group.add_argument("--space", metavar="SPACE", help="of basis: 'null space', 'column space' or 'row space'")
    group.add_argument("--side", metavar="SIDE", help="of limit: + from the right, --side=- from the left")


def _parser() -> argparse.ArgumentParser:
    common = _Parser(add_help=False)
    common.add_argument("--debug", action="store_true", help="show where an error came from")
    parser = _Parser(
        prog="student",
        description="Asks a student LLM for solution plans of math problems, and returns only verified ones.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"student {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=_Parser)

    def add(name: str, text: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".", parents=[common])

    plan = add("plan", "ask for a verified plan")
    _add_problem(plan)
    plan.add_argument("--json", action="store_true", help="print one JSON object")
    check = add("check", "verify a plan in a file against a problem")
    check.add_argument("file", metavar="FILE", help="the plan's JSON; - reads standard input")
    _add_problem(check)
    check.add_argument("--json", action="store_true", help="print one JSON object")
    read = add("read", "show how a problem is understood, without asking a model")
    _add_problem(read)
    read.add_argument("--json", action="store_true", help="print one JSON object")
    batch = add("batch", "solve the problems of a file; run again, it continues where it stopped")
    batch.add_argument("source", metavar="IN.jsonl", help="problems, one JSON object per line")
    batch.add_argument("target", metavar="OUT.jsonl", help="outcomes, one JSON object per line, in the same order")
    batch.add_argument(
        "--concurrency", type=_count, default=8, metavar="N", help="requests at once, at most (default 8)"
    )
    batch.add_argument(
        "--metrics", metavar="FILE", help="keep counts in a file for Prometheus's node_exporter (*.prom)"
    )
    add_options(add("bench", "measure the running stack: its speed, its plans, and the cost of a verified one"))
    models = add("models", "list the models the API serves")
    models.add_argument("--json", action="store_true", help="print one JSON array")
    add("prompt", "print the messages that go before a problem, as a file for STUDENT_PROMPT")
    config = add("config", "show the settings and where each comes from, without keys")
    config.add_argument("--json", action="store_true", help="print one JSON object")
    completion = add("completion", "print the tab completion for a shell")
    completion.add_argument("shell", choices=SHELLS, help='bash: eval "$(student completion bash)"')
    return parser


def _exit_code(error: BaseException) -> int:
    if isinstance(error, AuthenticationFailed | RateLimited):
        return REFUSED
    if isinstance(error, RequestFailed):
        return NO_ANSWER
    if isinstance(error, InvalidPlan | PlanRejected):
        return NOT_ACCEPTED
    if isinstance(error, ConfigurationError | InvalidProblem):
        return USAGE
    return FILES


def _fail(error: StudentError | OSError | UnicodeError) -> int:
    if isinstance(error, OSError):
        where = f" ({error.filename})" if error.filename else ""
        text = f"{error.strerror or error}{where}"
        if ". Fix: " not in text:
            text += ". Fix: check the file's name, its permissions and the free space"
    elif isinstance(error, UnicodeError):
        text = "the input is not UTF-8 text. Fix: save it as UTF-8"
    else:
        text = str(error)
    word = "\x1b[31mERROR\x1b[0m" if coloured(sys.stderr) else "ERROR"
    print(f"{word} {printable(' '.join(text.split()))}", file=sys.stderr)
    return _exit_code(error)


def _warn(message: Warning | str, *_: object, **__: object) -> None:
    print(f"WARNING {message}", file=sys.stderr)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        argv: the arguments without the program's name; None for those of the process.

    Returns:
        The exit code, as ``student --help`` lists them.
    """
    arguments = _parser().parse_args(argv)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("always", UserWarning)
            warnings.showwarning = _warn
            return _run(arguments)
    except BrokenPipeError:
        # End quietly when the reader has gone, as in 'student models | head -1'.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ACCEPTED
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        return INTERRUPTED
    except (StudentError, OSError, UnicodeError) as error:
        if arguments.debug:
            raise
        return _fail(error)


def _run(arguments: argparse.Namespace) -> int:
    if arguments.command == "completion":
        print(script(_parser(), arguments.shell))
        return ACCEPTED
    from . import commands as _commands  # noqa: PLC0415 - 'student --help' does not need it

    accepted = getattr(_commands, arguments.command)(arguments)
    sys.stdout.flush()
    return ACCEPTED if accepted else NOT_ACCEPTED


if __name__ == "__main__":
    sys.exit(main())
