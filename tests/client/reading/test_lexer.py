# ruff: noqa: E501 - inputs side by side
r"""Text is cut into tokens once: synonyms, unicode, spacing and runs of letters end in the lexer."""

from __future__ import annotations

import pytest
from student_client._reading.formulas.lexer import MAX_TOKENS, Token, tokenize, unwrap
from student_client._reading.statement import NotRead

SAME = [
    (r"x\,+\;1", "x+1"), (r"\displaystyle x~+\quad 1", "x+1"), (r"\dfrac{1}{x}\tfrac12\cfrac{x}{2}", r"\frac{1}{x}\frac12\frac{x}{2}"),
    (r"\left(x\right)", "(x)"), (r"\bigl[x\bigr]", "[x]"), (r"2\cdot x\times y\ast 3", "2*x*y*3"), ("x**2", "x^2"), (r"6\div x", "6/x"),
    ("x − 1 – 2", "x - 1 - 2"), ("2·x×y", "2*x*y"), ("x÷2", "x/2"), ("x²", "x^{2}"), ("x⁻¹⁰", "x^{-10}"), ("log₂ x", "log_{2} x"), ("2π", r"2\pi"),
    ("θ", r"\theta"), ("Ω", r"\Omega"), ("→ ∞", r"\to\infty"), ("∫ x dx", r"\int x dx"), (r"\mathrm{d}x", "dx"), (r"\mathrm dx", "dx"), (r"\mathrm{~d}x", "dx"),
    (r"\mathrm{dx}", "dx"), (r"\text{x}", "x"), (r"\operatorname{asin} x", r"\asin x"), (r"\lvert x\rvert", r"\left|x\right|"), (r"\vert x\vert", "|x|"),
    (r"\left\lfloor x\right\rfloor", "⌊x⌋"), (r"x \to 0", "x -> 0"), (r"x \rightarrow 0", "x -> 0"), ("theta", r"\theta"), ("pi", r"\pi"), ("oo", r"\infty"),
    (r"x\big|_{x=2}", "x|_{x=2}"), (r"\int\limits_0^1", r"\int_0^1"), (r"x \text{ at } x=2", "x at x=2"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "plain"), SAME, ids=[text for text, _ in SAME])
def test_synonyms_are_one_token(text: str, plain: str) -> None:
    assert [token[:2] for token in tokenize(text, ["x"])] == [token[:2] for token in tokenize(plain, ["x"])]


def test_token_says_how_it_stands() -> None:
    assert tokenize(r"2x sin \sin", ["x"]) == [
        Token("number", "2"),
        Token("letter", "x", glued=True),
        Token("function", "sin", word=True),
        Token("function", "sin"),
    ]


RUNS = [
    ("xy", ["x"], "x y"), ("xdx", ["x"], "x d x"), ("dtheta", ["theta"], "d theta"), ("x_1", ["x_1"], "x_1"), ("x_{1}", ["x_1"], "x_1"), ("x₁", ["x_1"], "x_1"),
    ("ax_{1}", ["x_1"], "a x_1"), ("x_{max}", ["x_max"], "x_max"), (r"\theta_{1}", ["theta_1"], "theta_1"), ("speed*t", ["speed"], "speed * t"),
    (r"4v_0x \cdot 2", ["x"], "4 v_0 x * 2"), ("ax_{1}", ["x"], "a x_1"), (r"x_0x\,y", ["x_0"], "x_0 x y"), (r"\log_2 x", ["x"], "log _ 2 x"),
    (r"\text{speed}", ["speed"], "speed"), ("pi", ["pi"], "pi"), ("int", ["i", "n", "t"], "i n t"), ("at^2", ["t"], "a t ^ 2"), ("mlg", ["m"], "m l g"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "variables", "tokens"), RUNS, ids=[text for text, *_ in RUNS])
def test_letters_are_names_or_products(text: str, variables: list[str], tokens: str) -> None:
    assert " ".join(token.text for token in tokenize(text, variables)) == tokens


REFUSED = [
    "x @ 2", "a2", "y_1", "words", "sinx", "xsin", "xpi", "log2", "x!=2", "٣", "２", "x\x00", r"\{x\}", r"\left\{x\right\}", r"\right.", r"\text{if}",
    "0.333...", "1+x+…", "1+⋯", r"1+\dots", r"1+\ldots", r"1+\cdots", r"1+\dotsb", "1e-3", "1e-3x", "2E5", "1.5e10", "2e+4", "0.1(6)", r"0.1\left(6\right)", r"0.\overline{3}", r"0.\dot{3}", "0.(3)",
    "tg x", "sh x", "th x", "min", "x mod 3", "gcd", "5 cm", "nCr", "rate", "area", "Re(z)", "Sin x", "LN x", "xSin", "Beta", "x^{th}", "50%", r"50\%", "х", "𝑥", "x′", "—x", "xⁿ",
    r"\mathrm{abc}", "x & y", "a:b", "1;2", "½", "∑", "x" * 100_000,
]  # fmt: skip


@pytest.mark.parametrize("text", REFUSED, ids=[text[:20] for text in REFUSED])
def test_no_token_is_refused(text: str) -> None:
    with pytest.raises(NotRead) as refused:
        tokenize(text, ["x"])
    assert "\n" not in str(refused.value)
    assert len(str(refused.value)) < 120


@pytest.mark.parametrize("text", ["asin(x)", "acos x", "atan(x)", "asinh(x)"])
def test_inverse_or_product_is_refused(text: str) -> None:
    assert tokenize(text, ["x"])[0].kind == "function"
    with pytest.raises(NotRead, match="or a times"):
        tokenize(text, ["a", "x"])


@pytest.mark.parametrize(("text", "variables"), [("tg", ["t", "g"]), ("area", ["a", "r", "e"]), ("kxe^x", ["x"])])
def test_product_of_letters(text: str, variables: list[str]) -> None:
    assert {token.kind for token in tokenize(text, variables)} <= {"letter", "symbol"}


@pytest.mark.parametrize(("text", "variables"), [("nu", ["n", "u"]), ("lg", ["g"])])
def test_name_or_product_is_refused(text: str, variables: list[str]) -> None:
    with pytest.raises(NotRead, match="or a product"):
        tokenize(text, variables)


def test_tokens_are_counted() -> None:
    assert len(tokenize("x+" * (MAX_TOKENS // 2), ["x"])) == MAX_TOKENS
    with pytest.raises(NotRead, match="more than 600"):
        tokenize("x+" * MAX_TOKENS, ["x"])


UNWRAPPED = [
    "$x + 1$",
    "$$x + 1$$",
    r"\(x + 1\)",
    r"\[x + 1\]",
    " x + 1. ",
    "x + 1;",
    r"x + 1\,.",
    "x + 1?",
    "$x + 1$.",
]


@pytest.mark.parametrize("text", UNWRAPPED, ids=[text[:12] for text in UNWRAPPED])
def test_wrapping_is_taken_off(text: str) -> None:
    assert unwrap(text) == "x + 1"


@pytest.mark.parametrize("text", ["x + 1" + "." * 50_000, "x + 1..", "x + 1 ...", "x + 1.,", "x + 1??"])
def test_one_punctuation_mark(text: str) -> None:
    with pytest.raises(NotRead):
        tokenize(unwrap(text), ["x"])
