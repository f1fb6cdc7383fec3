"""``python -m ui`` opens the window; with a hidden argument, it is a child that reads."""

import sys

from workbench.outside import ARGUMENT

if __name__ == "__main__":
    if sys.argv[1:] == [ARGUMENT]:
        from workbench.outside.child import serve  # without Qt: it has to start at once

        sys.exit(serve())
    from ui.app import main

    sys.exit(main())
