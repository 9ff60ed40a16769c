/** What those who run the server ask it: health, metrics, incidents, and what its calls are. */
package rollcall.server.operations;
