/** Who is on the road: reports, series and the last minutes, read from the rosters in the database. */
package rollcall.server.presence;
