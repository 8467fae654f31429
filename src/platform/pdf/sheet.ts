/** A sheet in Typst that reads all of its words from `sys.inputs.data`, and these words. Knows no domain. */
export type Sheet = { template: string; data: unknown }

/** What the process that sets sheets is asked for. */
export type SheetWork = { sheet: Sheet; as: 'pdf' | 'png' }
