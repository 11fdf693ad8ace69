"""The words of whole numbers and moduli, as data; ``{u}`` are the numbers, ``{m}`` is a name."""

from __future__ import annotations

from training.phrasing import tailed
from training.wordings import phrases

SLOTS = {
    "get": phrases("find|find|find|compute|calculate|determine|evaluate|work out"),
    "of": tailed("""of {u}|of {u}|of {u}|of {u}|of {u}|of the numbers"""),
    "gcd": phrases(
        """greatest common divisor|greatest common divisor|greatest common factor|highest common factor|gcd|GCD|HCF|
        GCF"""
    ),
    "lcm": phrases(
        """least common multiple|least common multiple|lowest common multiple|lcm|LCM|smallest common multiple"""
    ),
    "primes": phrases("""prime factors|prime factors|primes|prime numbers"""),
    "z": tailed(
        """of the complex number|of the complex number|of this complex number|of the following complex number"""
    ),
}
VALUE = phrases(
    """evaluate|evaluate|compute|calculate|work out|find the value|simplify|find|compute this|evaluate this"""
)
FACTORIAL = phrases(
    """evaluate|evaluate|compute|calculate|work out|simplify|find the value|evaluate the expression|
    evaluate the factorial expression|simplify the factorial expression|evaluate without a calculator|
    find the value of the expression|evaluate the quotient of factorials"""
)
BINOMIAL = phrases(
    """evaluate|compute|calculate|find the value|<get> the binomial coefficient|<get> the binomial coefficient|
    evaluate the binomial coefficient|binomial coefficient|<get> the number of combinations|
    find the value of the binomial coefficient|work out|simplify|evaluate the binomial coefficient by hand"""
)
GCD = phrases(
    """find the <gcd><of>|find the <gcd><of>|find the <gcd><of>|<get> the <gcd><of>|<get> the <gcd><of>|
    <find> the <gcd><of>|<gcd>|<gcd><of>|what is the <gcd><of>?"""
)
LCM = phrases(
    """find the <lcm><of>|find the <lcm><of>|find the <lcm><of>|<get> the <lcm><of>|<get> the <lcm><of>|
    <find> the <lcm><of>|<lcm>|<lcm><of>|what is the <lcm><of>?|find the smallest positive integer divisible by {u}"""
)
PRIMES = phrases(
    """find the prime factorization|find the prime factorization of {u}|find the prime factorisation|
    write as a product of <primes>|express as a product of <primes>|write {u} as a product of <primes>|
    express {u} as a product of <primes>|prime factorization|prime factorisation|factor into primes|
    factor {u} into primes|decompose into <primes>|decompose {u} into <primes>|find the prime factors of {u}|
    find the prime decomposition|what is the prime factorization of {u}?|write the prime factorization of {u}|
    give the prime factorization of the number|factorize {u} into prime factors|
    determine the prime factorization of the number|use a factor tree to find the prime factorization|factor"""
)
MODULUS = phrases(
    """<get> the modulus<z>|<get> the modulus<z>|<get> the modulus<z>|<get> the absolute value<z>|
    <get> the absolute value<z>|<find> the modulus<z>|<get> the magnitude<z>|what is the modulus<z>?|
    what is the absolute value<z>?"""
)
MODULUS_NAMED = (
    "find |{m}|",
    "find |{m}|",
    "<get> |{m}|",
    "<get> |{m}|",
    "what is |{m}|?",
    "<get> the modulus of {m}",
    "<get> the modulus of {m}",
    "<get> the absolute value of {m}",
    "<get> the modulus |{m}|",
    "<find> the modulus of the complex number {m}",
    "given {m}, find |{m}|",
    "for the complex number {m}, find |{m}|",
)
