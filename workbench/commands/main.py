"""``scorebench`` in its first moments: what takes time to import is imported below a guard."""

import signal
import sys

TYPE_CHECKING = False  # not worth an import here
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import FrameType
    from typing import Final

_AGAIN_S: "Final" = 0.01


def main(argv: "Sequence[str] | None" = None) -> int:
    """Run the command line ``argv`` (default: the process's own) and return its exit code.

    Ctrl+C is answered with its sentence, also while the program is still being imported.
    """
    interrupts = _KeptInterrupts()
    from workbench.commands.running import run

    code = run(sys.argv[1:] if argv is None else argv, interrupts.let_through)
    if argv is None and interrupts.are_ours:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # all is done and said
    return code


class _KeptInterrupts:
    """Keeps Ctrl+C while it could not be answered, as Python's own answer is a traceback."""

    def __init__(self) -> None:
        self._came = False
        self.are_ours = signal.getsignal(signal.SIGINT) is signal.default_int_handler
        if self.are_ours:
            try:
                signal.signal(signal.SIGINT, self._keep)
            except ValueError:  # called in a thread, which Ctrl+C does not reach
                self.are_ours = False

    def _keep(self, _number: int, _frame: "FrameType | None") -> None:
        self._came = True

    def let_through(self) -> None:
        """Let Ctrl+C stop the work from now on.

        Raises:
            KeyboardInterrupt: it came before.
        """
        if self.are_ours:
            signal.signal(signal.SIGINT, signal.default_int_handler)
            self._others, sys.unraisablehook = sys.unraisablehook, self._hear_again
        if self._came:
            raise KeyboardInterrupt

    def _hear_again(self, unheard: "sys.UnraisableHookArgs") -> None:
        """Press Ctrl+C again where it came while rubbish was cleared away, which ends nothing."""
        if issubclass(unheard.exc_type, KeyboardInterrupt):
            import _thread
            import threading  # asked for in the rarest case only

            again = threading.Timer(_AGAIN_S, _thread.interrupt_main)
            again.daemon = True
            again.start()
        else:
            self._others(unheard)
