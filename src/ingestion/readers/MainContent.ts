import { marksOf, textOf, type HtmlDocument, type HtmlElement } from "./html.js";

const FURNITURE = "nav, form, button, [role=navigation], [role=complementary], [aria-hidden=true]";
const HIDDEN = '[hidden], dialog, [role=dialog], [style*="display:none"], [style*="display: none"]';
const LONGEST_FACT = 60;
/** Parts that open over a page. */
const OPENING_MARKS = /(?:^|[\s_-])(?:flyout|dialog|modal|popup|overlay|lightbox)(?:[\s_-]|$)/u;
const FURNITURE_MARKS =
  /(?:^|[\s_-])(?:share|sharing|social|socials|newsletter|subscribe|cookie|cookies|consent|comment|comments|breadcrumb|breadcrumbs|advert|ad|ads|banner|promo|sponsored|sidebar|menu|navbar|footer|skip|toolbar|print|popular|trending|recirc|bio|login|signin|signup|register|dropdown|caption|captions|interaction|interactions|alerts)(?:[\s_-]|$)/u;

/** Tells a page's article from what stands around it. */
export class MainContent {
  private readonly paragraphText: number;

  constructor(readonly document: HtmlDocument) {
    this.paragraphText = paragraphLength(document.body);
  }

  /** True for an element that holds the headline or much of the text: it must stay, whatever it is called. */
  holdsArticle(element: HtmlElement): boolean {
    return (
      element === this.document.body ||
      element.querySelector("h1") !== null ||
      (this.paragraphText > 0 && paragraphLength(element) > 0.4 * this.paragraphText)
    );
  }

  /** Removes what a visitor sees only after a click, or never. */
  removeHidden(): void {
    const { body } = this.document;
    for (const element of [...body.querySelectorAll(HIDDEN)]) {
      // Pages keep facts for machines in short hidden elements.
      const isFact = textOf(element).length <= LONGEST_FACT && element.querySelector("p, form, li") === null;
      if (!isFact) this.removeUnlessArticle(element);
    }
    for (const element of [...body.querySelectorAll("[class], [id]")]) {
      if (OPENING_MARKS.test(marksOf(element))) this.removeUnlessArticle(element);
    }
  }

  /** Does an element stand in what {@link removeFurniture} removes? */
  isFurniture(element: HtmlElement): boolean {
    for (
      let at: HtmlElement | null = element;
      at !== null && at !== this.document.body;
      at = at.parentElement
    )
      if (FURNITURE_MARKS.test(marksOf(at)) && !this.holdsArticle(at)) return true;
    return false;
  }

  /** Removes navigation, buttons, cookie notices, comments and the like. */
  removeFurniture(): void {
    const { body } = this.document;
    for (const element of [...body.querySelectorAll(`${FURNITURE}, ${HIDDEN}`)])
      this.removeUnlessArticle(element);
    for (const element of [...body.querySelectorAll("[class], [id]")]) {
      if (FURNITURE_MARKS.test(marksOf(element))) this.removeUnlessArticle(element);
    }
    for (const element of [...body.querySelectorAll("aside, body > header, body > footer")])
      this.removeUnlessArticle(element);
  }

  private removeUnlessArticle(element: HtmlElement): void {
    if (!this.holdsArticle(element)) element.remove();
  }
}

function paragraphLength(element: HtmlElement): number {
  let length = 0;
  for (const paragraph of element.querySelectorAll("p")) length += textOf(paragraph).length;
  return length;
}
