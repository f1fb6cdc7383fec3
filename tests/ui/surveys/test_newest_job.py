"""Of several jobs only the one asked for last is heard of, and an older one ends soon."""

from __future__ import annotations

import threading
import weakref

import pytest
from PySide6.QtCore import QObject, QThread

from ui.surveys.importing.beside import NewestJob
from workbench.errors import InputError


@pytest.fixture
def jobs(qapp):
    parent = QObject()
    made = NewestJob(parent)
    yield made
    made.close()
    parent.deleteLater()


def test_the_newest_wins_and_the_older_one_is_stopped(jobs, qtbot) -> None:
    begun, gate, heard, ended = threading.Event(), threading.Event(), [], []

    def slow(pulse):
        begun.set()
        try:
            gate.wait()
            pulse()
            return "old"
        finally:
            ended.append("old")

    jobs.ask(slow, heard.append, heard.append)
    begun.wait()
    jobs.ask(lambda _pulse: "new", heard.append, heard.append)
    gate.set()
    qtbot.waitUntil(lambda: not jobs.is_busy())
    assert heard == ["new"]
    assert ended == ["old"]


def test_it_works_beside_the_window_and_tells_in_the_window(jobs, qtbot) -> None:
    threads = []

    def done(result):
        threads.append((result, QThread.currentThread()))

    jobs.ask(lambda _pulse: QThread.currentThread(), done, threads.append)
    qtbot.waitUntil(lambda: bool(threads))
    worker, heard_in = threads[0]
    assert heard_in is QThread.currentThread()
    assert worker is not heard_in


def test_a_failure_is_told(jobs, qtbot) -> None:
    failures = []

    def fail(_pulse):
        raise InputError("survey_nothing", name="a.csv")

    jobs.ask(fail, failures.append, failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert failures[0].key == "survey_nothing"


def test_whoever_gave_up_hears_nothing(jobs) -> None:
    heard = []
    jobs.ask(lambda _pulse: "never", heard.append, heard.append)
    jobs.close()
    assert not jobs.is_busy()
    assert heard == []


def test_no_job_dies_in_its_thread(jobs, qtbot) -> None:
    died_in = []
    for _ in range(200):
        heard = []

        def job(_pulse):
            return "heard"

        weakref.finalize(job, lambda: died_in.append(threading.current_thread()))
        jobs.ask(job, heard.append, heard.append)
        del job
        qtbot.waitUntil(lambda heard=heard: bool(heard))
    jobs.close()
    assert len(died_in) == 200
    assert set(died_in) == {threading.main_thread()}
