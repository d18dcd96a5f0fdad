import type { Message } from "../../model/message.ts";

/** Why a figure of the narrative says nothing that can be read; goes on from the figure itself. */
export const UNREAD = {
  "no-unit": { zh: "没有单位", en: "has no unit" },
  "no-subject": { zh: "前面没有说明是什么", en: "has no subject" },
  "long-name": { zh: "前面的文字不是名称", en: "stands behind words that name no subject" },
  "free-change": { zh: "是变动额，但没有说明是什么的变动", en: "is a change of nothing named" },
  "free-percentage": {
    zh: "是百分比，但没有说明是什么的百分比",
    en: "is a percentage of nothing named",
  },
  "free-count": { zh: "是数量，但没有说明是什么的数量", en: "counts nothing named" },
  "free-target": { zh: "是目标值，但没有说明是什么的目标", en: "is a target of nothing named" },
  difference: { zh: "是两数之差", en: "is the difference of two figures" },
  torn: { zh: "所在文字断裂", en: "stands where the text is torn" },
  usage: { zh: "只出现在说明用途的文字里", en: "stands among words that say what for" },
} as const satisfies Record<string, Message>;

export type UnreadReason = keyof typeof UNREAD;
