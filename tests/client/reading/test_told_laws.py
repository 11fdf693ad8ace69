"""Stories of two terms, of cooling and of money give one value, unless their words say something else."""

from __future__ import annotations

import re

import pytest
from student_client._reading.concepts.constant_rates import by_constant_rate
from student_client._reading.concepts.invested import by_invested_money
from student_client._reading.concepts.progression_stories import by_two_terms
from student_client._reading.statement import NotRead

TERMS = r"""
The third term of an arithmetic progression is 11 and the eighth term is 31. Calculate the sum of the first 20
terms.
    a + 2d = 11, \quad a + 7d = 31 ; a,d ; \operatorname{story}(820)
The second term of an arithmetic sequence is 7 and the sixth term is 27. Find the tenth term.
    a + d = 7, \quad a + 5d = 27 ; a,d ; \operatorname{story}(47)
In an arithmetic progression the 5th term is 17 and the 12th term is 45. Find the common difference.
    a + 4d = 17, \quad a + 11d = 45 ; a,d ; \operatorname{story}(4)
"""
NOT_TERMS = r"""
The third term of an arithmetic progression is 11 and the eighth term is 31. Calculate the sum of the next 20
terms.
    a + 2d = 11, \quad a + 7d = 31 ; a,d
The third term of a geometric progression is 11 and the eighth term is 31. Calculate the sum of the first 20 terms.
    a + 2d = 11, \quad a + 7d = 31 ; a,d
The third term of an arithmetic progression is 11 and the eighth term is 31. Calculate the sum of the first 20
terms.
    a + 3d = 11, \quad a + 8d = 31 ; a,d
The third term of an arithmetic progression is 11 and the eighth term is 31. Calculate half the sum of the first 20
terms.
    a + 2d = 11, \quad a + 7d = 31 ; a,d
The third term of an arithmetic progression is 11 and the eighth term is 31. Calculate the sum of the first 20 even
terms.
    a + 2d = 11, \quad a + 7d = 31 ; a,d
"""
COOL = r"""
A cup of coffee at 90 degrees is left in a room at 20 degrees. After 10 minutes it has cooled to 60 degrees.
Newton's law of cooling applies. How many minutes, to one decimal place, after being left does the coffee reach 40
degrees?
    \frac{dT}{dt} = -k(T - 20) ; T,t,k ; \operatorname{story}(10*\ln(20/70)/\ln(40/70))
A cup of coffee at 95°C is left in a room at 20°C. It cools to 70°C after 10 minutes. According to Newton's law of
cooling, when will its temperature be 50°C? Answer in minutes, to one decimal place.
    \frac{dT}{dt} = -k(T - 20) ; T,t,k ; \operatorname{story}(10*\ln(30/75)/\ln(50/75))
A soup at 85°C is placed in a room at 25°C, and after 5 minutes it is at 65°C. When will it be at 45°C? Give the
answer in minutes to one decimal place.
    \frac{dT}{dt} = -k(T - 25) ; T,t,k ; \operatorname{story}(5*\ln(20/60)/\ln(40/60))
A culture starts with 500 bacteria. After 3 hours there are 800 bacteria. How many bacteria are there after 6
hours?
    \frac{dP}{dt} = kP ; P,t,k ; \operatorname{story}(0 + 500*(800/500)^(6/3))
A roast at 75 degrees is taken out of the oven and left in a room at 20 degrees. After 15 minutes it is at 60
degrees. What is its temperature after 30 minutes?
    \frac{dT}{dt} = k(T - 20) ; T,t,k ; \operatorname{story}(20 + 55*(40/55)^(30/15))
"""
NOT_COOL = r"""
A cup of coffee at 90 degrees is left in a room at 20 degrees. After 10 minutes it has cooled to 60 degrees. How
many more minutes does it take to reach 40 degrees?
    \frac{dT}{dt} = -k(T - 20) ; T,t,k
A cup of coffee at 90 degrees is left in a room at 20 degrees. After 10 minutes it has cooled by 30 degrees. When
does it reach 40 degrees?
    \frac{dT}{dt} = -k(T - 20) ; T,t,k
A cup of coffee at 90 degrees is left in a room at 20 degrees. After 10 minutes it is at 60 degrees and is put into
a fridge at 5 degrees. When does it reach 40 degrees?
    \frac{dT}{dt} = -k(T - 20) ; T,t,k
A cup of coffee at 90 degrees is left in a room at 20 degrees. After 10 minutes it is at 60 degrees. How many hours
does it take to reach 40 degrees?
    \frac{dT}{dt} = -k(T - 20) ; T,t,k
A cup of coffee at 90 degrees is left in a room at 20 degrees. After 10 minutes it is at 60 degrees. When does it
reach 10 degrees?
    \frac{dT}{dt} = -k(T - 20) ; T,t,k
A cup of coffee at 90 degrees is left in a room at 20 degrees. After 10 minutes it is at 60 degrees. How fast is it
cooling after 20 minutes?
    \frac{dT}{dt} = -k(T - 20) ; T,t,k
A culture starts with 500 bacteria. After 3 hours there are 800 bacteria. After 4 hours 100 are removed. How many
bacteria are there after 6 hours?
    \frac{dP}{dt} = kP ; P,t,k
A culture starts with 500 bacteria and doubles after 3 hours. How many bacteria are there after 6 hours?
    \frac{dP}{dt} = kP ; P,t,k
"""
INVEST = r"""
How much simple interest does $1200 earn at 5% per year in 3 years?
    I = Prt ; I,P,r,t ; \operatorname{story}(1200*(5/100)*3)
Suppose £2000 is deposited at 3% per annum compounded monthly. Find the amount after 4 years to the nearest penny.
    A = P\left(1 + \frac{r}{n}\right)^{nt} ; A,P,r,n,t ; \operatorname{story}(2000*(1 + 3/100/12)^(12*4))
Suppose $5000 is invested at 4% per annum compounded quarterly. What will the account hold after 6 years? Give your
answer to the nearest cent.
    A = P\left(1 + \frac{r}{n}\right)^{nt} ; A,P,r,n,t ; \operatorname{story}(5000*(1 + 4/100/4)^(4*6))
Maria puts $3000 into an account that pays 6% interest compounded continuously. How much money will be in the
account after 10 years?
    A = Pe^{rt} ; A,P,r,t ; \operatorname{story}(3000*e^(6/100*10))
An investment of 8000 dollars earns 5% compounded annually. Find its value after 7 years, correct to two decimal
places.
    A = P(1 + r)^t ; A,P,r,t ; \operatorname{story}(8000*(1 + 5/100)^7)
"""
NOT_INVEST = r"""
Suppose £2000 is deposited at 3% per annum compounded monthly. How much interest is earned after 4 years?
    A = P\left(1 + \frac{r}{n}\right)^{nt} ; A,P,r,n,t
Suppose £2000 is deposited at 3% per annum compounded continuously. Find the amount after 4 years.
    A = P\left(1 + \frac{r}{n}\right)^{nt} ; A,P,r,n,t
Suppose £2000 is deposited at 3% per annum compounded monthly. After 2 years 500 pounds are withdrawn. Find the
amount after 4 years.
    A = P\left(1 + \frac{r}{n}\right)^{nt} ; A,P,r,n,t
Suppose £2000 is deposited at 3% per month compounded monthly. Find the amount after 4 years.
    A = P\left(1 + \frac{r}{n}\right)^{nt} ; A,P,r,n,t
Suppose £2000 is deposited at 3% per annum compounded monthly. Find half the amount after 4 years.
    A = P\left(1 + \frac{r}{n}\right)^{nt} ; A,P,r,n,t
Suppose £2000 is deposited at 3% per annum compounded monthly. Find the amount after 4 months.
    A = P\left(1 + \frac{r}{n}\right)^{nt} ; A,P,r,n,t
How much must be deposited at 3% per annum compounded monthly to have 2000 pounds after 4 years?
    A = P\left(1 + \frac{r}{n}\right)^{nt} ; A,P,r,n,t
How many years does it take until £2000 at 3% compounded monthly is worth £3000?
    A = P\left(1 + \frac{r}{n}\right)^{nt} ; A,P,r,n,t
What amount must be deposited to have $2000 at 3% per annum compounded monthly after 4 years?
    A = P\left(1 + \frac{r}{n}\right)^{nt} ; A,P,r,n,t
Suppose £200 is deposited every month at 3% per annum compounded monthly. Find the amount after 4 years.
    A = P\left(1 + \frac{r}{n}\right)^{nt} ; A,P,r,n,t
"""
RULES = {"terms": by_two_terms, "cool": by_constant_rate, "invest": by_invested_money}


def _lines(rule: str, text: str) -> list[tuple[str, str]]:
    return [(rule, one) for one in re.findall(r"(?:^\S.*\n)+    .+$", text, re.MULTILINE)]


@pytest.mark.parametrize(
    ("rule", "problem"),
    [*_lines("terms", TERMS), *_lines("cool", COOL), *_lines("invest", INVEST)],
)
def test_told_laws_give_one_value(rule: str, problem: str) -> None:
    objective, printed = problem.replace("\n    ", "\t").replace("\n", " ").split("\t")
    expression, names, made = printed.split(" ; ")
    assert RULES[rule](objective, expression, names.split(","))[1] == made


@pytest.mark.parametrize(
    ("rule", "problem"),
    [*_lines("terms", NOT_TERMS), *_lines("cool", NOT_COOL), *_lines("invest", NOT_INVEST)],
)
def test_told_laws_refuse_what_differs(rule: str, problem: str) -> None:
    objective, printed = problem.replace("\n    ", "\t").replace("\n", " ").split("\t")
    expression, names = printed.split(" ; ")
    with pytest.raises(NotRead):
        RULES[rule](objective, expression, names.split(","))
