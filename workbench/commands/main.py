"""``scorebench`` in its first moments: what takes time to import is imported below a guard."""

import signal
import sys

TYPE_CHECKING = False  # not worth an import here
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import FrameType

_AGAIN_S = 0.01


def main(argv: "Sequence[str] | None" = None) -> int:
    """Run the command line ``argv`` (default: the process's own) and return its exit code.

    Ctrl+C is answered with its sentence, also while the program is still being imported.
    """
    interrupts = _Interrupts()
    from workbench.commands.running import run

    try:
        return run(sys.argv[1:] if argv is None else argv, interrupts.let_through)
    finally:
        interrupts.let_go(for_good=argv is None)


class _Interrupts:
    """Lets Ctrl+C come through when it can be answered: Python's own answer is a traceback."""

    def __init__(self) -> None:
        self._came = False
        self._hook = sys.unraisablehook
        self._is_ours = signal.getsignal(signal.SIGINT) is signal.default_int_handler
        if self._is_ours:
            try:
                signal.signal(signal.SIGINT, self._keep)
            except ValueError:  # called in a thread, which Ctrl+C does not reach
                self._is_ours = False

    def let_through(self) -> None:
        """Let Ctrl+C stop the work from now on.

        Raises:
            KeyboardInterrupt: it came before.
        """
        if self._is_ours:
            signal.signal(signal.SIGINT, signal.default_int_handler)
            sys.unraisablehook = self._hear_again
        if self._came:
            raise KeyboardInterrupt

    def let_go(self, *, for_good: bool) -> None:
        """Leave Ctrl+C as it was found; ``for_good`` without effect, as all is done and said."""
        if self._is_ours:
            after = signal.SIG_IGN if for_good else signal.default_int_handler
            signal.signal(signal.SIGINT, after)
            sys.unraisablehook = self._hook

    def _keep(self, _number: int, _frame: "FrameType | None") -> None:
        self._came = True

    def _hear_again(self, unheard: "sys.UnraisableHookArgs") -> None:
        """Press Ctrl+C once more where it came while rubbish was cleared away and ended nothing."""
        if not issubclass(unheard.exc_type, KeyboardInterrupt):
            self._hook(unheard)
            return
        import threading  # asked for in the rarest case only

        again = threading.Timer(_AGAIN_S, _press)
        again.daemon = True
        again.start()


def _press() -> None:
    import _thread
    import threading

    if sys.platform == "win32":
        _thread.interrupt_main()
    else:  # a real one wakes whoever waits
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
