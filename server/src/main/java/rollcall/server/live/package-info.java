/** The live stream: one reader of the database, any number of clients, none of which can hold up another. */
package rollcall.server.live;
