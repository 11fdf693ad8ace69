r"""Replaces names of matrices and vectors by their values, as in "Find AB" of ``A = ..., B = ...``."""

from __future__ import annotations

import re

_STYLE = r"\\(?:mathbf|vec|boldsymbol|overrightarrow|bm|mathrm)"
_NAME = rf"(?:{_STYLE}\s*\{{\s*([A-Za-z])\s*\}}|{_STYLE}\s+([A-Za-z])|(?<![A-Za-z\\])([A-Za-z]))\s*=\s*"
_DEFINED = re.compile(_NAME)
_BETWEEN = re.compile(r"(?:,|;|\\[ ,;:]|\\q?quad|\\text\s*\{\s*(?:and)?\s*\}|\band\b|\s|\.)+$")
_MATRIX = re.compile(r"\\begin\{([pbB]?matrix)\}(?:(?!\\begin).)*?\\end\{\1\}", re.DOTALL)
_BARRED = re.compile(
    r"\\left\s*(?:\||\\vert)\s*\\begin\{(array|matrix)\}(?:\{[lcr|]*\})?(.*?)\\end\{\1\}\s*\\right\s*(?:\||\\vert)",
    re.DOTALL,
)
_ANGLED = re.compile(r"(?:\\left\s*)?(?:\\langle|⟨)[^⟩=]*?(?:\\right\s*)?(?:\\rangle|⟩)")
_TUPLE = re.compile(r"\(([^()=]+(?:,[^()=]+){1,2})\)")
_UNIT = re.compile(
    r"\s*([+-]?)\s*(\d+(?:\.\d+)?|\\d?frac\{\d+\}\{\d+\}|\\sqrt(?:\{\d+\}|\d))?\s*"
    r"\\(?:mathbf|hat|vec|boldsymbol|bm)\s*\{?\s*(?:\\mathbf\s*\{)?\s*\\?([ijk])(?:math)?\s*\}?\}?"
)
_ASK = (
    r"(?:find|compute|calculate|evaluate|determine|what is|work out|write down|give|state|obtain)(?: the)?(?: (?:exact"
    r" )?value of)?(?: (?:matrix )?(?P<product>product)| matrix)?(?P<kind> (?:dot|scalar|inner|cross|vector) product)?"
    r"(?: of)?(?: the matrix| the vector)?"
)
_TAIL = (
    r"(?:,? (?:for|of|given|using) (?:the )?(?:given |following |these |two )*(?:matrices|vectors|matrix|vector)"
    r"(?: [A-Za-z](?: and [A-Za-z])?)?(?: (?:given|shown|defined))?(?: (?:below|above))?)?(?:,? and simplify)?"
)
_FORMULA = re.compile(rf"\s*{_ASK} (?P<formula>[^,.?;]+?){_TAIL}\s*[.?]?\s*", re.IGNORECASE)
_OF = re.compile(
    r"\s*(?P<ask>(?:find|compute|calculate|evaluate|determine|what (?:is|are)|work out)(?: all)?(?: the)?(?: a)? "
    r"(?:determinant|eigenvalues(?: and (?:the )?(?:corresponding )?eigenvectors)?|inverse|transpose|rank|nullity"
    r"|eigenvectors|(?:reduced )?row echelon form|rref|(?:basis (?:for|of) )?(?:the )?(?:null ?space|kernel|column"
    r" space|row space))) of (?:the matrix )?(?P<formula>[^,.?;]+?)\s*[.?]?\s*",
    re.IGNORECASE,
)
_SAID = re.compile(r"\b(?i:(?:of|is|does|whether|if|the) matrix|of|is|does|whether|if) ([A-HJ-WYZ])(?=[ .,;?!]|$)")
"""A name of a matrix that a question is about: neither I, the identity, nor X, an unknown one."""
_DET = re.compile(r"\\?(?:det|operatorname\{det\})\s*\(?\s*([^()]+?)\s*\)?")
_EXPANDED = re.compile(
    r",? (?:by|using)(?: an?| the)? (?:cofactor |laplace )?(?:expansion|expanding)(?: (?:along|about|by|down|across)"
    r"(?: the)? (?:first|second|third|top|bottom|last|left|middle) (?:row|column))?|, the (?:magnitude|length|norm) of"
    r" (?:the|this) vector|, the determinant of (?:the|this) matrix",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"(?:\d+|[A-Za-z]|\\cdot|·|⋅|\\times|×|[-+()^{}]|\\d?frac\{\d+\}\{\d+\}|\\top|\s)+")
_SIZE = re.compile(r"(?:\|\|?|\\\||\\lVert|‖|\\left\s*\\?\|)\s*([A-Za-z])\s*(?:\|\|?|\\\||\\rVert|‖|\\right\s*\\?\|)")
_BARS = re.compile(r"(?:\||\\left\s*\|)(?P<inside>[^|]+)(?:\||\\right\s*\|)")
_KNOWN = re.compile(r"\\(?:mathbf|vec|boldsymbol|hat|bm|overrightarrow)|begin\{[pbB]?matrix|\\langle|⟨|=\s*\(")
_DOT, _CROSS = re.compile(r"\\cdot|·|⋅"), re.compile(r"\\times|×")
_ARROW = re.compile(r"\\(?:vec|overrightarrow)\s*\{\s*[A-Z]{2}")
"""The vector from one point to another, which is not a product of the points' names."""
_ARTICLE = re.compile(r" a (?=[a-z]{2})(?!(?:and|along|as|by|from|in|into|is|on|onto|to|with)\b)")
_OF_NAMES = r"(?: (?:of|for|between))?(?: the)?(?: (?:vectors?|matri(?:x|ces)))? {one}(?:(?:,| and) {one})*"


def spelled_out(objective: str, expression: str) -> tuple[str, str]:
    """Return a problem with its matrices and vectors as printed instead of their names.

    Args:
        objective: the objective, such as "Find AB".
        expression: the definitions of the names.

    Returns:
        Both; unchanged if nothing has a name, or if the objective does not ask for a formula of the names.
    """
    expression = _BARRED.sub(r"\\begin{vmatrix}\2\\end{vmatrix}", expression)
    if not _KNOWN.search(expression) or re.search(r"\\begin\{(?:cases|aligned|dcases)", expression):
        return objective, expression
    values = named_values(expression)
    if values is None:
        bare = _valued(expression, 3 if _has_k(expression) else 2)
        return objective, bare or expression
    words = _EXPANDED.sub("", _bare(objective))
    if (of := _OF.fullmatch(words)) and (made := formula_of(of["formula"], values)) and made[0] == "Compute":
        return of["ask"], made[1]
    found = _FORMULA.fullmatch(words)
    asked = formula_of(found["formula"], values) if found else None
    if found and found["product"] and re.search(r"[-+]", found["formula"]):
        asked = None
    if found and asked and not _contradicts(found["kind"] or "", asked[1]):
        return asked
    one = f"(?:{'|'.join(values)})"
    named = re.search(_OF_NAMES.replace("{one}", one) + r"(?=\s*[.?]?\s*$)", words)
    plain = words[: named.start()] + words[named.end() :] if named else words
    pairs = "".join(name for name in values if name.isupper()) or "?"
    if re.search(rf"(?<![A-Za-z])(?:{one}|[{pairs}]{{2}})(?![A-Za-z'])", _ARTICLE.sub(" ", plain)):
        return objective, expression
    said = re.findall(rf"(?<![A-Za-z]){one}(?![A-Za-z])", named[0]) if named else []
    return plain, ", ".join(values[name] for name in said or values)


def unprinted_matrix(objective: str, expression: str) -> str:
    r"""Return the name of a matrix that an objective asks about, if only others are printed; else nothing.

    >>> unprinted_matrix("Find the rank of B.", r"A = \begin{pmatrix} 1 & 2 \\ 2 & 4 \end{pmatrix}")
    'B'
    """
    values = named_values(expression) if _MATRIX.search(expression) and "=" not in objective else None
    said = _SAID.findall(_bare(objective)) if values else []
    return next((name for name in said if name not in (values or {})), "")


def _contradicts(kind: str, expression: str) -> bool:
    """Return whether the words name another product than the formula's sign."""
    sign = "dot" if _DOT.search(expression) else "cross" if _CROSS.search(expression) else ""
    named = "dot" if re.search("dot|scalar|inner", kind) else "cross" if kind else sign
    return named != sign


def named_values(expression: str) -> dict[str, str] | None:
    """Return the value of each name as printed; None if something has no name, or is neither a matrix nor a vector."""
    expression = expression.replace(r"\displaystyle", "")
    starts = list(_DEFINED.finditer(expression))
    if not starts or expression[: starts[0].start()].strip(" $"):
        return None
    size, made = 3 if _has_k(expression) else 2, dict[str, str]()
    for index, found in enumerate(starts):
        end = starts[index + 1].start() if index + 1 < len(starts) else len(expression)
        text = _BETWEEN.sub("", expression[found.end() : end].replace("$", ""))
        value, name = _valued(text, size), next(part for part in found.groups() if part)
        if value is None or name in made:
            return None
        made[name] = value
    return made


def _has_k(expression: str) -> bool:
    return any(found[3] == "k" for found in _UNIT.finditer(expression))


def _valued(text: str, size: int) -> str | None:
    """Return a matrix or a vector as printed in brackets; None if it is neither."""
    text = text.strip()
    if re.fullmatch(
        rf"(?:\\left\s*[(\[])?\s*{_MATRIX.pattern}\s*(?:\\right\s*[)\]])?", text, re.DOTALL
    ) or _ANGLED.fullmatch(text):
        return text
    if pair := _TUPLE.fullmatch(text):
        return rf"\langle {pair[1]} \rangle"
    parts: dict[str, str] = {}
    at = 0
    while at < len(text):
        found = _UNIT.match(text, at)
        if not found or found[3] in parts or (at and not found[1]):
            return None
        parts[found[3]] = f"{found[1].replace('+', '')}{found[2] or '1'}"
        at = found.end()
        at += len(text[at:]) - len(text[at:].lstrip())
    if not parts:
        return None
    return rf"\langle {', '.join(parts.get(name, '0') for name in 'ijk'[:size])} \rangle"


def _bare(objective: str) -> str:
    """Return the words with names in plain letters."""
    text = re.sub(
        rf"(\\[a-z]+)?\s*(?:{_STYLE}\s*\{{\s*([A-Za-z]{{1,3}})\s*\}}|{_STYLE}\s+([A-Za-z])(?![A-Za-z]))",
        lambda found: found[0] if _ARROW.search(found[0]) else f"{found[1] or ''} {found[2] or found[3]}",
        objective.replace("$", ""),
    )
    return re.sub(r"([|(]) +(?=[A-Za-z])", r"\1", text)


def formula_of(formula: str, values: dict[str, str]) -> tuple[str, str] | None:
    """Return the words and the expression for a formula of the names; None if it is not one."""
    formula, values = formula.strip(), _with_identity(values)
    size, determinant = _SIZE.fullmatch(formula), _DET.fullmatch(formula)
    if not size and (barred := _BARS.fullmatch(formula)):
        matrices = all(_MATRIX.search(one) and not _is_vector(one) for one in values.values())
        determinant, formula = (barred, formula) if matrices else (None, "")
    if size and size[1] in values:
        square = _MATRIX.search(values[size[1]]) and not _is_vector(values[size[1]])
        if square and "\\|" in formula:
            return None
        return ("Find the determinant" if square else "Find the magnitude"), values[size[1]]
    if determinant:
        inside = values.get(determinant[1]) or (formula_of(determinant[1], values) or ("", ""))[1]
        return ("Find the determinant", inside) if inside else None
    if not _PLAIN.fullmatch(formula) or (_DOT.search(formula) and _CROSS.search(formula)):
        return None
    marked = re.sub(r"\^\s*\{?\s*(?:T|\\top)\s*\}?", "^{!}", formula)
    names = set(re.findall(r"(?<!\\)(?<![a-z])[A-Za-z](?![a-z])", re.sub(r"\\[a-z]+", " ", marked)))
    letters = set(re.sub(r"\\[a-z]+|[^A-Za-z]", "", marked))
    if not names or letters - set(values) or not re.search(r"[-+^·⋅×]|\\cdot|\\times|[A-Za-z]\s*[A-Za-z]|\d", marked):
        return None
    spelled = re.sub(r"\\[a-z]+|[A-Za-z]", lambda found: f" {values.get(found[0], found[0])} ", marked)
    return "Compute", spelled.replace("^{!}", "^T").strip()


def _with_identity(values: dict[str, str]) -> dict[str, str]:
    """Return the values, with the identity of the first matrix's size as I if nothing else has that name."""
    first = next((value for value in values.values() if _MATRIX.search(value) and not _is_vector(value)), None)
    if first is None or "I" in values:
        return values
    size = len([row for row in re.sub(r"\\(?:begin|end)\{[a-zA-Z]+\}", "", first).split("\\\\") if row.strip()])
    rows = (" & ".join("1" if at == row else "0" for at in range(size)) for row in range(size))
    return values | {"I": r"\begin{pmatrix}" + r" \\ ".join(rows) + r"\end{pmatrix}"}


def _is_vector(value: str) -> bool:
    """Return whether a matrix is one column or one row, so that its bars are its length."""
    inside = re.sub(r"\\(?:begin|end)\{[a-zA-Z]+\}", "", value)
    return "&" not in inside or "\\\\" not in inside
