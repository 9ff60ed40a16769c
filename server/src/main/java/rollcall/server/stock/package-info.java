/** What runs low: the alerts over HTTP, for people and for programs that poll. */
package rollcall.server.stock;
