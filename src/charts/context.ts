/** What a chart is drawn with: the document that makes its elements, and its width in pixels. */
export interface DrawContext {
  readonly document: Document;
  readonly width: number;
}
