/** Names of the environment whose values nobody may see. */
const SECRETS = ["PGPASSWORD", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"] as const;

/** A text that may go to a log: passwords in addresses, and what the environment keeps secret, are taken out. */
export function withoutSecrets(text: string, env: NodeJS.ProcessEnv = process.env): string {
  let shown = text.replace(/(\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@]*):[^\s/]*@/gi, "$1:***@");
  for (const name of SECRETS) {
    const secret = env[name];
    if (secret) shown = shown.replaceAll(secret, "***");
  }
  return shown;
}
