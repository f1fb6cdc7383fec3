from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QThread, QThreadPool, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.task_dialog import TaskDialog
from ui.tasks import PoolRunner, Task
from workbench.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from workbench.progress import Progress

REPORTS = 10_000


class Listener(QObject):
    """Keeps what a runner brings, and in which thread."""

    heard = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []
        self.errors: list[Exception] = []
        self.in_window_thread: list[bool] = []

    @Slot(object)
    def done(self, result: object) -> None:
        self.results.append(result)
        self._hear()

    @Slot(object)
    def failed(self, error: Exception) -> None:
        self.errors.append(error)
        self._hear()

    def _hear(self) -> None:
        self.in_window_thread.append(QThread.currentThread() is self.thread())
        self.heard.emit()


@pytest.fixture
def pool(qapp) -> Iterator[QThreadPool]:
    made = QThreadPool()
    made.setMaxThreadCount(1)
    yield made
    made.waitForDone()


def count(progress: Progress) -> int:
    for number in range(1, REPORTS + 1):
        progress(number, REPORTS, str(number))
    return REPORTS


def refuse(progress: Progress) -> None:
    raise InputError("mark_not_expected")


def test_reports_are_thinned_and_the_last_arrives(qtbot: QtBot, pool: QThreadPool) -> None:
    task = Task(count)
    reports: list[int] = []
    task.progressed.connect(lambda done, *_: reports.append(done))
    with qtbot.waitSignals([task.succeeded, task.ended]):
        task.start(pool)
    assert reports[-1] == REPORTS
    assert len(reports) < 200


def test_an_exception_arrives_whole(qtbot: QtBot, pool: QThreadPool) -> None:
    task = Task(refuse)
    with qtbot.assertNotEmitted(task.succeeded), qtbot.waitSignal(task.failed) as failed:
        task.start(pool)
    assert isinstance(failed.args[0], InputError)


def test_cancel_is_not_a_failure(qtbot: QtBot, pool: QThreadPool) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def wait(progress: Progress) -> None:
        begun.set()
        go_on.wait()
        progress(1, 2, "")

    task = Task(wait)
    with qtbot.assertNotEmitted(task.failed), qtbot.waitSignal(task.cancelled):
        task.start(pool)
        begun.wait()
        task.cancel()
        go_on.set()


def test_the_runner_answers_in_the_windows_thread(qtbot: QtBot) -> None:
    owner, listener = QWidget(), Listener()
    qtbot.addWidget(owner)
    runner = PoolRunner(owner)
    with qtbot.waitSignal(listener.heard):
        runner.run(count, "counting", listener.done, listener.failed)
        assert runner.is_busy()
    assert listener.results == [REPORTS]
    assert listener.in_window_thread == [True]
    assert not runner.is_busy()


def test_what_is_asked_meanwhile_waits_its_turn_the_newer_of_two(qtbot: QtBot) -> None:
    owner, listener, go_on = QWidget(), Listener(), threading.Event()
    qtbot.addWidget(owner)
    runner = PoolRunner(owner)
    runner.run(lambda _: go_on.wait(), "first", listener.done, listener.failed)
    runner.run(lambda _: "older", "second", listener.done, listener.failed)
    runner.run(refuse, "third", listener.done, listener.failed)
    runner.run(lambda _: "newer", "second", listener.done, listener.failed)
    assert runner.is_at("first")
    assert runner.is_at("second")
    assert not runner.is_at("fourth")
    go_on.set()
    qtbot.waitUntil(lambda: not runner.is_at("second"))
    assert listener.results == [True, "newer"]
    assert len(listener.errors) == 1


def test_what_waits_is_given_up_with_what_runs(qtbot: QtBot) -> None:
    owner, listener, go_on = QWidget(), Listener(), threading.Event()
    qtbot.addWidget(owner)
    runner = PoolRunner(owner)
    runner.run(lambda _: go_on.wait(), "first", listener.done, listener.failed)
    runner.run(lambda _: "second", "second", listener.done, listener.failed)
    go_on.set()
    runner.stop()
    assert not runner.is_at("second")
    assert listener.results == []


def test_nobody_hears_of_a_job_that_was_stopped(qtbot: QtBot) -> None:
    owner, listener, next_one = QWidget(), Listener(), Listener()
    qtbot.addWidget(owner)
    runner = PoolRunner(owner)
    runner.run(refuse, "stopped", listener.done, listener.failed)
    runner.stop()
    with qtbot.waitSignal(next_one.heard):
        runner.run(count, "after it", next_one.done, next_one.failed)
    assert listener.results == listener.errors == []
    assert next_one.results == [REPORTS]


def test_the_dialog_appears_only_when_it_takes_a_while(dressed, qtbot: QtBot) -> None:
    owner, listener, go_on = QWidget(), Listener(), threading.Event()
    qtbot.addWidget(owner)
    owner.show()
    runner = PoolRunner(owner)
    runner.run(lambda _: go_on.wait(), "합치고 있습니다", listener.done, listener.failed)
    dialog = owner.findChild(TaskDialog)
    assert dialog is not None
    assert dialog.isHidden()
    qtbot.waitUntil(dialog.isVisible)
    assert dialog.isModal()
    dialog.show_progress(3, 9, "가람 패션허브 관리운영")
    with qtbot.waitSignal(listener.heard):
        go_on.set()
    assert dialog.isHidden()


def test_escape_asks_the_job_to_stop(dressed, qtbot: QtBot, keys) -> None:
    dialog = TaskDialog("합치고 있습니다", None)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    with qtbot.waitSignal(dialog.stop_requested):
        qtbot.keyClick(dialog, "\x1b")
    assert dialog.isVisible()  # it goes when the job has stopped
    dialog.finish()
