"""peers.py TOOL FILE: the tables of a PDF as JSON, rows of texts, by one of the tools below with its own defaults."""
import json
import sys

tool, file = sys.argv[1:3]
if tool == "pdfplumber":
    import pdfplumber

    with pdfplumber.open(file) as pdf:
        tables = [table for page in pdf.pages for table in page.extract_tables()]
elif tool == "pymupdf":
    import pymupdf

    tables = [table.extract() for page in pymupdf.open(file) for table in page.find_tables().tables]
else:
    import camelot

    tables = [table.df.values.tolist() for table in camelot.read_pdf(file, pages="all", flavor="lattice")]
json.dump([[[cell or "" for cell in row] for row in table] for table in tables], sys.stdout)
