from __future__ import annotations

from itertools import islice

from student_client import SymbolicVerifier
from student_client._bench.family import KINDS, family


def test_family_goes_by_the_seed() -> None:
    assert list(islice(family(7), 100)) == list(islice(family(7), 100))
    assert list(islice(family(7), 100)) != list(islice(family(8), 100))


def test_family_is_understood() -> None:
    with SymbolicVerifier(workers=1) as verifier:
        for problem in islice(family(3), 5 * len(KINDS)):
            reading = verifier.read(problem)
            assert reading.understood, (problem, reading.text)
