/** A cell of a spreadsheet as it is displayed: what the publisher shows is what is published. */
export interface SheetCell {
  /** 0-based, among the rows and columns that are shown. */
  readonly row: number;
  readonly column: number;
  /** 1 for a cell that is not merged. */
  readonly height: number;
  readonly width: number;
  readonly text: string;
  /** As spreadsheets call it: `C12`. */
  readonly address: string;
}

/** A sheet of a workbook without the rows and columns that are not shown. */
export interface Sheet {
  readonly name: string;
  /** 1-based position in the workbook, hidden sheets counted. */
  readonly number: number;
  /** In order of rows, then columns; cells without text are left out. */
  readonly cells: readonly SheetCell[];
}
