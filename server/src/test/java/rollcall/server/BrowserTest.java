package rollcall.server;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** Tests of the page in a real Chromium: a browser for all of a class, a server for each. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserTest {

    final TestBrowser browser = new TestBrowser();
    ServerUnderTest server;

    @BeforeEach
    void startServer() {
        server = new ServerUnderTest();
    }

    @AfterEach
    void closePage() {
        browser.closePage();
        server.close();
    }

    @AfterAll
    void closeBrowser() {
        browser.close();
    }
}
