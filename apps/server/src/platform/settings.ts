/** What the running server was told, as features may know it. */
export class Settings {
  constructor(
    readonly given: {
      /** The origin people type, without a path. */
      publicUrl: string;
      dataDir: string;
      isDemo: boolean;
      /** Where mail is sent through; without it the product sends none. */
      smtpUrl: string | undefined;
      /** The version of the program. */
      version: string;
    },
  ) {}
}
