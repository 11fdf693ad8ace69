"""Runs git in the project's folder."""

from __future__ import annotations

from ops.lib.console import Failure, capture


def run(*arguments: str) -> str:
    """Return a git command's output in the project's folder.

    Raises:
        Failure: it fails.
    """
    done = capture(["git", *arguments], timeout=600)
    if done.returncode:
        what = f"git {arguments[0]} failed: {(done.stderr.strip() or 'no message').splitlines()[-1]}"
        raise Failure(what, "run it in a clone of the project, as the user who owns the folder")
    return done.stdout.strip()


def clean_commit() -> str:
    """Return the commit that is checked out.

    Raises:
        Failure: a file differs from it, so that the commit does not describe the files.
    """
    if changed := run("status", "--porcelain", "--untracked-files=no"):
        raise Failure(f"files differ from their commit, such as {changed.split()[1]}", "git commit, or git stash")
    return run("rev-parse", "HEAD")
