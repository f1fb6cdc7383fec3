"""The result report as PDF: blocks of text in, painted pages out; no window, no document open."""
