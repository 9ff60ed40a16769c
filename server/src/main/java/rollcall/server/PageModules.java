package rollcall.server;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import rollcall.server.http.Resources;

/**
 * The modules of the page. Named in it, a browser fetches them side by side; else it learns of a module only when it has
 * the one that imports it, level by level.
 */
final class PageModules {

    /** Where the page's files are on the class path. */
    static final String FOLDER = "/rollcall/server/page";

    private static final String OTHERS = "/vendor/";

    private static final Pattern IMPORT =
            Pattern.compile("^(?:import|export) (?:[^\"]* from )?\"([^\"]+)\"", Pattern.MULTILINE);

    private PageModules() {}

    /**
     * The addresses of these modules and of all that they import, directly or by others.
     *
     * @param first addresses such as {@code /main.js}
     */
    static Set<String> reachedFrom(Collection<String> first) {
        Set<String> reached = new LinkedHashSet<>(first);
        Deque<String> unread = new ArrayDeque<>(first);
        while (!unread.isEmpty()) {
            String module = unread.remove();
            for (String imported : module.startsWith(OTHERS) ? List.<String>of() : importsOf(module)) {
                if (reached.add(imported)) {
                    unread.add(imported);
                }
            }
        }
        return reached;
    }

    private static List<String> importsOf(String module) {
        String source = new String(Resources.read(FOLDER + module), StandardCharsets.UTF_8);
        return IMPORT.matcher(source)
                .results()
                .map(found -> URI.create(module).resolve(found.group(1)).getPath())
                .toList();
    }

    /** The page with links to its modules in place of a comment. */
    static String named(String page, Collection<String> modules) {
        String links = modules.stream()
                .map(module -> "<link rel=\"modulepreload\" href=\"" + module + "\">")
                .collect(Collectors.joining("\n    "));
        return page.replaceFirst("<!-- modules -->", Matcher.quoteReplacement(links));
    }
}
