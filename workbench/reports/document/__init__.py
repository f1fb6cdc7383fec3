"""The result report as a document: its content as blocks, and the .docx and .pdf made of them."""
