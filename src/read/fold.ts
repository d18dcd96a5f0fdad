/**
 * Radical characters that stand for the ideograph they look like: fonts map one glyph to both, and text taken out of a PDF
 * then says ⽉ for 月 and ⻔ for 门, which no search finds. Compatibility normalisation (NFKC) knows the Kangxi radicals
 * and the compatibility ideographs, but only two of the Radicals Supplement: its pairs are Unicode's property
 * Equivalent_Unified_Ideograph (UAX #38), radical and ideograph in turn.
 */
const SUPPLEMENT =
  "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民" +
  "⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹" +
  "⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞" +
  "⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟" +
  // Kangxi ⼾ is 戶 to Unicode, but fonts of the mainland draw it as 户.
  "⼾户";

const IDEOGRAPHS = pairs(SUPPLEMENT);

/** The supplement, the Kangxi radicals, and both blocks of compatibility ideographs. Full-width forms are left alone. */
const RADICALS = /[\u2e80-\u2fdf\uf900-\ufaff\u{2f800}-\u{2fa1f}]/gu;

/** Radicals and compatibility ideographs as the ordinary ideographs; everything else, full-width punctuation too, as it is. */
export function foldRadicals(text: string): string {
  return text.replace(RADICALS, (char) => IDEOGRAPHS.get(char) ?? char.normalize("NFKC"));
}

function pairs(table: string): ReadonlyMap<string, string> {
  const chars = [...table];
  const map = new Map<string, string>();
  for (let i = 0; i + 1 < chars.length; i += 2) map.set(chars[i] ?? "", chars[i + 1] ?? "");
  return map;
}
