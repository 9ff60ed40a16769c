package rollcall.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** What runs: Rollcall and what it is built with, Java, the system. */
public final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
        Properties build = new Properties();
        try (InputStream resource = Version.class.getResourceAsStream("build.properties")) {
            build.load(resource);
        }
        return new String[] {
            "rollcall " + build.getProperty("rollcall"),
            "Built with Spark " + build.getProperty("spark") + ", Kafka " + build.getProperty("kafka")
                    + ", MongoDB driver " + build.getProperty("mongo"),
            "Java " + System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + "), "
                    + System.getProperty("os.name") + " " + System.getProperty("os.arch")
        };
    }
}
