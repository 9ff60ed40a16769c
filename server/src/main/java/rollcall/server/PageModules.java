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
import java.util.stream.Stream;
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
     * The addresses of these modules, each followed by all that it imports, directly or by others.
     *
     * @param first addresses such as {@code /main.js}
     */
    static Set<String> reachedFrom(Collection<String> first) {
        Set<String> reached = new LinkedHashSet<>();
        first.forEach(module -> reach(module, reached));
        return reached;
    }

    private static void reach(String first, Set<String> reached) {
        Deque<String> unread = new ArrayDeque<>(List.of(first));
        while (!unread.isEmpty()) {
            String module = unread.remove();
            if (reached.add(module) && !module.startsWith(OTHERS)) {
                unread.addAll(importsOf(module));
            }
        }
    }

    private static List<String> importsOf(String module) {
        String source = new String(Resources.read(FOLDER + module), StandardCharsets.UTF_8);
        return IMPORT.matcher(source)
                .results()
                .map(found -> URI.create(module).resolve(found.group(1)).getPath())
                .toList();
    }

    /**
     * The page with links to its modules in place of a comment.
     *
     * @param first modules that figures are shown by
     * @param later modules that other requests may overtake
     */
    static String named(String page, Collection<String> first, Collection<String> later) {
        Set<String> now = reachedFrom(first);
        Set<String> then = reachedFrom(later);
        then.removeAll(now);
        String links = Stream.concat(
                        now.stream().map(module -> link(module, "")),
                        then.stream().map(module -> link(module, " fetchpriority=\"low\"")))
                .collect(Collectors.joining("\n    "));
        return page.replaceFirst("<!-- modules -->", Matcher.quoteReplacement(links));
    }

    private static String link(String module, String priority) {
        return "<link rel=\"modulepreload\" href=\"" + module + "\"" + priority + ">";
    }
}
