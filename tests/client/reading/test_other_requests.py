"""The guard before the readers of the words: objectives that ask for something else than a result are refused."""

from __future__ import annotations

import pytest
from student_client._reading.other_requests import check_requests
from student_client._reading.statement import NotRead

pytestmark = pytest.mark.proves("security/model-output")

OTHERWISE = """
    What is a derivative?
    What is differentiation?
    What is the derivative used for?
    What is required for the derivative?
    What do I need to find the derivative?
    What integral would you get by substitution?
    What does the integral represent?
    What kind of integral is this?
    Which student got the derivative?
    Which machine can find the derivative?
    Who can solve the equation?
    Where is the derivative explained?
    When was the derivative found?
    Why is the derivative important?
    How do I explain the derivative to my son?
    Can I integrate by parts?
    Should I use substitution here?
    Do we have to solve the equation?
    Is it useful to find the derivative?
    Am I supposed to differentiate this?
    Would it help to find the integral?
    I solved the equation.
    My friend got the derivative wrong. Explain why.
    Suppose you find the derivative. What then?
    After finding the derivative, what is next?
    Check my derivative.
    Discuss the function. Find the derivative.
    Find the book this integral is in.
    State what is given.
    Lesson: the derivative. Task: write a question.
    Make an exam question with this integral.
    Get me an integral like this for practice, please.
    Find the derivative and use it.
    Find the derivative and interpret it.
    Find the derivative and then its derivative.
    Find the derivative of the book.
    Find the inverse of the inverse function.
    Find the function in this integral.
    Divide the fraction by x
    Find both limits.
    I need the limit, is it in the sequence?
    Find the tangent at x = 2, where x > 3.
    Find the derivative at $x = 2$, given that $x$ is negative.
    For x > 5, find the derivative at x = 1.
"""
RESULTS = """
    Should I use substitution? Find the integral.
    Find the derivative. Show all steps.
    Find the derivative, explain your reasoning.
    I tried to find the derivative and got stuck. What is it?
    I need help with this integral
    Does anyone know how to integrate this?
    How do you usually solve this equation?
    How should I properly integrate this?
    Could we have the integral of this?
    What is the correct value of the integral?
    What is the required area?
    What is an antiderivative of f?
    What is an equation of the tangent line at x = 2?
    What is it equal to?
    What do I get if I differentiate this?
    Which value of x makes the function zero?
    When is the derivative zero?
    Is the series convergent or divergent?
    Are there any real solutions?
    Enter the derivative of f.
    After how many years will the population reach 500?
    How many people will be infected after 10 days?
    My teacher asked me to find the derivative.
    Who can help me? I need to find the derivative of this.
    The gradient is given. Find the function.
    Find the derivative and use it to find the slope at x = 2.
    Find both roots.
    Discuss the continuity of f at x = 0.
    Give a simplified expression.
    Find the tangent at x = 4, where x > 0.
    The function is defined for x > 2. Find f(3).
    If the limit exists, find it.
    evaluate exactly as a decimal
    Compute please
    What is the nature of the roots of the equation?
    find an expression for the sum
    Make a the subject
    Test it for absolute convergence
    State whether the series converges and name the test you used.
    How do I use the ratio test to determine whether the series converges
    look for the limit of the function
"""


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize("objective", lines(OTHERWISE))
def test_check_requests_refuses_other_things(objective: str) -> None:
    with pytest.raises(NotRead):
        check_requests(objective)


@pytest.mark.parametrize("objective", lines(RESULTS))
def test_check_requests_keeps_results(objective: str) -> None:
    check_requests(objective)
