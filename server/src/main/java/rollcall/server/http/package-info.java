/** What the features' calls have in common: parameters, times, and how routes are added. */
package rollcall.server.http;
