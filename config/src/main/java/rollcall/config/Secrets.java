package rollcall.config;

import java.util.regex.Pattern;

/** What must never be shown: passwords, tokens, keys. Rather too much is hidden than too little. */
final class Secrets {

    private static final String HIDDEN = "****";
    private static final Pattern SECRET_NAME =
            Pattern.compile("password|passwd|secret|token|jaas|key|credential|user\\.info", Pattern.CASE_INSENSITIVE);
    // From the first colon of the user's part to the last @: a password may hold either where nobody escaped it.
    private static final Pattern USER_PASSWORD = Pattern.compile("^([^:]*://[^:]*):.*@", Pattern.DOTALL);
    private static final Pattern SECRET_OPTION =
            Pattern.compile("(?i)([?&][^=&]*(?:password|token|secret|key|properties)[^=&]*=)[^&]*");

    private Secrets() {}

    static String hide(String text) {
        return text.isEmpty() ? text : HIDDEN;
    }

    /** A connection string without its password and without options that carry secrets. */
    static String hideInUri(String uri) {
        String withoutPassword = USER_PASSWORD.matcher(uri).replaceFirst("$1:" + HIDDEN + "@");
        return SECRET_OPTION.matcher(withoutPassword).replaceAll("$1" + HIDDEN);
    }

    /** The value of a passed-through property, hidden where its name speaks of a secret. */
    static String hideProperty(String name, String value) {
        return speaksOfSecret(name) ? hide(value) : hideInUri(value);
    }

    static boolean speaksOfSecret(String text) {
        return SECRET_NAME.matcher(text).find();
    }
}
