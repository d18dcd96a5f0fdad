/** `一、` `（十）` `(三十三)` `1.` `二十七、` before a name, and what marks a part of it. */
const ORDINAL =
  /^(?:其中[:：]?|[(]?(?:[一二三四五六七八九十]+|\d{1,2})(?:[)][、.,]?|[、.,:](?!\d)))/;

/** 类, 款 and 项 said after a name, as narratives do. */
const LEVEL = /\((?:类|款|项)\)/g;

/** Brackets, quotation marks and separators, which printers set and drop at will; 的 likewise. */
const INCIDENTAL = /[()[\]{}〈〉《》【】“”‘’"'、,，.。;；:：·\-—_/的]/g;

/** 文化旅游体育与传媒, 社会保障与就业: the ands of a name are printed one for another. */
const AND = /[与及]/g;

/**
 * A subject's name with everything dropped that printers change: spaces, width, brackets, ordinals, the suffix 支出.
 * Two printings of one name become equal; names of different subjects under one parent stay different.
 */
export function plainName(printed: string): string {
  let name = printed.normalize("NFKC").replace(/\s/g, "");
  for (let before = ""; before !== name; ) {
    before = name;
    name = name.replace(ORDINAL, "");
  }
  name = name.replace(LEVEL, "").replace(INCIDENTAL, "").replace(AND, "和");
  return name.length > 2 ? name.replace(/支出$/, "") : name;
}
