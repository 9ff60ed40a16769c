package rollcall.config;

import java.io.Serializable;

/**
 * Where results are kept.
 *
 * @param uri MongoDB connection string; may hold a password
 * @param database name of the database
 */
public record MongoSettings(String uri, String database) implements Serializable {

    /** The connection string, fit to be shown. */
    public String maskedUri() {
        return Secrets.hideInUri(uri);
    }

    @Override
    public String toString() {
        return "MongoDB database " + database; // never the URI: it may hold a password
    }
}
