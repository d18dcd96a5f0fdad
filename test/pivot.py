"""Asks LibreOffice for pivot tables, as a reader of docs/analysis.md would make them: a line of JSON for each, its rows as text.

pivot.py PORT WORKBOOK.xlsx SPEC…, each spec {"filter": {heading: value}, "rows": […], "columns": […], "sum": heading}, or
{"formula": …, "cells": […]}: what the formula gives beside each row of the first sheet."""
import json, os, shutil, signal, subprocess, sys, tempfile, time
import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.sheet.DataPilotFieldOrientation import COLUMN, DATA, ROW
from com.sun.star.sheet import TableFilterField
from com.sun.star.sheet.FilterConnection import AND
from com.sun.star.sheet.FilterOperator import EQUAL
from com.sun.star.sheet.GeneralFunction import SUM
from com.sun.star.table import CellAddress


def connect(port):
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(200):
        try:
            return resolver.resolve("uno:socket,host=127.0.0.1,port=%s;urp;StarOffice.ComponentContext" % port)
        except Exception:
            time.sleep(0.2)
    raise SystemExit("no LibreOffice")


def used(sheet):
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    return sheet.getCellRangeByPosition(0, 0, cursor.RangeAddress.EndColumn, cursor.RangeAddress.EndRow)


def pivot(book, sheet, spec, name):
    book.Sheets.insertNewByName(name, book.Sheets.Count)
    target = book.Sheets.getByName(name)
    tables = target.DataPilotTables
    made = tables.createDataPilotDescriptor()
    made.setSourceRange(used(sheet).RangeAddress)
    fields = made.DataPilotFields
    headings = list(used(sheet).DataArray[0])
    made.FilterDescriptor.setFilterFields(tuple(
        TableFilterField(AND, headings.index(heading), EQUAL, False, 0, value) for heading, value in spec.get("filter", {}).items()
    ))
    for headings, orientation in ((spec["rows"], ROW), (spec.get("columns", []), COLUMN)):
        for heading in headings:
            fields.getByName(heading).Orientation = orientation
    value = fields.getByName(spec["sum"])
    value.Orientation = DATA
    value.Function = SUM
    tables.insertNewByName(name, CellAddress(target.RangeAddress.Sheet, 0, 0), made)
    return texts(used(target))


def texts(cells):
    return [["%.12g" % cell if isinstance(cell, float) else cell for cell in row] for row in cells.DataArray]


def beside(sheet, spec):
    table = used(sheet).RangeAddress
    headings = [cell for cell in used(sheet).DataArray[0]]
    letters = {}
    for at, heading in enumerate(headings):
        letters.setdefault(heading, sheet.Columns.getByIndex(at).Name)
    rows = []
    for row in range(1, table.EndRow + 1):
        formula = spec["formula"]
        for heading, letter in letters.items():
            formula = formula.replace("[%s]" % heading, "%s%d" % (letter, row + 1))
        cell = sheet.getCellByPosition(table.EndColumn + 1, row)
        cell.Formula = formula
        shown = [sheet.getCellRangeByName("%s%d" % (letters[each], row + 1)).String for each in spec["cells"]]
        rows.append(shown + [cell.String])
    return rows


def main(port, path, *specs):
    profile = tempfile.mkdtemp()
    office = subprocess.Popen(["soffice", "-env:UserInstallation=file://" + profile, "--headless", "--norestore",
                               "--accept=socket,host=127.0.0.1,port=%s;urp;" % port],
                              stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        context = connect(port)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        book = desktop.loadComponentFromURL(uno.systemPathToFileUrl(path), "_blank", 0, tuple(PropertyValue(name, 0, True, 0) for name in ("Hidden", "AsTemplate")))
        sheet = book.Sheets.getByIndex(0)
        for at, spec in enumerate(map(json.loads, specs)):
            rows = beside(sheet, spec) if "formula" in spec else pivot(book, sheet, spec, "pivot%d" % at)
            print(json.dumps(rows, ensure_ascii=False))
        book.close(True)
    finally:
        os.killpg(office.pid, signal.SIGKILL)
        shutil.rmtree(profile, ignore_errors=True)


main(*sys.argv[1:])
