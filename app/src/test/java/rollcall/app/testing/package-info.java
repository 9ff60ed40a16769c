/** What the tests of both jobs share: a broker, a database, the engine, and processes that can be killed. */
package rollcall.app.testing;
