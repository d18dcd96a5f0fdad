/** What LibreOffice is told before it opens a document of strangers: no macros, no links, no network. */
const SETTINGS: readonly (readonly [path: string, name: string, type: string, value: string])[] = [
  ["Office.Common/Security/Scripting", "MacroSecurityLevel", "int", "3"],
  ["Office.Common/Security/Scripting", "DisableMacrosExecution", "boolean", "true"],
  ["Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "boolean", "true"],
  ["Office.Common/Security/Scripting", "DisableActiveContent", "boolean", "true"],
  ["Office.Writer/Content/Update", "Link", "int", "2"],
  ["Office.Common/Save/URL", "FileSystem", "boolean", "false"],
  // A proxy that nobody is behind: whatever would be fetched fails.
  ["Inet/Settings", "ooInetProxyType", "int", "2"],
  ["Inet/Settings", "ooInetHTTPProxyName", "string", "127.0.0.1"],
  ["Inet/Settings", "ooInetHTTPProxyPort", "int", "9"],
  ["Inet/Settings", "ooInetHTTPSProxyName", "string", "127.0.0.1"],
  ["Inet/Settings", "ooInetHTTPSProxyPort", "int", "9"],
  ["Inet/Settings", "ooInetNoProxy", "string", ""],
];

/** The file `user/registrymodifications.xcu` of a new profile. */
export function profileSettings(): string {
  const items = SETTINGS.map(
    ([path, name, type, value]) =>
      `<item oor:path="/org.openoffice.${path}"><prop oor:name="${name}" oor:op="fuse" oor:type="xs:${type}"><value>${value}</value></prop></item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
${items.join("\n")}
</oor:items>
`;
}
