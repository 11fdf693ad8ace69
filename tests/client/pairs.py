# ruff: noqa: E501 - one problem a line
r"""Problems as people type them, each with a right plan: objective ; expression ; variables ; step ; step …

Read by several tests: all are accepted, and none is after a change that makes its result wrong.
"""

from __future__ import annotations

from student_client._plan import Plan
from student_client._problem import Problem

from .plans import plan

INTEGRATE = r"""
integrate ; \int x^2 \sin x\,dx ; x ; integrate | x**2 * sin(x) | x
Integrate ; \int x \, dx ; x ; integrate | x | x
find the antiderivative ; 3x^2 - 4x + 1 ; x ; integrate | 3*x**2 - 4*x + 1 | x
INTEGRATE ; \int e^{2x}\,dx ; x ; integrate | exp(2*x) | x
integral ; \int \frac{1}{x}\,dx ; x ; integrate | 1/x | x
integrate with respect to t ; \int t e^{-t}\,dt ; t ; integrate | t*exp(-t) | t
evaluate the integral ; \int \cos(3x)\,dx ; x ; integrate | cos(3*x) | x
compute ; \int \frac{dx}{x^2+1} ; x ; integrate | 1/(x**2+1) | x
Find the indefinite integral. ; \int \sqrt{x}\,dx ; x ; integrate | sqrt(x) | x
integrate ; x \ln x ; x ; integrate | x*log(x) | x
integrate by parts ; \int x e^x \, dx ; x ; integrate | x*exp(x) | x
what is the integral? ; \int \tan x \, dx ; x ; integrate | tan(x) | x
integrate ; \int \sec^2 x\,dx ; x ; integrate | sec(x)**2 | x
integrate ; \int \frac{x}{x^2 + 4} dx ; x ; integrate | x/(x**2+4) | x
antiderivative ; \int \sin^2 x \, dx ; x ; integrate | sin(x)**2 | x
integrate ; \int \left(x^3 + \frac{2}{x^2}\right) dx ; x ; integrate | x**3 + 2/x**2 | x
integrate ; \int a x^2 + b x \, dx ; x ; integrate | a*x**2 + b*x | x
find the primitive ; 5^x ; x ; integrate | 5**x | x
integrate ; \int \sin x \cos x\,dx ; x ; integrate | sin(x)*cos(x) | x
integrate ; \int x(x+1)^3 dx ; x ; integrate | x*(x+1)**3 | x
integrate ; \int \theta \cos\theta \, d\theta ; theta ; integrate | theta*cos(theta) | theta
integrate ; \int \frac{1}{\sqrt{1-x^2}}\,dx ; x ; integrate | 1/sqrt(1-x**2) | x
integrate ; \int e^x \sin x\,dx ; x ; integrate | exp(x)*sin(x) | x
integrate ; \int 0.5 x^4 \mathrm{d}x ; x ; integrate | 0.5*x**4 | x
integrate ; \int \ln x\,dx ; x ; integrate | log(x) | x
integrate ; \int \arctan x\,dx ; x ; integrate | atan(x) | x
integrate ; x**2 + 3*x ; x ; integrate | x**2 + 3*x | x
evaluate the definite integral ; \int_0^2 x^2\,dx ; x ; integrate | x**2 | x ; substitute | R1 | x | 2 ; substitute | R1 | x | 0 ; simplify | R2 - R3
compute ; \int_{0}^{\pi} \sin x\,dx ; x ; integrate | sin(x) | x ; substitute | R1 | x | pi ; substitute | R1 | x | 0 ; simplify | R2 - R3
integrate dy ; x^2 y^3 ; x, y ; integrate | x**2*y**3 | y
integrate from 1 to 2 ; \frac{1}{x} ; x ; integrate | 1/x | x ; substitute | R1 | x | 2 ; substitute | R1 | x | 1 ; simplify | R2-R3
evaluate the definite integral ; \int_0^1 e^{a x}\,dx ; x ; integrate | exp(a*x) | x ; substitute | R1 | x | 1 ; substitute | R1 | x | 0 ; simplify | R2 - R3
integrate ; \int_1^b \frac{1}{x^2}\,dx ; x ; integrate | 1/x**2 | x ; substitute | R1 | x | b ; substitute | R1 | x | 1 ; simplify | R2 - R3
compute ; \int_0^\infty x e^{-x}\,dx ; x ; integrate | x*exp(-x) | x ; limit | R1 | x | oo ; substitute | R1 | x | 0 ; simplify | R2 - R3
compute ; \int_1^\infty \frac{1}{x^2}\,dx ; x ; integrate | 1/x**2 | x ; limit | R1 | x | oo ; substitute | R1 | x | 1 ; simplify | R2 - R3
compute ; \int_{-\infty}^\infty \frac{1}{x^2+1}\,dx ; x ; integrate | 1/(x**2+1) | x ; limit | R1 | x | oo ; limit | R1 | x | -oo ; simplify | R2 - R3
expand and integrate ; (x+2)(x-3) ; x ; expand | (x+2)*(x-3) ; integrate | R1 | x
"""

DIFFERENTIATE = r"""
differentiate ; x^3 ; x ; differentiate | x**3 | x
Differentiate ; \frac{d}{dx}\left[x^3\right] ; x ; differentiate | x**3 | x
find the derivative ; x^2 \sin x ; x ; differentiate | x**2*sin(x) | x
derivative ; f(x) = e^{3x} \cos x ; x ; differentiate | exp(3*x)*cos(x) | x
d/dx ; \ln(x^2 + 1) ; x ; differentiate | log(x**2+1) | x
find f'(x) ; f(x) = \frac{x}{x+1} ; x ; differentiate | x/(x+1) | x
take the derivative of the function ; y = \sqrt{1 - x^2} ; x ; differentiate | sqrt(1-x**2) | x
compute ; \frac{d}{dt} \left( t^2 e^t \right) ; t ; differentiate | t**2*exp(t) | t
differentiate with respect to y ; x^2 y^3 ; x, y ; differentiate | x**2*y**3 | y
d/dy ; x^2 y^3 ; x, y ; differentiate | x**2*y**3 | y
how does it change with y ; x^2 + x y^2 ; x, y ; differentiate | x**2 + x*y**2 | y
find the slope ; \tan x ; x ; differentiate | tan(x) | x
differentiate using the product rule ; x^4 \ln x ; x ; differentiate | x**4*log(x) | x
differentiate using the chain rule ; \sin(x^2) ; x ; differentiate | sin(x**2) | x
differentiate ; 2^x ; x ; differentiate | 2**x | x
differentiate ; x^{-2} + \frac{1}{2}x ; x ; differentiate | x**(-2) + x/2 | x
differentiate ; \arcsin x ; x ; differentiate | asin(x) | x
differentiate ; \frac{\sin x}{x} ; x ; differentiate | sin(x)/x | x
differentiate ; e^{-x^2} ; x ; differentiate | exp(-x**2) | x
differentiate ; a x^2 + b x + k ; x ; differentiate | a*x**2 + b*x + k | x
differentiate ; \cos^3 x ; x ; differentiate | cos(x)**3 | x
differentiate ; |x| ; x ; differentiate | Abs(x) | x
Find the second derivative ; x^4 - 3x^2 ; x ; differentiate | x**4 - 3*x**2 | x ; differentiate | R1 | x
evaluate ; \frac{d^2}{dx^2} \sin 2x ; x ; differentiate | sin(2*x) | x ; differentiate | R1 | x
differentiate twice ; x e^x ; x ; differentiate | x*exp(x) | x ; differentiate | R1 | x
find f''(x) ; f(x) = x^3 - x ; x ; differentiate | x**3-x | x ; differentiate | R1 | x
third derivative ; x^5 ; x ; differentiate | x**5 | x ; differentiate | R1 | x ; differentiate | R2 | x
find the derivative at x = 2 ; x^3 ; x ; differentiate | x**3 | x ; substitute | R1 | x | 2
f'(3) ; f(x) = x^2 + 5x ; x ; differentiate | x**2 + 5*x | x ; substitute | R1 | x | 3
differentiate, then evaluate at x = 0 ; e^{2x} \cos x ; x ; differentiate | exp(2*x)*cos(x) | x ; substitute | R1 | x | 0
slope of the tangent line at x = 1 ; x^2 \ln x ; x ; differentiate | x**2*log(x) | x ; substitute | R1 | x | 1
differentiate and simplify ; \frac{x^2-1}{x+2} ; x ; differentiate | (x**2-1)/(x+2) | x ; simplify | R1
simplify the derivative ; \frac{x}{x^2+1} ; x ; differentiate | x/(x**2+1) | x ; simplify | R1
expand and differentiate ; (x+1)(x-2) ; x ; expand | (x+1)*(x-2) ; differentiate | R1 | x
differentiate and factor ; x^3 - 3x ; x ; differentiate | x**3-3*x | x ; factor | R1
find the critical points ; x^3 - 3x ; x ; differentiate | x**3 - 3*x | x ; solve | R1 | x
differentiate ; \sqrt[3]{x} ; x ; differentiate | x**(1/3) | x
"""

SOLVE = r"""
find the values of t ; s = a t^2 + b ; s, t ; solve | Eq(s, a*t**2 + b) | t
solve for x ; \theta x + 69x^3 = \theta ; x ; solve | Eq(theta*x + 69*x**3, theta) | x
solve for x ; x^6 + x^3 + 9x^2 + 12x - 6 = 0 ; x ; solve | x**6 + x**3 + 9*x**2 + 12*x - 6 | x
When does this vanish? ; (x p^5 + 8x^3 p^3 - 4x q p)^2 ; x, p, q ; solve | (x*p**5 + 8*x**3*p**3 - 4*x*q*p)**2 | x
solve ; x^2 - 5x + 6 = 0 ; x ; solve | Eq(x**2 - 5*x + 6, 0) | x
Solve for x ; 2x + 3 = 7 ; x ; solve | Eq(2*x+3, 7) | x
find the roots ; x^2 - 4 ; x ; solve | x**2 - 4 | x
find the zeros ; f(x) = x^3 - x ; x ; solve | x**3 - x | x
solve the equation ; x^2 + 1 = 0 ; x ; solve | x**2+1 | x
solve ; \frac{1}{x} = 3 ; x ; solve | Eq(1/x, 3) | x
solve ; e^x = 5 ; x ; solve | Eq(exp(x), 5) | x
solve ; \ln x = 2 ; x ; solve | Eq(log(x), 2) | x
solve for x ; a x + b = 0 ; x ; solve | Eq(a*x+b, 0) | x
solve for y ; 3x + 2y = 6 ; x, y ; solve | Eq(3*x+2*y, 6) | y
solve ; x^2 = 2 ; x ; solve | Eq(x**2, 2) | x
solve ; \sqrt{x+1} = 3 ; x ; solve | Eq(sqrt(x+1), 3) | x
find x ; 4x - 7 = x + 2 ; x ; solve | Eq(4*x-7, x+2) | x
solve ; x^3 - 6x^2 + 11x - 6 = 0 ; x ; solve | x**3 - 6*x**2 + 11*x - 6 | x
solve for t ; t^2 + t = 1 ; t ; solve | Eq(t**2+t, 1) | t
solve ; (x-1)^2 = 0 ; x ; solve | (x-1)**2 | x
solve ; \frac{x+1}{x-1} = 2 ; x ; solve | Eq((x+1)/(x-1), 2) | x
solve ; a x^2 + b x + c = 0 ; x ; solve | a*x**2+b*x+c | x
solve ; 2^x = 8 ; x ; solve | Eq(2**x, 8) | x
What are the solutions? ; x^4 = 16 ; x ; solve | Eq(x**4, 16) | x
solve for r ; A = \pi r^2 ; r ; solve | Eq(A, pi*r**2) | r
"""

REWRITE = r"""
simplify ; \frac{x^2-1}{x-1} ; x ; simplify | (x**2-1)/(x-1)
Simplify ; \sin^2 x + \cos^2 x ; x ; simplify | sin(x)**2 + cos(x)**2
simplify ; \frac{6x^3}{2x} ; x ; simplify | 6*x**3/(2*x)
simplify ; (x+1)^2 - x^2 ; x ; simplify | (x+1)**2 - x**2
simplify fully ; \frac{x}{2} + \frac{x}{3} ; x ; simplify | x/2 + x/3
simplify the expression ; \frac{1}{x} - \frac{1}{x+1} ; x ; simplify | 1/x - 1/(x+1)
reduce ; \frac{x^2 - 5x + 6}{x - 2} ; x ; factor | (x**2-5*x+6)/(x-2)
simplify ; e^{x} e^{2x} ; x ; simplify | exp(x)*exp(2*x)
simplify ; 2\sin x \cos x ; x ; simplify | 2*sin(x)*cos(x)
simplify ; \frac{a^2 - b^2}{a + b} ; a, b ; simplify | (a**2-b**2)/(a+b)
simplify ; 3x + 2x - x ; x ; simplify | 3*x+2*x-x
simplify ; \sqrt{8} + \sqrt{2} ; x ; simplify | sqrt(8) + sqrt(2)
combine like terms ; 4y^2 - y + 3y^2 ; y ; simplify | 4*y**2 - y + 3*y**2
expand ; (x+1)^3 ; x ; expand | (x+1)**3
Expand the brackets ; (x+2)(x-5) ; x ; expand | (x+2)*(x-5)
multiply out ; x(x+1)(x+2) ; x ; expand | x*(x+1)*(x+2)
expand ; (a+b)^2 ; a, b ; expand | (a+b)**2
expand ; 2(x-3)^2 ; x ; expand | 2*(x-3)**2
expand and simplify ; (x+1)(x-1) + 2x ; x ; expand | (x+1)*(x-1) + 2*x
expand ; \left(2x - \frac{1}{2}\right)^2 ; x ; expand | (2*x-1/2)**2
expand ; e^x (e^x + 1) ; x ; expand | exp(x)*(exp(x)+1)
remove the brackets ; 3(2x+y)-y(x-1) ; x, y ; expand | 3*(2*x+y)-y*(x-1)
Expand the product ; (1-x)(1+x+x^2) ; x ; expand | (1-x)*(1+x+x**2)
factor ; x^2 - 5x + 6 ; x ; factor | x**2 - 5*x + 6
Factorise ; x^2 - 9 ; x ; factor | x**2 - 9
factorize completely ; 2x^3 - 8x ; x ; factor | 2*x**3 - 8*x
factor ; x^3 - 27 ; x ; factor | x**3 - 27
write as a product ; x^2 + 2xy + y^2 ; x, y ; factor | x**2 + 2*x*y + y**2
factor ; 6x^2 + 7x - 3 ; x ; factor | 6*x**2+7*x-3
factor ; x^4 - 1 ; x ; factor | x**4-1
factor out ; 3x^2 + 6x ; x ; factor | 3*x**2 + 6*x
factor ; x^2 + 1 ; x ; factor | x**2 + 1
factorisation ; t^2 - t - 12 ; t ; factor | t**2 - t - 12
factored form ; \frac{x^2}{2} - 2 ; x ; factor | x**2/2 - 2
factor ; x e^x + e^x ; x ; factor | x*exp(x) + exp(x)
"""

LIMIT = r"""
limit ; \lim_{x \to 0} \frac{\sin x}{x} ; x ; limit | sin(x)/x | x | 0
Find the limit ; \lim_{x \to \infty} \frac{1}{x} ; x ; limit | 1/x | x | oo
evaluate ; \lim_{x \to 2} \frac{x^2-4}{x-2} ; x ; limit | (x**2-4)/(x-2) | x | 2
limit as x approaches 0 ; \frac{1-\cos x}{x^2} ; x ; limit | (1-cos(x))/x**2 | x | 0
compute the limit ; \lim_{x \to \infty} \frac{3x^2 + 1}{2x^2 - x} ; x ; limit | (3*x**2+1)/(2*x**2-x) | x | oo
limit ; \lim_{x \to 0} \frac{e^{7x} - 1}{x} ; x ; limit | (exp(7*x)-1)/x | x | 0
find the limit as x -> infinity ; \left(1 + \frac{1}{x}\right)^x ; x ; limit | (1+1/x)**x | x | oo
limit ; \lim_{n \to \infty} \frac{n+1}{n} ; n ; limit | (n+1)/n | n | oo
limit ; \lim_{x\to -\infty} e^x ; x ; limit | exp(x) | x | -oo
limit ; \lim_{x \to 0} x \ln |x| ; x ; limit | x*log(Abs(x)) | x | 0
what is the limit at x = 3 ; x^2 + 1 ; x ; limit | x**2 + 1 | x | 3
limit ; \lim_{x \to 0} \frac{1}{x^2} ; x ; limit | 1/x**2 | x | 0
limit ; \lim_{h \to 0} \frac{(x+h)^2 - x^2}{h} ; h, x ; limit | ((x+h)**2 - x**2)/h | h | 0
limit ; \lim_{x \to 1} \frac{\ln x}{x - 1} ; x ; limit | log(x)/(x-1) | x | 1
limit ; \lim_{x \to \frac{\pi}{2}} \sin x ; x ; limit | sin(x) | x | pi/2
limit ; \lim_{x \to 0} \frac{\tan 3x}{x} ; x ; limit | tan(3*x)/x | x | 0
limit as t tends to 4 ; \frac{\sqrt{t} - 2}{t - 4} ; t ; limit | (sqrt(t)-2)/(t-4) | t | 4
limit ; \lim_{x\to\infty} x e^{-x} ; x ; limit | x*exp(-x) | x | oo
"""

SUBSTITUTE = r"""
evaluate at x = 2 ; x^2 + 3x ; x ; substitute | x**2 + 3*x | x | 2
substitute x = -1 ; x^3 - x + 4 ; x ; substitute | x**3 - x + 4 | x | -1
find f(2) ; f(x) = x^2 - 7 ; x ; substitute | x**2 - 7 | x | 2
value at x = pi ; \sin \frac{x}{2} ; x ; substitute | sin(x/2) | x | pi
plug in t = 0.5 ; 4t^2 ; t ; substitute | 4*t**2 | t | 0.5
evaluate ; x^2+1, x = 3 ; x ; substitute | x**2+1 | x | 3
substitute 3 for x ; 2x + y ; x, y ; substitute | 2*x + y | x | 3
replace x with a+1 ; x^2 ; x ; substitute | x**2 | x | a+1
evaluate at z = 4 ; \sqrt{z} + z ; z ; substitute | sqrt(z) + z | z | 4
if x = 1/2, what is the value? ; \frac{1}{x} ; x ; substitute | 1/x | x | 1/2
evaluate at x = 0 ; e^{x} \cos x ; x ; substitute | exp(x)*cos(x) | x | 0
evaluate the function at x = e ; \ln x + 1 ; x ; substitute | log(x) + 1 | x | E
find the value when x = 10 ; \frac{x-1}{x+1} ; x ; substitute | (x-1)/(x+1) | x | 10
compute the value at theta = pi/3 ; \cos\theta + \theta ; theta ; substitute | cos(theta)+theta | theta | pi/3
simplify and evaluate at x = 5 ; \frac{x^2-4}{x-2} ; x ; simplify | (x**2-4)/(x-2) ; substitute | R1 | x | 5
"""


def read(table: str) -> list[tuple[Problem, Plan]]:
    pairs = []
    for line in table.strip().splitlines():
        objective, expression, variables, *steps = (part.strip() for part in line.split(" ; "))
        names = tuple(name.strip() for name in variables.split(","))
        pairs.append((Problem(objective, expression, names), plan(*steps)))
    return pairs


RIGHT = [pair for table in (INTEGRATE, DIFFERENTIATE, SOLVE, REWRITE, LIMIT, SUBSTITUTE) for pair in read(table)]
