import type { PageImage, PageInfoSource } from "../Page.js";
import { cleanOrNull } from "./cleanText.js";
import { absoluteUrl, marksOf, textOf, type HtmlElement } from "./html.js";
import type { MainContent } from "./MainContent.js";
import { photoSources, splitPhotoCredit } from "./photoCredit.js";

const CREDIT =
  "[class*=credit], [class*=copyright], [class*=photographer], [itemprop=creator], [itemprop=copyrightHolder]";

const PICTURE_MARKS =
  /(?:^|[\s_-])(?:photo|photos|image|img|picture|pic|media|caption|foto|fotos|photobox|imagebox)(?:[\s_-]|$)/u;
const LONGEST_CAPTION = 400;

/** Pictures of a page with the credits that their captions print. */
export interface Figures {
  images: PageImage[];
  credits: PageInfoSource[];
}

/** Takes the figures out of the page and reads their pictures, captions and credits. */
export function takeFigures(main: MainContent, base: string | null): Figures {
  const figures: Figures = { images: [], credits: [] };
  const { body } = main.document;
  const marked = body.querySelectorAll("figure, .wp-caption, [itemtype$=ImageObject]");
  for (const figure of [...marked, ...pictureBoxes(body)]) {
    if (!body.contains(figure) || main.holdsArticle(figure)) continue;
    const image = readFigure(figure, base, figures.credits);
    if (image !== null) figures.images.push(image);
    figure.remove();
  }
  return figures;
}

/** The boxes of pages without figures: the outermost element around a picture that is named so and has few words. */
function pictureBoxes(body: HtmlElement): HtmlElement[] {
  const boxes = new Set<HtmlElement>();
  const most = Math.min(LONGEST_CAPTION, textOf(body).length * 0.3);
  // Each element is looked at once, however many pictures it holds.
  const lengths = new Map<HtmlElement, number>();
  /** Letters of the element's text; infinite for one that holds an article. */
  const lengthOf = (element: HtmlElement): number => {
    const known = lengths.get(element);
    if (known !== undefined) return known;
    const length = element.querySelector("h1, h2, p + p") === null ? textOf(element).length : Infinity;
    lengths.set(element, length);
    return length;
  };
  for (const picture of body.querySelectorAll("img")) {
    let box: HtmlElement | null = null;
    for (
      let at = picture.parentElement;
      at !== null && at !== body && lengthOf(at) <= most;
      at = at.parentElement
    )
      if (PICTURE_MARKS.test(marksOf(at))) box = at;
    if (box !== null && lengthOf(box) > 0) boxes.add(box);
  }
  return [...boxes];
}

function readFigure(figure: HtmlElement, base: string | null, credits: PageInfoSource[]): PageImage | null {
  const picture = figure.querySelector("img");
  const captioned = figure.querySelector("figcaption, [class*=caption], [itemprop=caption]");
  const marked = figure.querySelector(CREDIT);
  const markedText = textOf(marked);
  marked?.remove();
  const split = splitPhotoCredit(textOf(captioned));
  const named = markedText === "" ? null : splitPhotoCredit(markedText);
  const creditText = named === null ? split.creditText : (named.creditText ?? named.caption);
  if (creditText !== null)
    credits.push(...photoSources(creditText, markedText || (split.evidence ?? creditText)));
  const url = absoluteUrl(picture?.getAttribute("src") ?? picture?.getAttribute("data-src"), base);
  const caption = split.caption?.replace(/[\s|/–—-]+$/u, "") ?? null;
  if (url === null && caption === null) return null;
  return {
    url,
    caption: caption === "" ? null : caption,
    creditText,
    altText: cleanOrNull(picture?.getAttribute("alt")),
    width: Number(picture?.getAttribute("width")) || null,
    height: Number(picture?.getAttribute("height")) || null,
  };
}
