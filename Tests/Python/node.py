"""Nodes with demonstration data, served by the debug build."""

import os
import pathlib
import socket
import subprocess
import tempfile
import time
import urllib.request

PROGRAM = pathlib.Path(__file__).parents[2] / ".build" / "debug" / "biobridge"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def run(*arguments, check=True, typed=""):
    done = subprocess.run([PROGRAM, *arguments], input=typed.encode(), capture_output=True, timeout=600)
    if check:
        assert done.returncode == 0, done.stderr.decode()
    return done


class Node:
    """A running node: `with Node(folder) as node: node.get("/en")`."""

    def __init__(self, folder, demo=False):
        self.folder = str(folder)
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.demo = demo

    def __enter__(self):
        self.log = tempfile.TemporaryFile()
        arguments = ["serve", "--data", self.folder, "--port", str(self.port)] + (["--demo"] if self.demo else [])
        self.server = subprocess.Popen([PROGRAM, *arguments], stdout=self.log, stderr=self.log)
        for _ in range(900):
            if self.server.poll() is not None:
                self.log.seek(0)
                raise AssertionError(self.log.read().decode())
            try:
                urllib.request.urlopen(self.address + "/en", timeout=5).read()
                return self
            except OSError:
                time.sleep(0.2)
        raise AssertionError("the server did not open")

    def __exit__(self, *_):
        self.server.terminate()
        assert self.server.wait(60) == 0
        self.log.close()

    def get(self, path):
        with urllib.request.urlopen(self.address + path, timeout=120) as answer:
            return answer.read()
