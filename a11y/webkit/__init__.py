"""A second engine: WebKit, which every browser of an iPhone has inside. Whole ways, and the checks that can look there.

`run(address)` is all there is to know from outside, and `version()` of it; `make audit` calls them.
"""

from a11y.webkit.ways import run, version

__all__ = ["run", "version"]
