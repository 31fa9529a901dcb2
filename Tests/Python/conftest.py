"""The program as others meet it: what it writes, read by libraries that are not ours."""

import pathlib
import subprocess

import pytest

PROGRAM = pathlib.Path(__file__).parents[2] / ".build" / "debug" / "biobridge"


@pytest.fixture(scope="session")
def biobridge():
    def run(*arguments):
        done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run
