/** The database role the application works under: it owns nothing and cannot rewrite what is append-only. */
export const applicationRole = 'mufakat_app';
