/**
 * The HTTP server: how it is put together, and what holds for every call (errors, token, headers, metrics). Each feature
 * is a sub-package with routes of its own; {@link rollcall.server.RollcallServer} lists them.
 */
package rollcall.server;
