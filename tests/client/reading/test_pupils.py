"""Messages of pupils are read as far as they ask, and left alone if what they tell may change it."""

from __future__ import annotations

import re

import pytest
from student_client import Problem
from student_client._reading.concepts.fragments import is_beside, is_heading
from student_client._reading.concepts.persons import is_of_a_person
from student_client._reading.concepts.pupils import requested, respelled
from student_client._reading.readings import readings
from student_client._verifying.judge import read

READ = r"""
Missed the whole unit because of flu. What is the derivative of this function?
    f(x) = x^2 e^{3x} ; x ; the derivative in x of x^2*e^(3*x)
i got two answers but the textbook lists just one of them??? solve pls
    \sqrt{x+7} = x - 5 ; x ; all solutions in x of sqrt(x + 7) = x - 5
My sister claims u-substitution, I say parts. What is the integral?
    \int x \cos x \, dx ; x ; the integral in x of x*cos(x)
Been staring at this limit for an hour lol. What is its value?
    \lim_{x \to 0} \frac{\sin 3x}{5x} ; x ; the limit of sin(3*x)/(5*x) as x goes to 0
our teacher asks for the exact solutions in [0, 2\pi)
    2\sin x - 1 = 0 ; x ; all solutions in x of 2*sin(x) - 1 = 0 with x in [0, 2*pi)
The book asks for the inverse function. I swapped the letters and then got stuck on the cube root.
    f(x) = x^3 + 5 ; x ; the inverse function of x^3 + 5 in x
ok so apparently everybody in my class thinks this is obvious :( how do i factor it
    x^2 - 5x - 14 ; x ; x^2 - 5*x - 14, factored
We covered the ratio test on Monday while I was at a swim meet. Does the series converge or diverge?
    \sum_{n=1}^{\infty} \frac{n}{2^n} ; n ; the convergence of n/2^n over n from 1 to oo
My lecturer went through the whole thing in about ten seconds. Could someone tell me what the sum of this series is?
    \sum_{n=0}^{\infty} \frac{2}{5^n} ; n ; the sum of 2/5^n over n from 0 to oo
lol so I lost 3 marks for not writing the constant, what is the antiderivative?
    x^2 + \frac{1}{x} ; x ; the integral in x of x^2 + 1/x
I multiplied both sides by (x+1) and everything exploded. Please solve for x.
    \frac{2}{x+1} + 1 = \frac{5}{x} ; x ; all solutions in x of 2/(x + 1) + 1 = 5/x
What's the answer meant to be? My calculator gives 1.4142.
    \sqrt{50} - \sqrt{32} ; x ; sqrt(50) - sqrt(32), simplified
retaking algebra 2 this summer and completely rusty. can you solve this inequality and write it in interval notation?
    -3x + 4 < 13 ; x ; all real x with -3*x + 4 < 13
tutoring a kid tomorrow and blanking on this. Could you expand and simplify?
    (2x - 1)^3 ; x ; (2*x - 1)^3, expanded
Stuck on part (b) of a past paper. It asks for dy/dx.
    x^2 + y^2 = 25 ; x,y ; the derivative of y in x along x^2 + y^2 = 25
hi, i'm doing the product rule homework and i keep mixing up u and v. whats f'(x)
    f(x) = x^3 \ln x ; x ; the derivative in x of x^3*log(x)
i have a test 2moro. how would you rationalise the denominator?
    \frac{1}{\sqrt{5}-2} ; x ; 1/(sqrt(5) - 2), simplified with no root in the denominator
Somebody on discord told me to use Gaussian elimination and I made an arithmetic slip every time. What are x, y and z?
    x+2y+z=8, 2x-y+z=3, x+y-z=0 ; x,y,z ; all solutions in x, y, z of x + 2*y + z = 8, 2*x - y + z = 3, x + y - z = 0
My final is in two hours!! What is the general solution of this differential equation?
    \frac{dy}{dx} = \frac{x}{y} ; x,y ; y as a function of x, with y' = x/y
why on earth does everyone get -1 for this?? what is the limit really
    \lim_{x \to 1} \frac{1-x}{\ln x} ; x ; the limit of (1 - x)/log(x) as x goes to 1
Is there any trick to remember the quotient rule? I need the derivative of this one.
    \frac{x+1}{x^2+1} ; x ; the derivative in x of (x + 1)/(x^2 + 1)
Do I have to use the chain rule twice? Find the derivative.
    \sin^2(3x) ; x ; the derivative in x of sin(3*x)^2
parts or substitution?? what is the integral
    \int x e^{x^2} \, dx ; x ; the integral in x of x*e^(x^2)
Homework due at midnight! Need the cross product of these two vectors
    \langle 1,2,3 \rangle \times \langle 4,5,6 \rangle ; x ; the value of cross([[1], [2], [3]], [[4], [5], [6]])
Uni interview prep: "find the range of values of x for which the inequality holds"
    x^2 - x - 6 > 0 ; x ; all real x with x^2 - x - 6 > 0
The exercise just says "factorise fully" and I only managed to take out the 3.
    3x^3 - 12x ; x ; 3*x^3 - 12*x, factored
Can someone check my working? I get 7/2 and my partner gets 5. Evaluate the integral.
    \int_0^3 (x^2 - x + 1)\,dx ; x ; the integral in x of x^2 - x + 1 from 0 to 3
I understand the washers method in theory but my brain melts whenever pi shows up. What is the value of this integral?
    \int_0^1 \pi (x - x^4)\,dx ; x ; the integral in x of pi*(x - x^4) from 0 to 1
what do they want here: simplify completely. I hate surds
    \sqrt{75} + 2\sqrt{27} ; x ; sqrt(75) + 2*sqrt(27), simplified
Anyone awake? My prelim is tomorrow morning and I never got the hang of implicit differentiation. Need dy/dx.
    x^3 + y^3 = 6xy ; x,y ; the derivative of y in x along x^3 + y^3 = 6*x*y
my maths teacher left halfway through the year so nobody in our set knows logs. Solve for x please
    \log_2(x+1) = 3 ; x ; all solutions in x of log(x + 1, 2) = 3
I keep ending up with a quadratic I cannot factorise, what are the solutions?
    \frac{x}{x+2} = \frac{3}{x} ; x ; all solutions in x of x/(x + 2) = 3/x
Got 0/10 on this one last week, so embarrassing. How do you integrate it by parts?
    \int x^2 e^x \, dx ; x ; the integral in x of x^2*e^x
i spent all sunday on this limit and my roommate did it in his head?! what is it
    \lim_{x \to \infty} \frac{3x^2 + 1}{x^2 - 5} ; x ; the limit of (3*x^2 + 1)/(x^2 - 5) as x goes to oo
We swapped seats in class so I could not see the board. What is the inverse of this matrix?
    \begin{pmatrix} 2 & 1 \\ 5 & 3 \end{pmatrix} ; x ; the value of [[2, 1], [5, 3]]^(-1)
The worksheet says to expand and simplify, my mum says it is the distributive law?
    3(x-2) + 2(x+5) ; x ; 3*(x - 2) + 2*(x + 5), expanded
sorry if this is dumb. what's the gradient of the curve at x = 1?
    y = x^3 - 2x ; x,y ; the derivative in x of x^3 - 2*x at x = 1
I can do these with numbers but the letters throw me off. Make r the subject.
    A = \pi r^2 ; A,r ; all solutions in r of A = pi*r^2
I get the first derivative fine, it is the second one that kills me. Find f''(x).
    f(x) = x \sin x ; x ; the derivative in x of the derivative in x of x*sin(x)
I tried substituting u = x^2 + 1 and the x would not cancel. What is the integral?
    \int x \sqrt{x^2+1} \, dx ; x ; the integral in x of x*sqrt(x^2 + 1)
My answer was marked wrong and the TA won't tell me why. What is f'(x)?
    f(x) = \frac{e^x}{x} ; x ; the derivative in x of e^x/x
I drew the graph and lost track of which side to shade. What is the solution set?
    x^2 < 9 ; x ; all real x with x^2 < 9
I watched three videos and each one does something different. Does the series converge?
    \sum_{n=1}^{\infty} \frac{1}{n^2+n} ; n ; the convergence of 1/(n^2 + n) over n from 1 to oo
The answer key says 12 and I keep getting -12. Determinant please!
    \begin{vmatrix} 3 & 1 \\ -3 & 3 \end{vmatrix} ; x ; the determinant of [[3, 1], [-3, 3]]
I lost my notes from the lecture on eigenvalues. What are the eigenvalues of this matrix?
    \begin{pmatrix} 1 & 2 \\ 2 & 1 \end{pmatrix} ; x ; the eigenvalues of [[1, 2], [2, 1]]
is there a formula for this or do I have to draw it? Find the vertex.
    y = x^2 + 6x + 5 ; x,y ; the vertex of y = x^2 + 6*x + 5
I multiplied out the brackets and then forgot what I was doing. The question says to solve it.
    (x-3)(x+1) = 5 ; x ; all solutions in x of (x - 3)*(x + 1) = 5
"""
"""Each message, and below it the formula, the letters and what is read."""
NOT_READ = r"""
I already differentiated and got the expression below, what was the original function? ; 3x^2 + 2x ; x
My teacher says the derivative is easy, but how do I integrate it? ; x^2 e^x ; x
I got the integral. The answer is in the book. I need to understand it. ; x^2 e^x ; x
My teacher only counts positive answers. Solve. ; x^2 = 9 ; x
We work in degrees in my class. Solve for x in [0, 360). ; \sin x = 1/2 ; x
I forgot to type the minus sign in front of the 3. Solve. ; x^2 - 3x = 4 ; x
I misread the question at first, it says x^3 and not x^2. Differentiate. ; x^2 + 1 ; x
My teacher told us the curve is shifted up by two. What is the derivative at x=1? ; y = x^2 ; x,y
I found the inverse. Now what is its derivative? ; f(x) = 2x+3 ; x
I worked out the second derivative. Find the first one. ; f(x) = x^3 ; x
We take x to be at least 3. Find the minimum value. ; f(x) = x^2 - 4x ; x
I have this as the derivative. What is the function? ; 2x + 1 ; x
I want twice the answer. Evaluate the integral. ; \int_0^1 x dx ; x
I'm only interested in the larger root. Solve. ; x^2 - 5x + 6 = 0 ; x
I threw away the smaller root. What is left? ; x^2 - 5x + 6 = 0 ; x
I flipped the fraction. What is the derivative? ; \frac{x}{x+1} ; x
I replaced the 2 by a 5. Solve. ; x^2 = 2 ; x
We haven't learned negative numbers yet. Solve. ; x^2 = 16 ; x
My tutor reversed the order of the rows. What is the determinant? ; \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix} ; x
Our class writes log for base 2. Solve. ; \log x = 3 ; x
My professor defines the Fourier transform without the 2pi. Integrate. ; \int e^{-x} dx ; x
My brother took the derivative. What is it at x = 2? ; f(x) = x^3 ; x
I integrated and got this. What did I start with? ; \frac{x^3}{3} ; x
I expanded the left side. Solve the new equation. ; (x+1)^2 = 4 ; x
I got x = 3. What is the other solution? ; x^2 - 5x + 6 = 0 ; x
My answer is the reciprocal of this. Simplify it. ; \frac{x}{x^2} ; x
We started summing at n = 3. Find the sum. ; \sum_{n=0}^{\infty} \frac{1}{2^n} ; n
I stopped after five terms. What is the sum? ; \sum_{n=0}^{\infty} \frac{1}{2^n} ; n
My homework was the area, not the integral. ; \int_{-1}^1 x dx ; x
I doubled everything. What is the integral? ; x^2 ; x
I copied the problem wrong, there should be a square root over the whole thing. Differentiate. ; x^2 + 1 ; x
Binary arithmetic homework. Evaluate. ; 101 + 11 ; x
Modular arithmetic, week 3. Solve for x. ; 3x = 12 ; x
Newton's method again, sorry. Find the root. ; x^3 = 2 ; x
Can you tell me if I should find the derivative or the integral? ; x^2 ; x
Do I get the derivative by dividing? What is the integral? ; x^2 ; x
Why do we drop the negative root? Solve. ; x^2 = 4 ; x
My teacher asks for the answer doubled. Find the derivative. ; x^2 ; x
My teacher asks for half the sum. ; \sum_{n=1}^{4} n ; n
The question says "find the derivative" but I want the integral. ; x^2 ; x
My teacher crossed out "derivative" and wrote "integral". Find the derivative. ; x^2 ; x
We agreed that y depends on x. Differentiate. ; x y ; x,y
I live in the upper half plane. Solve. ; x^2 = 9 ; x
I measured x from the other end. What is the derivative? ; x^2 ; x
I need the tangent, she already gave us the derivative below. Find its equation at x = 1. ; y = 3x^2 ; x,y
Got this after differentiating, how do I get back to the start? ; 6x^2 - 4 ; x
My friend's version has a 5 instead of the 3. Solve his. ; 3x = 15 ; x
We always throw away the solution that is under zero. Solve. ; x^2 = 25 ; x
I shift everything two to the right. What is the vertex? ; y = x^2 ; x,y
My calculator is in degree mode. Evaluate. ; \sin(30) ; x
I found where it crosses. What is the slope there? ; y = x^2 - 1 ; x,y
I got the roots, I only need their sum. ; x^2 - 5x + 6 = 0 ; x
My teacher took points off for the plus c. Integrate without it. ; 2x ; x
Everyone in class doubles it at the end. Integrate. ; \int x dx ; x
I need whatever comes after the derivative. ; x^3 ; x
I finished the first derivative, now the next. ; x^3 ; x
She told us to stop at the quadratic term. Find the Maclaurin series. ; e^x ; x
My brother said pick the bigger one. Solve. ; x^2 = x + 2 ; x
We did the derivative at 2 in class. Find the derivative. ; x^2 ; x
I put the answer into the second equation. What came out? ; x^2 = 4 ; x
Got the partial fractions, how do I put them back together? ; \frac{1}{x-1} + \frac{1}{x+1} ; x
We rotate it about the x-axis. Find the area. ; y = x^2 ; x,y
I must hand in only the numerator. Simplify. ; \frac{x^2-1}{x-1} ; x
My sister is 3 years older. Find her age. ; 2x + 3 = 11 ; x
I am looking at the negative branch. What is the inverse? ; y = x^2 ; x,y
Our class lives in Z_5 this month. Solve. ; 2x = 1 ; x
I read it as minus. Differentiate. ; x^2 + x ; x
I had x equal to 4 in the first part. Evaluate the second. ; x^2 + 1 ; x
My teacher wrote the sign wrong on the sheet. Solve. ; x + 3 > 5 ; x
We start counting from zero. What is the third term? ; a_n = 2n + 1 ; n
I differentiated with respect to y already. Find the derivative. ; x^2 y^3 ; x,y
I flipped the limits since my book does. Evaluate the integral. ; \int_0^1 x dx ; x
"""
TOLD = [
    "i know about f' = 0",
    "my calculator has no log base 5 button",
    "i never know which bit is the inside",
    "my middle component always has the wrong sign",
    "i get a negative discriminant here",
    "my brain melts whenever pi shows up",
    "the infinity is freaking me out",
    "lost all 4 marks on the quiz",
]
NOT_TOLD = [
    "my teacher said x is positive",
    "my prof said half of it",
    "he said the inverse",
    "i see a plus there",
    "my teacher asks for the derivative",
    "we say the domain is all reals",
    "i take k to be 3",
    "i switched the limits",
    "i got the expression below",
    "i read it as minus",
    "don't forget the second derivative",
    "nothing else than the denominator",
    "the function is even",
]


@pytest.mark.parametrize("message", re.findall(r"^(?=\S).+\n    .+$", READ, re.MULTILINE))
def test_pupils_are_read(message: str) -> None:
    objective, printed = message.split("\n    ")
    expression, names, said = printed.split(" ; ")
    assert said in {str(one) for one in readings(Problem(objective, expression, names.split(",")))}


@pytest.mark.parametrize("message", NOT_READ.strip().splitlines())
def test_pupils_are_not_read(message: str) -> None:
    """Nothing is read, or what is read has no answer that is known."""
    objective, expression, names = message.split(" ; ")
    assert not read(Problem(objective, expression, names.split(","))).understood


@pytest.mark.parametrize("clause", TOLD)
def test_is_of_a_person_tells(clause: str) -> None:
    assert is_of_a_person(clause, ["x"], follows=False)


@pytest.mark.parametrize("clause", NOT_TOLD)
def test_is_of_a_person_may_change(clause: str) -> None:
    assert not is_of_a_person(clause, ["x", "k"], follows=True)


def test_is_heading_keeps_what_asks() -> None:
    asks = ("binary arithmetic homework", "reduce each term by one", "then the derivative again", "radians, chapter 3")
    assert not any(is_heading(text) for text in asks)


def test_is_beside_keeps_questions() -> None:
    asks = ("is there a way to write this as a log", "do i get a maximum", "why do we drop the negative root")
    assert not any(is_beside(text) for text in asks)


def test_requested_keeps_what_is_done() -> None:
    assert requested("My teacher asks for the answer doubled.") == "Find the answer doubled."
    assert requested('The question says "find the sum" but I want the mean.').startswith("The question")


def test_respelled_keeps_letters() -> None:
    assert respelled("let u = x and plot u lol", []) == "let u = x and plot u"
