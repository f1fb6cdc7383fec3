"""``python -m workbench`` is ``scorebench``; with a hidden argument, a child that reads."""

import sys

from workbench.outside import ARGUMENT

if sys.argv[1:] == [ARGUMENT]:
    from workbench.outside.child import serve  # and nothing else: it has to start at once

    sys.exit(serve())

from workbench.commands.main import main

sys.exit(main())
