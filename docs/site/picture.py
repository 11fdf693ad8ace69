"""``make picture``: runs the client against the running stack, and draws its terminal as docs/picture.svg."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

ROOT = Path(__file__).resolve().parents[2]
COLUMNS = 140
INTEGRAL = ["--objective", "integrate", "--expression", r"\int x^2 \sin x\,dx", "--variable", "x"]
WRONG = (
    '{"steps":[{"type":"tool","tool":"integrate","args":{"expr":"x**2*cos(x)","var":"x"}},'
    '{"type":"final","payload":{"result":"R1"}}]}'
)
SHOWN = r"--objective integrate --expression '\int x^2 \sin x\,dx' --variable x"
COMMANDS = [
    (f"student plan {SHOWN}", ["student", "plan", *INTEGRAL], 0),
    (f"student check wrong.json {SHOWN}", ["student", "check", "-", *INTEGRAL], 1),
]
STYLES = {"verdict    verified": "bold green", "verdict    rejected": "bold red"}


def output(command: list[str], expected: int) -> str:
    """Return what a command of the client prints.

    Args:
        command: its words; the first is a program of .venv.
        expected: its exit code.

    Raises:
        SystemExit: it ended with another exit code.
    """
    words = [str(ROOT / ".venv" / "bin" / command[0]), *command[1:]]
    done = subprocess.run(words, cwd=ROOT, input=WRONG, capture_output=True, text=True, check=False)
    if done.returncode != expected:
        sys.exit(f"ERROR {' '.join(command)} ended with {done.returncode}: {done.stderr.strip()}. Fix: make up")
    return done.stdout


def main() -> None:
    """Write the picture."""
    console = Console(record=True, width=COLUMNS, file=sys.stderr, force_terminal=True, legacy_windows=False)
    for shown, command, expected in COMMANDS:
        console.print(Text("$ ", "bold cyan") + Text(shown, "bold"))
        for line in output(command, expected).splitlines():
            style = next((style for start, style in STYLES.items() if line.startswith(start)), "")
            console.print(Text(line, style))
        console.print()
    layout = re.sub(r"@font-face \{\{.*?\}\}", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)  # it loads fonts from outside
    svg = console.export_svg(title="Student LLM", theme=MONOKAI, code_format=layout, unique_id="picture")
    (ROOT / "docs" / "picture.svg").write_text(svg)


if __name__ == "__main__":
    main()
