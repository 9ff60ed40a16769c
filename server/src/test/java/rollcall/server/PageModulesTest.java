package rollcall.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageModulesTest {

    @Test
    void findsWhatModulesImportAndWhatTheseImport() {
        assertThat(PageModules.reachedFrom(List.of("/main.js")))
                .startsWith("/main.js")
                .contains("/road/road.js", "/road/trend.js", "/view.js")
                .doesNotContain("/road/chart.js", "/vendor/echarts.js", "/shelf/map.js")
                .doesNotHaveDuplicates();
        assertThat(PageModules.reachedFrom(List.of("/road/chart.js"))).contains("/vendor/echarts.js", "/themes.js");
    }

    @Test
    void namesThemInThePageAndThoseThatCanWaitAsSuch() {
        assertThat(PageModules.named(
                        "<head>\n    <!-- modules -->\n</head>",
                        List.of("/paced.js"),
                        List.of("/time.js", "/paced.js")))
                .isEqualTo("<head>\n    <link rel=\"modulepreload\" href=\"/paced.js\">\n"
                        + "    <link rel=\"modulepreload\" href=\"/time.js\" fetchpriority=\"low\">\n</head>");
    }
}
