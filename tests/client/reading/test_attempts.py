"""What a message reports beside its question is left out, and no result of somebody is ever data."""

from __future__ import annotations

import re

import pytest
from student_client import Problem
from student_client._reading.readings import readings
from student_client._reading.statement import NotRead

READ = r"""
ok so i substituted u = 3^x and now im stuck, exact solutions pls
    9^x - 4\cdot 3^x + 3 = 0 ; x ; all solutions in x of 9^x - 4*3^x + 3 = 0
my teacher said to let u = x^2, but then what? real solutions only
    x^4 - 13x^2 + 36 = 0 ; x ; all real solutions in x of x^4 - 13*x^2 + 36 = 0
Domain?? i put x > 2 and got no marks
    f(x) = \frac{1}{\sqrt{x - 2}} ; x ; all real x at which 1/sqrt(x - 2) has a value
idk why i keep getting 12, whats the value when x = 3 and y = -1?
    x^2y - 2xy ; x,y ; x^2*y - 2*x*y at x = 3 at y = -1
hi, quiz tomorrow and i always mess up the signs. what are the two solutions?
    |3x + 1| = 10 ; x ; all solutions in x of abs(3*x + 1) = 10
my answer was x = 4 and x = -1 but the book only has one of them. which x actually works?
    \sqrt{2x + 1} = x - 1 ; x ; all solutions in x of sqrt(2*x + 1) = x - 1
Why does desmos show two points when I only get one? I need the values of x where the derivative is zero.
    f(x) = x^3 - 3x^2 ; x,f ; all solutions in x of the derivative in x of x^3 - 3*x^2 = 0
so i have to find the arc length from x = 0 to x = 1 and i ended up with a nasty integral. whats the exact length?
    y = \frac{2}{3}x^{3/2} ; x,y ; the integral in x of sqrt(1 + (3/2*x^(3/2 - 1)*(2/3))^2) from 0 to 1
Chain rule question, what's the derivative? I got 5(2x-1)^4 and apparently thats only half of it
    y = (2x - 1)^5 ; x,y ; the derivative in x of (2*x - 1)^5
is there a trick to this limit? everything i try gives 0/0
    \lim_{x\to 0} \frac{\sqrt{x+4} - 2}{x} ; x ; the limit of (sqrt(x + 4) - 2)/x as x goes to 0
lim question... both parts go to infinity so i guessed 0 but the key says otherwise. what is it (n to infinity)?
    a_n = \sqrt{n^2 + 4n} - n ; n ; the limit of sqrt(n^2 + 4*n) - n as n goes to oo
stuck on part b: f is below and we have to find the x-coordinate where the tangent is parallel to y = 3x + 2. any help?
    f(x) = x^2 - x + 4 ; x,f ; all real x at which the derivative in x of x^2 - x + 4 = 3
We have to write this as a single fraction and cancel as far as possible. I'm lost, what should I get?
    \frac{2}{x-1} - \frac{x+3}{x^2-1} ; x ; 2/(x - 1) - (x + 3)/(x^2 - 1), simplified to one fraction
can anyone explain log equations? i got to x^2 = something and gave up. need the exact answer
    \ln(x + 3) + \ln(x) = \ln 10 ; x ; all solutions in x of log(x + 3) + log(x) = log(10)
Does the sign flip here? I need all x for which it is true
    \left(\frac{1}{2}\right)^x > 8 ; x ; all real x with (1/2)^x > 8
my friend and i got different answers on [0, 2π), could someone tell me which x work?
    2\cos^2 x - \cos x - 1 = 0 ; x ; all solutions in x of 2*cos(x)^2 - cos(x) - 1 = 0 with x in [0, 2*pi)
i keep getting just one answer for this but the back of the book has 4, the interval is [0, 2π)
    4\sin^2 x = 3 ; x ; all solutions in x of 4*sin(x)^2 = 3 with x in [0, 2*pi)
Combinations hw, n is unknown. I got n = 9 and n = -8, which one do i write down?
    \binom{n}{2} = 36 ; n ; all solutions in n of binomial(n, 2) = 36
how would you simplify this so only one trig function is left? i tried double angle formulas and it went badly
    \frac{1 - \cos 2x}{\sin 2x} ; x ; (1 - cos(2*x))/sin(2*x), simplified
hey can someone help me factor this completely? my teacher said by grouping but i don't see it
    x^3 + 2x^2 - 9x - 18 ; x ; x^3 + 2*x^2 - 9*x - 18, factored
ugh ok after substituting i get x^2 = something negative and im lost, what are all solutions including complex?
    x^4 + 3x^2 - 4 = 0 ; x ; all complex solutions in x of x^4 + 3*x^2 - 4 = 0
My calculator gives a decimal and the professor needs it exact, so what is the integral?
    \int_0^1 x e^x \, dx ; x ; the integral in x of x*e^x from 0 to 1
Been at this for an hour. I used by parts twice and came back to where I started. What's the antiderivative?
    \int e^x \sin x \, dx ; x ; the integral in x of e^x*sin(x)
not sure if my inverse is right, i got (x-3)/2. what is it?
    f(x) = 2x + 3 ; x ; the inverse function of 2*x + 3 in x
I've tried the quotient rule three times and my answer doesn't match the key, what's dy/dx?
    y = \frac{x}{x^2+1} ; x,y ; the derivative in x of x/(x^2 + 1)
does this one converge?? ratio test gave me 1 so i have no clue
    \sum_{n=1}^{\infty} \frac{1}{n^2 + 1} ; n ; the convergence of 1/(n^2 + 1) over n from 1 to oo
Sorry if this is dumb. I plugged in the wrong numbers on the test. What's the determinant?
    \begin{pmatrix} 2 & -1 \\ 4 & 3 \end{pmatrix} ; x ; the determinant of [[2, -1], [4, 3]]
my homework is due at 8 and I only have this left. vertex??
    y = x^2 + 6x + 5 ; x,y ; the vertex of y = x^2 + 6*x + 5
eigenvalues?? i got 3 and 3 but mathematica gives something else
    \begin{pmatrix} 2 & 1 \\ 1 & 2 \end{pmatrix} ; x ; the eigenvalues of [[2, 1], [1, 2]]
what do you get for the sum of this, i got 2 and my brother got 3/2
    \sum_{n=0}^{\infty} \left(\frac{1}{3}\right)^n ; n ; the sum of (1/3)^n over n from 0 to oo
I know the power rule but there's a root in it?? derivative please
    f(x) = \sqrt{x^3 + 1} ; x ; the derivative in x of sqrt(x^3 + 1)
hello, i was absent when we did these. how do i solve for x?
    \frac{x}{3} + \frac{x}{4} = 7 ; x ; all solutions in x of x/3 + x/4 = 7
can you check? i said the slope at x = 2 is 9 but lost points, what should it be?
    y = x^3 - 2x ; x,y ; the derivative in x of x^3 - 2*x at x = 2
somebody in my group says there's no solution, is that true or what do we write?
    3(x - 2) = 3x + 1 ; x ; all solutions in x of 3*(x - 2) = 3*x + 1
ok this is embarrassing but i keep getting x = -2 and the solutions page says x = 5. can someone solve it?
    3x - 7 = 8 ; x ; all solutions in x of 3*x - 7 = 8
Quotient rule hw. I got (2x)/(x+1) and lost all the points, so what's the derivative?
    f(x) = \frac{x^2}{x+1} ; x,f ; the derivative in x of x^2/(x + 1)
my tutor gets something else for this one, what's the limit?
    \lim_{x\to 3} \frac{x^2 - 9}{x - 3} ; x ; the limit of (x^2 - 9)/(x - 3) as x goes to 3
hi everyone, we started logs this week. i got x = 6 but my classmate said it's wrong. which x is it?
    \log_2(x + 2) = 3 ; x ; all solutions in x of log(x + 2, 2) = 3
What would the determinant be? I got -2, friend got 2.
    \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix} ; x ; the determinant of [[1, 2], [3, 4]]
Trig equation, on [0, 2π). Wolfram shows four answers and I have two. what are all the solutions?
    2\sin^2 x = 1 ; x ; all solutions in x of 2*sin(x)^2 = 1 with x in [0, 2*pi)
I feel so stupid. The question just says "factor completely" and I got (x+2)(x-2) which isn't enough apparently
    x^4 - 16 ; x ; x^4 - 16, factored
I've got a test tomorrow on integrals and this one kills me. What is it equal to?
    \int_1^e \frac{\ln x}{x} \, dx ; x ; the integral in x of log(x)/x from 1 to e
i did u = x^2 + 1 and got a negative number, how can an area be negative lol. evaluate pls
    \int_0^2 x(x^2+1) \, dx ; x ; the integral in x of x*(x^2 + 1) from 0 to 2
the answer in the back is 12 and mine is 10, am i crazy? find f'(2)
    f(x) = x^3 ; x,f ; the derivative in x of x^3 at x = 2
Is it ok to cancel the x's here? Need to simplify as far as possible
    \frac{x^2 - x}{x} ; x ; (x^2 - x)/x, simplified
hello!! can anyone tell me if i need the product rule? i have to differentiate it wrt x
    x^2 \sin x ; x ; the derivative in x of x^2*sin(x)
my daughter is stuck on her homework and I can't remember any of this. Solve for y please.
    4(y - 3) = 2y + 6 ; y ; all solutions in y of 4*(y - 3) = 2*y + 6
vertex of this parabola? i said (2, 1), teacher marked it wrong
    y = x^2 - 4x + 7 ; x,y ; the vertex of y = x^2 - 4*x + 7
Not sure why but I get infinity. My textbook says it converges, what's the sum?
    \sum_{n=1}^{\infty} \frac{2}{3^n} ; n ; the sum of 2/3^n over n from 1 to oo
can't figure out how the book gets rid of the root. what are the answers here
    \sqrt{x + 6} = x ; x ; all solutions in x of sqrt(x + 6) = x
so we're doing inequalities and I wrote x < 4 and got a big red cross. what should i have?
    -2x < -8 ; x ; all real x with -2*x < -8
Tried substitution, tried by parts, nothing. antiderivative?
    \int x \cos(x^2) \, dx ; x ; the integral in x of x*cos(x^2)
Our professor skipped this. All I need is the inverse function
    f(x) = 5x - 8 ; x ; the inverse function of 5*x - 8 in x
"""
NOT_READ = r"""
The minimum value is 3. Find a. ; y = x^2 + 4x + a ; x,y,a
The gradient of the normal at x = 1 is 5. Find a. ; y = ax^2 + 3x ; x,y,a
The sum of the roots is 5. Find k. ; x^2 - kx + 6 = 0 ; x,k
The answer is 5. Find a. ; y = ax^2 + 3x ; x,y,a
Solve. Then I add them. ; x^2 - 4x + 1 = 0 ; x
Solve it. I have to multiply the two solutions. ; x^2 - 4x + 1 = 0 ; x
i got the equation x^2 = 5 by mistake, it should be x^2 = 7. solve for x ; x^2 = 5 ; x
I got x > 0 in part (a) so only use those. solve for x ; x^2 - x - 6 = 0 ; x
my prof says x > 0. what are the solutions? ; x^2 - x - 6 = 0 ; x
I got 3x^2 - 3 after differentiating. What are its roots? ; f(x) = x^3 - 3x ; x
I got x = 2 from the first part. Find y. ; y = 3x + 1 ; x,y
i keep getting 4 but the book asks for the reciprocal of the answer. what is it? ; \int_0^2 x \, dx ; x
I ended up with x^2 + 1 and need to integrate that. help? ; (x + 1)^2 - 2x ; x
the key says only the positive one. which x works? ; x^2 = 9 ; x
my friend got degrees, i need radians. solve for x ; \sin x = \frac{1}{2} ; x
i said the slope at x = 2 is 9, but now the curve is shifted up by 3 and squared. what is it? ; y = x^3 - 2x ; x,y
my calculator gives 7 but it's supposed to be the other root. what is it? ; x^2 - 8x + 7 = 0 ; x
we have complex numbers on the test. solve ; x^2 + 4 = 0 ; x
I got 5 and then doubled it. What should I get? ; 2x = 10 ; x
the interval is [0, π] for part a and [0, 2π] for b. solve ; \sin x = 0 ; x
not sure if my derivative is right, i got 2x. what is its value at 3? ; f(x) = x^2 ; x
my group got different answers on [0, 2π) and i want the sum of all of them. what is it? ; 2\sin x = 1 ; x
The teacher said x = -1 is not allowed. which x work? ; (x+1)(x-2) = 0 ; x
i got x = 4 but the question says x is a negative number. what is it? ; x^2 = 16 ; x
I put x = 2 and got 7. what's the value? ; 3x + 1 ; x
the graph of f is below, i said the max is 4. what should it be on [0, 1]? ; f(x) = 4 - (x - 3)^2 ; x
"""


@pytest.mark.parametrize("message", re.findall(r"^(?=\S).+\n    .+$", READ, re.MULTILINE))
def test_without_attempts_reads(message: str) -> None:
    objective, printed = message.split("\n    ")
    expression, names, said = printed.split(" ; ")
    assert said in {str(one) for one in readings(Problem(objective, expression, names.split(",")))}


@pytest.mark.parametrize("message", NOT_READ.strip().splitlines())
def test_without_attempts_keeps_what_asks(message: str) -> None:
    objective, expression, names = message.split(" ; ")
    with pytest.raises(NotRead):
        readings(Problem(objective, expression, names.split(",")))
