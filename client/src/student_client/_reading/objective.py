r"""Converts an objective's words and an expression's notation to the list of questions.

The words are in :mod:`student_client._reading.questions.phrases`. How they combine:

==========================================  =============================================
"integrate", "the antiderivative wrt t"     integrate (in t)
"expand and differentiate", "a, then b"     a, b
"simplify the derivative", "b after a-ing"  a, b
"the derivative at x = 2", "f'(2)"          differentiate, substitute x = 2
"evaluate at x = 2", "f(2)", "x = 2"        substitute x = 2
"limit as x -> 0", "what happens as …"      limit at 0
"integrate from 0 to 1"                     integrate between 0 and 1
"evaluate", "find", "compute"               the operations of the notation
"simplify" of ``\frac{d}{dx} …``            differentiate, simplify
"f(1) and f(3)", "the zeros and f'(x)"      two questions
==========================================  =============================================
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from .completing import Completer
from .formulas.tree import Node
from .questions.clauses import REWRITING, clauses
from .questions.joining import Joiner
from .questions.merging import merge
from .questions.pieces import Piece, meant, pieces
from .questions.words import Letters
from .statement import Choices, NotRead, Operation, Question, Statement


def questions(objective: str, statement: Statement, variables: Sequence[str], choices: Choices) -> tuple[Question, ...]:
    """Return the questions: each is a chain of operations, the innermost first.

    Args:
        objective: the words.
        statement: the expression, read.
        variables: the problem's variables, the first one being the default.
        choices: the options to pick if the words have several readings.

    Raises:
        NotRead: a word or a combination is not understood; its line names it.
    """
    letters = Letters.of(statement, variables, choices)
    if again := _AND_OF.search(objective):
        raise NotRead(f"it is not clear what is asked after {again[0]!r}")
    if (other := _POWER_OF.search(objective)) and not _has_power(statement):
        raise NotRead(f"{other[0]!r} asks for a power, but the expression is not one")
    found = pieces(objective, letters)
    if next((piece.text.lower() for piece in reversed(found) if piece.code != "join"), "") == "from":
        raise NotRead("the words end with 'from', and do not say from which number")
    asked = Joiner(statement, choices).join(clauses(_said(found), statement)) or [()]
    asked = [_moved(question, statement) for question in _hinted(asked, found, statement)]
    _check_sums(asked, found, statement)
    asked = [own for question in asked for own in _each(question, letters)]
    asked = _in_common(asked, found)
    _check_changes(asked, found, statement)
    constants = {name for piece in found if piece.code == "constant" for name in piece.names}
    completer = Completer(statement, letters, choices, constants)
    complete = [completer.complete(_among(merge(question, statement), found)) for question in asked]
    _check_variables(complete, found)
    check_ranges(complete)
    _check_along(complete, statement)
    return tuple(dict.fromkeys(complete))


def _has_power(statement: Statement) -> bool:
    """Return whether a power is printed as a whole, which "the square of the binomial" names."""
    printed = statement.expression
    return isinstance(printed, Node) and printed.head == "pow"


def _check_along(asked: Sequence[Question], statement: Statement) -> None:
    """Refuse a derivative along a curve, as in "find dz/dt if x = t^2": the curve would be put in too late.

    Raises:
        NotRead: the variable of a derivative is not printed, and a formula is put in after it.
    """
    for question in asked:
        late = {name for step in question if step.tool == "substitute" and step.point for name in step.point.names()}
        for step in question:
            if late and step.tool == "differentiate" and step.variable not in statement.expression.names():
                raise NotRead(f"a derivative in {step.variable} needs a formula with this letter")


def check_ranges(asked: Sequence[Question]) -> None:
    """Refuse a range after several questions for places: it could limit one of them, or all.

    Raises:
        NotRead: "the critical points and the zeros for x > 0".
    """
    limited = {step.within is None for question in asked for step in question if step.tool == "solve"}
    if len(limited) > 1:
        raise NotRead("the range could belong to one question or to all")


def _said(found: list[Piece]) -> list[Piece]:
    """Read "= 0" as a question for solutions if no other word asks for them."""
    found = [_predicate(piece, found[index - 1] if index else None) for index, piece in enumerate(found)]
    solved = any(step.tool == "solve" for piece in found for tools in piece.tools for step in tools)
    zeros = [piece for piece in found if piece.code == "zero"]
    if not zeros:
        return found
    if len(zeros) > 1:
        raise NotRead(f"{zeros[-1].text!r} is there twice")
    zero = zeros[0]
    if solved:
        return [replace(piece, tools=tuple(tuple(map(_zeros, tools)) for tools in piece.tools)) for piece in found]
    asks = replace(zero, tools=meant("solve:zeros"))
    return [asks if piece is zero else piece for piece in found]


def _predicate(piece: Piece, before: Piece | None) -> Piece:
    """Read "zero" after a thing as "= 0": "where is f'(x) zero?"."""
    said_of = before is not None and before.code in {"noun", "call", "name", "quantity"}
    return replace(piece, code="zero", tools=()) if said_of and piece.text.lower() == "zero" else piece


def _zeros(step: Operation) -> Operation:
    return replace(step, word=step.word or "zeros") if step.tool == "solve" else step


def _hinted(asked: list[Question], found: list[Piece], statement: Statement) -> list[Question]:
    """Take the tool from a method if nothing else names it: "use the product rule"."""
    methods = [piece for piece in found if piece.code == "method" and piece.meaning]
    told = any(step.tool != "substitute" for question in asked for step in question) or bool(statement.operations)
    for piece in methods:
        asked = [_by(piece, question, statement) for question in asked] if told else asked
    if told or not methods:
        return asked
    equation = not isinstance(statement.expression, Node)
    hint = next((piece for piece in methods if not _is_form(piece) and (equation or not _completes(piece))), None)
    if hint is None or _before(found, hint).code == "ask":
        raise NotRead(f"{methods[0].text!r} does not say what to do")
    return [(*meant(hint.meaning)[0], *question) for question in asked]


def _moved(question: Question, statement: Statement) -> Question:
    """Read velocity and acceleration, if the expression is a position or a velocity in the time t."""
    words = {step.word for step in question} & {"velocity", "acceleration"}
    if not words:
        return question
    names = statement.expression.names()
    constants = statement.argument == "t" and "t" in names and not names & {"a", "s", "v", "x", "y", "z", "h"}
    timed = (names == {"t"} or constants) and not statement.operations and statement.argument in {None, "t"}
    if timed and statement.function in _POSITIONS:
        return question
    if timed and statement.function == "v" and words == {"acceleration"}:
        return tuple(step for step in question if step.word != "acceleration")
    raise NotRead(f"{' and '.join(sorted(map(str, words)))} is only understood for a position or a velocity in t")


def _check_sums(asked: list[Question], found: list[Piece], statement: Statement) -> None:
    """Refuse "add" and similar words for anything but the printed sum, difference, or quotient."""
    words = [step.word for question in asked for step in question if step.word in _SUMS]
    if not words:
        return
    printed = statement.expression
    alone = [len(question) for question in asked] == [1] and not statement.operations
    plain = all(piece.code in _ABOUT or piece.text.lower() == "simplify" or piece.tools for piece in found)
    told = [piece for piece in found if piece.tools and piece.code != "verb"]
    if not alone or not plain or told or not isinstance(printed, Node) or not _SUMS[str(words[0])](printed):
        raise NotRead(f"{words[0]!r} is only understood for a printed sum, difference or quotient")


def _is_difference(printed: Node) -> bool:
    return printed.head == "add" and len(printed.args) == 2 and printed.args[1].head == "neg"


def _is_sum(printed: Node) -> bool:
    return printed.head == "add" and all(part.head != "neg" for part in printed.args)


def _divides_fractions(printed: Node) -> bool:
    return printed.head == "div" and any(part.has("div") for part in printed.args)


_SUMS = {"sum": _is_sum, "difference": _is_difference, "quotient": _divides_fractions}
_ABOUT = frozenset({"neutral", "quantity", "link", "join", "form"})
_POSITIONS = frozenset({"s", "x", "h", "y"})


def _by(method: Piece, question: Question, statement: Statement) -> Question:
    """Take the form of the result from a method: "simplify by rationalizing"."""
    tools = {step.tool for step in (*statement.operations, *question)}
    if _completes(method) and not tools & {"solve", "integrate"}:
        raise NotRead(f"{method.text!r} is only understood of equations and integrals")
    if not _is_form(method):
        return question
    made = meant(method.meaning)[0][0]
    if "simplify" in tools:
        return tuple(replace(s, word=s.word or made.word) if s.tool == "simplify" else s for s in question)
    printed = statement.expression
    if made.word == "condense" and "expand" in tools and isinstance(printed, Node) and printed.has("log"):
        return tuple(replace(s, tool="rewrite", word="logs") if s.tool == "expand" else s for s in question)
    if tools & {"expand", "factor"}:
        raise NotRead(f"{method.text!r} is not understood of {'an expansion' if 'expand' in tools else 'factors'}")
    return question


def _is_form(method: Piece) -> bool:
    return ":" in method.meaning


def _completes(method: Piece) -> bool:
    return "completing" in method.text.lower()


def _before(found: list[Piece], piece: Piece) -> Piece:
    at = next(index for index, other in enumerate(found) if other is piece)
    return next((other for other in reversed(found[:at]) if other.code != "neutral"), Piece("", ""))


def _each(question: Question, letters: Letters) -> list[Question]:
    """Return "the partial derivatives" one by one."""
    if not any(step.word == "each" for step in question):
        return [question]
    names = [name for name in letters.declared if name in letters.present]
    if not names or any(step.variable for step in question):
        return [question]
    return [tuple(replace(s, variable=name) if s.word == "each" else s for s in question) for name in names]


def _in_common(asked: list[Question], found: list[Piece]) -> list[Question]:
    """Apply a variable that is named once to all questions: "expand and differentiate, variable t"."""
    names = {name for piece in found if piece.code == "respect" for name in piece.names}
    if len(names) != 1:
        return asked
    name = next(iter(names))

    def named(step: Operation) -> Operation:
        needs = step.variable is None and step.tool not in REWRITING | {"substitute"}
        return replace(step, variable=name) if needs else step

    return [tuple(named(step) for step in question) for question in asked]


def _among(question: Question, found: list[Piece]) -> Question:
    """Ask for solutions among the real or the complex numbers."""
    for piece in found:
        if piece.code != "domain":
            continue
        if piece.meaning == "rational" and any(step.tool != "factor" for step in question):
            raise NotRead(f"{piece.text!r} is only understood of factors")
        if piece.meaning == "rational":
            continue
        if piece.meaning == "complex" and not any(step.tool == "solve" for step in question):
            raise NotRead(f"{piece.text!r} is only understood of solutions")
        if piece.text.lower().startswith(("over", "in ")) and any(step.tool == "factor" for step in question):
            raise NotRead(f"{piece.text!r} is not understood of factors")
        if any(step.tool in {"eigenvalues", "eigenvectors"} for step in question):
            raise NotRead(f"{piece.text!r} is not understood of eigenvalues, which may be complex")
        real = piece.meaning == "real"
        question = tuple(
            replace(step, real=real, word=step.word if real else "complex") if step.tool == "solve" else step
            for step in question
        )
    return question


def _check_changes(asked: list[Question], found: list[Piece], statement: Statement) -> None:
    """Refuse a change of variables for anything but an integral."""
    change = next((piece for piece in found if piece.code == "change"), None)
    done = [(*statement.operations, *question) for question in asked]
    if change and not all(any(step.tool == "integrate" for step in question) for question in done):
        raise NotRead(f"{change.text!r} is only understood of an integral")
    if change and not _VARIABLE.search(_CONSTANTS.sub("", change.text.partition("=")[2])):
        raise NotRead(f"{change.text!r} gives a value to a letter that the problem does not have")


_POWER_OF = re.compile(r"(?<!complete )(?<!completing )\bthe (?:square|cube)(?: of\b|(?=[ .?!]*$))", re.IGNORECASE)
_AND_OF = re.compile(r"\band (?:also )?(?:those )?of\b", re.IGNORECASE)
_CONSTANTS = re.compile(r"\\?\b(?:pi|infty|e)\b")
_VARIABLE = re.compile(r"[a-z]")


def _check_variables(asked: list[Question], found: list[Piece]) -> None:
    """Refuse a named variable that no operation uses."""
    used = {step.variable for question in asked for step in question}
    for piece in found:
        if piece.code == "respect" and used - {None} and not used & set(piece.names):
            raise NotRead(f"no operation is done {piece.text!r}")
