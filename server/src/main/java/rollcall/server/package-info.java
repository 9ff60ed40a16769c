/**
 * The HTTP server: how it is put together, and what all of its calls share. Each feature is a sub-package with routes of
 * its own; {@link rollcall.server.RollcallServer} lists them.
 */
package rollcall.server;
