package rollcall.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageModulesTest {

    @Test
    void findsWhatModulesImportAndWhatTheseImport() {
        assertThat(PageModules.reachedFrom(List.of("/main.js")))
                .startsWith("/main.js")
                .contains("/road/road.js", "/road/trend.js", "/view.js", "/vendor/d3-geo.js")
                .doesNotContain("/road/chart.js", "/vendor/echarts.js")
                .doesNotHaveDuplicates();
        assertThat(PageModules.reachedFrom(List.of("/road/chart.js"))).contains("/vendor/echarts.js", "/themes.js");
    }

    @Test
    void namesThemInThePage() {
        assertThat(PageModules.named("<head>\n    <!-- modules -->\n</head>", List.of("/a.js", "/b.js")))
                .isEqualTo("<head>\n    <link rel=\"modulepreload\" href=\"/a.js\">\n"
                        + "    <link rel=\"modulepreload\" href=\"/b.js\">\n</head>");
    }
}
